package io.orderfield.om.inflight;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which changes in flight to list.
 *
 * @param states names of {@link InflightChangeState}s; empty matches all
 * @param customerOrder number of the order
 */
public record InflightChangeFilter(
        Set<String> states, @Nullable String customerOrder) {
    public InflightChangeFilter {
        states = Set.copyOf(states);
    }

    /** Those that wait for the manager. */
    public static InflightChangeFilter waiting() {
        return new InflightChangeFilter(Set.of(InflightChangeState.REQUESTED.name()), null);
    }
}
