package io.orderfield.fsm.template;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Which tasks have to be closed before which, as numbers from 1 in the order of the tasks. A task without any may start at
 * any time.
 */
public final class TaskDependencies {
    private TaskDependencies() {}

    /** What a task waits for where nobody says: the one before it. */
    static Set<Integer> usual(int ordinal) {
        return ordinal == 1 ? Set.of() : Set.of(ordinal - 1);
    }

    /**
     * Tasks that wait for each other, in the order in which they wait, the first one again at the end; empty when there are
     * none. Numbers of no task are no part of it.
     *
     * @param dependsOn for each task, in their order
     */
    static List<Integer> cycle(List<Set<Integer>> dependsOn) {
        Set<Integer> settled = new TreeSet<>();
        for (int task = 1; task <= dependsOn.size(); task++) {
            List<Integer> found = cycleFrom(task, dependsOn, new ArrayDeque<>(), settled);
            if (!found.isEmpty()) {
                return found;
            }
        }
        return List.of();
    }

    private static List<Integer> cycleFrom(
            int task, List<Set<Integer>> dependsOn, Deque<Integer> way, Set<Integer> settled) {
        if (way.contains(task)) {
            List<Integer> cycle = new ArrayList<>(way);
            cycle = new ArrayList<>(cycle.subList(cycle.indexOf(task), cycle.size()));
            cycle.add(task);
            return cycle;
        }
        if (task < 1 || task > dependsOn.size() || settled.contains(task)) {
            return List.of();
        }
        way.addLast(task);
        for (int next : new TreeSet<>(dependsOn.get(task - 1))) {
            List<Integer> found = cycleFrom(next, dependsOn, way, settled);
            if (!found.isEmpty()) {
                return found;
            }
        }
        way.removeLast();
        settled.add(task);
        return List.of();
    }

    /** As one column holds them. */
    public static String write(Collection<Integer> ordinals) {
        return new TreeSet<>(ordinals).stream().map(String::valueOf).collect(Collectors.joining(","));
    }

    /** The numbers of a column. */
    public static Set<Integer> read(String text) {
        return text.isEmpty()
                ? Set.of()
                : Arrays.stream(text.split(",")).map(Integer::valueOf).collect(Collectors.toUnmodifiableSet());
    }
}
