package io.orderfield.fsm.board;

import io.orderfield.fsm.workorder.WorkOrderTaskState;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which work order tasks a list shows, and in which order. Null and empty mean any.
 *
 * @param states names of {@code WorkOrderTaskState}
 * @param technicians user names
 * @param region of the location
 * @param template code of the work order's template
 * @param priority 1 critical to 4 low
 * @param dueBefore last due day that is still shown
 * @param visitAfter only visits that end after it
 * @param visitBefore only visits that begin before it
 * @param sort one of due, priority, scheduledStart, number; with a leading minus the other way round; null is due. What has
 *     no date comes last
 */
public record DispatchFilter(
        Set<String> states,
        Set<String> technicians,
        @Nullable String region,
        @Nullable String template,
        @Nullable Integer priority,
        @Nullable LocalDate dueBefore,
        @Nullable Instant visitAfter,
        @Nullable Instant visitBefore,
        @Nullable String sort) {
    public DispatchFilter {
        states = Set.copyOf(states);
        technicians = Set.copyOf(technicians);
    }

    /** Tasks that wait for a technician, the most urgent first. */
    public static DispatchFilter unassigned(
            @Nullable String region, @Nullable Integer priority, @Nullable LocalDate dueBefore) {
        return new DispatchFilter(
                Set.of(WorkOrderTaskState.PENDING_DISPATCH.name()),
                Set.of(),
                region,
                null,
                priority,
                dueBefore,
                null,
                null,
                null);
    }

    /** Visits of these technicians in a time, canceled ones not among them. */
    public static DispatchFilter visits(Set<String> technicians, Instant from, Instant to) {
        return new DispatchFilter(
                Set.of(
                        WorkOrderTaskState.ASSIGNED.name(),
                        WorkOrderTaskState.ACCEPTED.name(),
                        WorkOrderTaskState.WORK_IN_PROGRESS.name(),
                        WorkOrderTaskState.CLOSED_COMPLETE.name(),
                        WorkOrderTaskState.CLOSED_INCOMPLETE.name()),
                technicians,
                null,
                null,
                null,
                null,
                from,
                to,
                "scheduledStart");
    }
}
