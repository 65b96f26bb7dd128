package io.orderfield.web.ui;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.ToLongFunction;
import java.util.function.UnaryOperator;

/**
 * A tab of a list, and how many records it shows.
 *
 * @param id stable name, part of the page's address
 * @param label in words
 */
public record Tab(String id, String label, long count) {
    /**
     * Tabs that show states.
     *
     * @param states names of the states of each tab; empty for all
     * @param label in words, by tab
     * @param counts how many records are in each state
     */
    public static List<Tab> byState(
            Map<String, Set<String>> states, UnaryOperator<String> label, Map<String, Long> counts) {
        return counted(states.keySet(), label, id -> {
            Set<String> shown = states.getOrDefault(id, Set.of());
            return counts.entrySet().stream()
                    .filter(c -> shown.isEmpty() || shown.contains(c.getKey()))
                    .mapToLong(Map.Entry::getValue)
                    .sum();
        });
    }

    /** Tabs that are counted one by one. */
    public static List<Tab> counted(Collection<String> ids, UnaryOperator<String> label, ToLongFunction<String> count) {
        return ids.stream()
                .map(id -> new Tab(id, label.apply(id), count.applyAsLong(id)))
                .toList();
    }
}
