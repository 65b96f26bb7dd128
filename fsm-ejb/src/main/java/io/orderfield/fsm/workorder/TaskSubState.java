package io.orderfield.fsm.workorder;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

/** Where a task is inside ACCEPTED or WORK_IN_PROGRESS. A task that enters one of these states is at {@link #NONE}. */
public enum TaskSubState {
    /** Nothing in particular; stored and shown as no sub-state. */
    NONE,
    /** Accepted, and the technician is traveling. */
    EN_ROUTE,
    /** Accepted, and the technician has arrived. */
    ON_SITE,
    /** Work was begun and is interrupted. */
    PAUSED;

    private static final Map<WorkOrderTaskState, Map<TaskSubState, Set<TaskSubState>>> NEXT = new EnumMap<>(Map.of(
            WorkOrderTaskState.ACCEPTED,
            Map.of(NONE, EnumSet.of(EN_ROUTE, ON_SITE), EN_ROUTE, EnumSet.of(ON_SITE)),
            WorkOrderTaskState.WORK_IN_PROGRESS,
            Map.of(NONE, EnumSet.of(PAUSED), PAUSED, EnumSet.of(NONE))));

    /** True when a task that is here, in the given state, may go to the other sub-state. */
    public boolean canBecome(WorkOrderTaskState state, TaskSubState next) {
        return NEXT.getOrDefault(state, Map.of()).getOrDefault(this, Set.of()).contains(next);
    }
}
