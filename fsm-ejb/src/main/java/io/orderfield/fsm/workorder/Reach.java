package io.orderfield.fsm.workorder;

import java.time.Instant;
import java.util.Set;

/**
 * The work orders that somebody sees who does not see them all: those with a task of the named technicians that are open, or
 * were closed lately.
 *
 * @param technicians user names
 * @param closedSince work that was over before is out of reach
 */
public record Reach(Set<String> technicians, Instant closedSince) {
    public Reach {
        technicians = Set.copyOf(technicians);
    }

    boolean includes(WorkOrder workOrder) {
        Instant closed = workOrder.ending().closedAt();
        return (closed == null || !closed.isBefore(closedSince))
                && workOrder.tasks().stream()
                        .anyMatch(t -> t.technician() != null && technicians.contains(t.technician()));
    }

    public boolean isNothing() {
        return technicians.isEmpty();
    }

    /** The part about the time, as a condition of a query whose parameter {@code closedSince} is {@link #closedSince()}. */
    public static String recent(String workOrder) {
        return "(" + workOrder + ".ending.closedAt is null or " + workOrder + ".ending.closedAt >= :closedSince)";
    }
}
