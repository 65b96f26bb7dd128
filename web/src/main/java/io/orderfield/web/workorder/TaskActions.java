package io.orderfield.web.workorder;

import io.orderfield.fsm.workorder.WorkOrderTaskView;
import io.orderfield.web.ui.Me;
import java.util.stream.Stream;

/**
 * What a reader may do with a task now, as the task says it, and which of it comes next.
 *
 * @param task the task
 * @param mine whether the reader is its technician
 * @param held whether Order Management has put the work on hold: nobody may travel or start
 */
public record TaskActions(WorkOrderTaskView task, boolean mine, boolean held) {
    static TaskActions of(boolean held, WorkOrderTaskView task, Me me) {
        boolean mine = me.isTechnician() && me.getUsername().equals(task.technician());
        return new TaskActions(task, mine, held);
    }

    /** Whether the reader may do it now. */
    public boolean allows(String action) {
        return task.allows(action);
    }

    /** Whether the reader may tick off what is done: not before the visit was accepted. */
    public boolean tickable() {
        return allows("tick") && !allows("accept");
    }

    /** The one action that comes next; empty when the reader has none. */
    public String primary() {
        if (allows("arrive") && !allows("travel")) {
            return first("acknowledge", "arrive");
        }
        if (allows("start") && !allows("arrive")) {
            return first("acknowledge", "start");
        }
        String own = first("acknowledge", "accept", "travel", "resume", "complete");
        // what somebody has already doesn't wait for being assigned
        return own.isEmpty() && allows("assign") && !allows("unassign") ? "assign" : own;
    }

    private String first(String... actions) {
        return Stream.of(actions).filter(this::allows).findFirst().orElse("");
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
