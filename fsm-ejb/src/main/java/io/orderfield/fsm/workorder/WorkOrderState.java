package io.orderfield.fsm.workorder;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The states of a work order, and which may follow which. After qualification the state is the roll-up of the tasks. */
public enum WorkOrderState {
    /** Being written; a request of Order Management never stays here. */
    DRAFT,
    /** A dispatcher has to look at it before it can be assigned. */
    AWAITING_QUALIFICATION,
    /** Ready to be given to a technician. */
    QUALIFIED,
    /** A technician has it and has not answered yet. */
    ASSIGNED,
    /** The technician will come. */
    ACCEPTED,
    /** Work has begun. */
    WORK_IN_PROGRESS,
    /** Everything was done. */
    CLOSED_COMPLETE,
    /** It is over, and something was not done. */
    CLOSED_INCOMPLETE,
    /** It will not be done, for a reason that is kept. */
    CANCELED;

    private static final Map<WorkOrderState, Set<WorkOrderState>> NEXT = new EnumMap<>(Map.of(
            DRAFT, EnumSet.of(AWAITING_QUALIFICATION, QUALIFIED, CANCELED),
            AWAITING_QUALIFICATION, EnumSet.of(QUALIFIED, CANCELED),
            QUALIFIED, EnumSet.of(ASSIGNED, WORK_IN_PROGRESS, CANCELED),
            ASSIGNED, EnumSet.of(QUALIFIED, ACCEPTED, WORK_IN_PROGRESS, CANCELED),
            ACCEPTED, EnumSet.of(QUALIFIED, ASSIGNED, WORK_IN_PROGRESS, CANCELED),
            WORK_IN_PROGRESS, EnumSet.of(CLOSED_COMPLETE, CLOSED_INCOMPLETE, CANCELED),
            CLOSED_COMPLETE, EnumSet.noneOf(WorkOrderState.class),
            CLOSED_INCOMPLETE, EnumSet.noneOf(WorkOrderState.class),
            CANCELED, EnumSet.noneOf(WorkOrderState.class)));

    /** True when a work order in this state may go to the other one. */
    public boolean canBecome(WorkOrderState next) {
        return NEXT.getOrDefault(this, Set.of()).contains(next);
    }

    /** The states on the way of a work order in this one: the usual way, or the one that ended early. */
    List<WorkOrderState> way() {
        List<WorkOrderState> usual =
                List.of(AWAITING_QUALIFICATION, QUALIFIED, ASSIGNED, ACCEPTED, WORK_IN_PROGRESS, CLOSED_COMPLETE);
        return usual.contains(this) ? usual : List.of(QUALIFIED, this);
    }

    /** Over, and final. */
    public boolean isClosed() {
        return this == CLOSED_COMPLETE || this == CLOSED_INCOMPLETE || this == CANCELED;
    }
}
