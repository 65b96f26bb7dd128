package io.orderfield.web.ui;

import java.util.Collection;
import java.util.Map;
import java.util.Set;

/**
 * A tab of a list: some states and how many records are in them.
 *
 * @param id stable name, part of the page's address
 * @param label in words
 * @param states names of the states; empty for all
 */
public record Tab(String id, String label, Set<String> states, long count) {
    /** A tab that counts its states. */
    public static Tab of(String id, String label, Set<String> states, Map<String, Long> counts) {
        Collection<Long> counted = states.isEmpty()
                ? counts.values()
                : states.stream().map(state -> counts.getOrDefault(state, 0L)).toList();
        return new Tab(
                id, label, states, counted.stream().mapToLong(Long::longValue).sum());
    }
}
