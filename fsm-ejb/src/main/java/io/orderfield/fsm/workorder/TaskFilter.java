package io.orderfield.fsm.workorder;

import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which tasks a list shows. Null and empty mean any.
 *
 * @param technician user name of the technician
 * @param from only visits that end after this moment
 * @param until only visits that begin before this moment
 * @param states names of {@code TaskState}
 * @param latestFirst the other way round, for what is over
 */
public record TaskFilter(
        @Nullable String technician,
        @Nullable Instant from,
        @Nullable Instant until,
        Set<String> states,
        boolean latestFirst) {
    public TaskFilter {
        states = Set.copyOf(states);
    }
}
