package io.orderfield.web.workorder;

import io.orderfield.fsm.workorder.WorkOrderTaskView;
import io.orderfield.messaging.right.Right;
import io.orderfield.web.ui.Me;
import java.util.Objects;
import java.util.Set;

/**
 * What a reader may do with a task now. It decides which buttons are there; the services decide what is done.
 *
 * @param task the task
 * @param mine whether the reader is its technician
 * @param dispatcher whether the reader dispatches
 * @param held whether Order Management has put the work on hold: nobody may travel or start
 */
public record TaskActions(WorkOrderTaskView task, boolean mine, boolean dispatcher, boolean held) {
    private static final Set<String> PLANNED = Set.of("ASSIGNED", "ACCEPTED");

    static TaskActions of(boolean held, WorkOrderTaskView task, Me me) {
        boolean mine = me.isTechnician() && me.getUsername().equals(task.technician());
        return new TaskActions(task, mine, me.may(Right.DISPATCH), held);
    }

    private boolean in(String state) {
        return task.state().equals(state);
    }

    private boolean at(String subState) {
        return Objects.equals(task.subState(), subState);
    }

    public boolean assignable() {
        return dispatcher && (in("PENDING_DISPATCH") || PLANNED.contains(task.state()));
    }

    public boolean unassignable() {
        return dispatcher && PLANNED.contains(task.state());
    }

    public boolean acceptable() {
        return mine && in("ASSIGNED");
    }

    /** Whether there is a change that the technician has not acknowledged. */
    public boolean acknowledgeable() {
        return mine && task.acknowledgementPending();
    }

    public boolean travelable() {
        return mine && in("ACCEPTED") && task.subState() == null && !held;
    }

    public boolean arrivable() {
        return mine && in("ACCEPTED") && (at("EN_ROUTE") || task.subState() == null && !held);
    }

    public boolean startable() {
        return mine
                && in("ACCEPTED")
                && !held
                && !task.acknowledgementPending()
                && task.waitsFor().isEmpty();
    }

    public boolean pausable() {
        return mine && in("WORK_IN_PROGRESS") && !at("PAUSED");
    }

    public boolean resumable() {
        return mine && at("PAUSED");
    }

    public boolean completable() {
        return mine && in("WORK_IN_PROGRESS") && !task.acknowledgementPending();
    }

    public boolean tickable() {
        return mine && (in("WORK_IN_PROGRESS") || in("ACCEPTED"));
    }

    /** The one action that comes next; empty when the reader has none. */
    public String primary() {
        if (acknowledgeable()) {
            return "acknowledge";
        }
        if (acceptable()) {
            return "accept";
        }
        if (at("EN_ROUTE") && arrivable()) {
            return "arrive";
        }
        if (at("ON_SITE") && startable()) {
            return "start";
        }
        if (travelable()) {
            return "travel";
        }
        if (resumable()) {
            return "resume";
        }
        if (completable()) {
            return "complete";
        }
        return dispatcher && in("PENDING_DISPATCH") ? "assign" : "";
    }

    /** Whether a step that needs no words comes next: one tap does it. */
    public boolean oneTap() {
        return !primary().isEmpty()
                && !primary().equals("complete")
                && !primary().equals("assign");
    }

    /** How many items of the checklist are done. */
    public long ticked() {
        return task.checklist().stream().filter(item -> item.done()).count();
    }
}
