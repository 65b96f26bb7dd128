package io.orderfield.om.policy.replay;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One difference between what was wanted of a domain order and what a draft wants: pure, it asks nobody.
 *
 * @param was what was wanted; null for nothing
 * @param would what the draft wants; null for nothing
 */
record WorkDifference(
        ReplayKind kind,
        @Nullable ReplayedWork was,
        @Nullable ReplayedWork would) {

    /**
     * What differs, template by template. Where a row wants another template than it did, that is one difference and not two.
     * Whether another row wants the same work is no difference.
     *
     * @param was by template, as {@link ReplayedWork#of} says
     * @param would likewise
     */
    static List<WorkDifference> between(Map<String, ReplayedWork> was, Map<String, ReplayedWork> would) {
        List<WorkDifference> differences = new ArrayList<>();
        List<ReplayedWork> come = new ArrayList<>(would.values());
        come.removeIf(work -> was.containsKey(work.template()));
        for (ReplayedWork before : was.values()) {
            ReplayedWork after = would.get(before.template());
            if (after == null) {
                after = come.stream()
                        .filter(work -> work.row().equals(before.row()))
                        .findFirst()
                        .orElse(null);
                come.remove(after);
            }
            if (!before.isSameWork(after)) {
                differences.add(of(before, after));
            }
        }
        come.forEach(work -> differences.add(of(null, work)));
        return differences;
    }

    private static WorkDifference of(@Nullable ReplayedWork was, @Nullable ReplayedWork would) {
        int more = number(would) - number(was);
        boolean isOfAnotherKind =
                was != null && would != null && !was.template().equals(would.template());
        ReplayKind kind =
                more == 0 || isOfAnotherKind ? ReplayKind.OTHER : more > 0 ? ReplayKind.MORE : ReplayKind.FEWER;
        return new WorkDifference(kind, was, would);
    }

    /** Id of the row that makes the difference: the draft's, and where it wants nothing the one that did. */
    String row() {
        return Objects.requireNonNull(would == null ? was : would).row();
    }

    /** The template whose work orders there are. */
    @Nullable
    String template() {
        return was == null ? null : was.template();
    }

    /** How many work orders more; 0 unless it wants more. */
    int more() {
        return kind == ReplayKind.MORE ? number(would) - number(was) : 0;
    }

    /** How many work orders fewer; 0 unless it wants fewer. */
    int fewer() {
        return kind == ReplayKind.FEWER ? number(was) - number(would) : 0;
    }

    /** How many work orders would be others; 0 where it wants more or fewer. */
    int other() {
        return kind == ReplayKind.OTHER ? number(would) : 0;
    }

    /** Whether a table that wants this wants of it what the draft wants. */
    boolean isWantedBy(Map<String, ReplayedWork> table) {
        boolean doesWithout = was == null
                || (would != null && would.template().equals(was.template()))
                || !table.containsKey(was.template());
        return doesWithout && (would == null || would.isSameWork(table.get(would.template())));
    }

    private static int number(@Nullable ReplayedWork work) {
        return work == null ? 0 : work.number();
    }
}
