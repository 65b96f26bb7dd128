package io.orderfield.fsm.worklist;

import io.orderfield.fsm.workorder.WorkOrderTaskState;
import java.time.Instant;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Which tasks a list shows. Null and empty mean any.
 *
 * @param technician user name of the technician
 * @param from only visits that end after this moment
 * @param until only visits that begin before this moment
 * @param states names of {@code WorkOrderTaskState}
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

    /** The visits that are a technician's to do, the next one first. */
    public static TaskFilter toDo(String technician) {
        return of(technician, state -> state.isPlannedVisit() || state == WorkOrderTaskState.WORK_IN_PROGRESS, false);
    }

    /** The visits of a technician that are over, the last one first. */
    public static TaskFilter over(String technician) {
        return of(technician, WorkOrderTaskState::isClosed, true);
    }

    private static TaskFilter of(String technician, Predicate<WorkOrderTaskState> which, boolean latestFirst) {
        Set<String> states = Stream.of(WorkOrderTaskState.values())
                .filter(which)
                .map(WorkOrderTaskState::name)
                .collect(Collectors.toSet());
        return new TaskFilter(technician, null, null, states, latestFirst);
    }
}
