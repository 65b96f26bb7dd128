package io.orderfield.fsm.workorder;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

/** The states of a work order task, and which may follow which. Open states stand in the order of their progress. */
public enum WorkOrderTaskState {
    /** Its work order awaits qualification. */
    DRAFT,
    /** Waits for a technician. */
    PENDING_DISPATCH,
    /** A technician has it and has not answered yet; may go to another one. */
    ASSIGNED,
    /** The technician will come, is coming or is there. */
    ACCEPTED,
    /** Under way, or paused. */
    WORK_IN_PROGRESS,
    /** Done. */
    CLOSED_COMPLETE,
    /** Ended with something not done. */
    CLOSED_INCOMPLETE,
    /** Will not be done. */
    CANCELED;

    private static final Map<WorkOrderTaskState, Set<WorkOrderTaskState>> NEXT = new EnumMap<>(Map.of(
            DRAFT, EnumSet.of(PENDING_DISPATCH, CANCELED),
            PENDING_DISPATCH, EnumSet.of(ASSIGNED, CANCELED),
            ASSIGNED, EnumSet.of(ASSIGNED, PENDING_DISPATCH, ACCEPTED, CANCELED),
            ACCEPTED, EnumSet.of(ASSIGNED, PENDING_DISPATCH, WORK_IN_PROGRESS, CANCELED),
            WORK_IN_PROGRESS, EnumSet.of(CLOSED_COMPLETE, CLOSED_INCOMPLETE, CANCELED),
            CLOSED_COMPLETE, EnumSet.noneOf(WorkOrderTaskState.class),
            CLOSED_INCOMPLETE, EnumSet.noneOf(WorkOrderTaskState.class),
            CANCELED, EnumSet.noneOf(WorkOrderTaskState.class)));

    /** True when a task in this state may go to the other one. */
    public boolean canBecome(WorkOrderTaskState next) {
        return NEXT.getOrDefault(this, Set.of()).contains(next);
    }

    /** Over, and final. */
    public boolean isClosed() {
        return this == CLOSED_COMPLETE || this == CLOSED_INCOMPLETE || this == CANCELED;
    }

    /** A technician has said yes and is not done: a change in flight needs an acknowledgement. */
    boolean isCommitted() {
        return this == ACCEPTED || this == WORK_IN_PROGRESS;
    }

    /** A visit is planned and has not begun. */
    public boolean isPlannedVisit() {
        return this == ASSIGNED || this == ACCEPTED;
    }
}
