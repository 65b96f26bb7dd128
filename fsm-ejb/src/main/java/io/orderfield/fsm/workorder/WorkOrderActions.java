package io.orderfield.fsm.workorder;

import io.orderfield.kernel.AllowedAction;
import io.orderfield.messaging.right.ActionsOfCaller;
import io.orderfield.messaging.right.Right;
import io.orderfield.messaging.right.Scope;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What people do with a work order and with its tasks, and why not now. The order of the refusals is that of the commands. */
final class WorkOrderActions {
    static final String WRONG_STATE = "wrong-state";
    static final String NOT_YOURS = "not-your-task";
    static final String ON_HOLD = "work-on-hold";

    private WorkOrderActions() {}

    static List<AllowedAction> of(Actor actor, WorkOrder workOrder) {
        String over = over(workOrder);
        String unqualified =
                workOrder.state() == WorkOrderState.AWAITING_QUALIFICATION ? null : first(over, WRONG_STATE);
        String stranger = isInvolved(actor, workOrder) ? null : NOT_YOURS;
        return new ActionsOfCaller(actor.caller())
                .add("qualify", Right.DISPATCH, unqualified)
                .add("cancel", Right.DISPATCH, over)
                .add("addNote", Right.REPORT_WORK, stranger)
                .add("wishFollowUp", Right.REPORT_WORK, stranger)
                .all();
    }

    private static boolean isInvolved(Actor actor, WorkOrder workOrder) {
        return reportsAll(actor) || workOrder.tasks().stream().anyMatch(t -> actor.actsFor(t.technician()));
    }

    /** Whether the actor reports about every work, not only about the own. */
    private static boolean reportsAll(Actor actor) {
        return Right.REPORT_WORK.of(actor.caller()) == Scope.ALL;
    }

    static List<AllowedAction> of(Actor actor, WorkOrder workOrder, WorkOrderTask task) {
        String over = over(workOrder);
        String notOwn = actor.actsFor(task.technician()) ? over : NOT_YOURS;
        String held = workOrder.wanted().isOnHold() ? ON_HOLD : null;
        String unread = task.isAcknowledgementPending() ? "acknowledgement-required" : null;
        String waiting = TaskOrder.waitsFor(task, workOrder.tasks()).isEmpty() ? null : "earlier-task-open";
        boolean onTheWay = task.subState() == TaskSubState.EN_ROUTE;
        WorkOrderTaskState state = task.state();
        return new ActionsOfCaller(actor.caller())
                .add("assign", Right.DISPATCH, first(over, unless(state.canBecome(WorkOrderTaskState.ASSIGNED))))
                .add("unassign", Right.DISPATCH, first(over, unless(state.isPlannedVisit())))
                .add("accept", Right.PERFORM_TASKS, first(notOwn, unless(state.canBecome(WorkOrderTaskState.ACCEPTED))))
                .add("refuse", Right.PERFORM_TASKS, first(notOwn, unless(state == WorkOrderTaskState.ASSIGNED)))
                .add("acknowledge", Right.PERFORM_TASKS, first(notOwn, unless(task.isAcknowledgementPending())))
                .add("travel", Right.PERFORM_TASKS, first(notOwn, held, into(TaskSubState.EN_ROUTE, task)))
                .add(
                        "arrive",
                        Right.PERFORM_TASKS,
                        first(notOwn, onTheWay ? null : held, into(TaskSubState.ON_SITE, task)))
                .add(
                        "start",
                        Right.PERFORM_TASKS,
                        first(
                                notOwn,
                                held,
                                waiting,
                                unread,
                                unless(state.canBecome(WorkOrderTaskState.WORK_IN_PROGRESS))))
                .add("pause", Right.PERFORM_TASKS, first(notOwn, into(TaskSubState.PAUSED, task)))
                .add("resume", Right.PERFORM_TASKS, first(notOwn, into(TaskSubState.NONE, task)))
                .add(
                        "complete",
                        Right.PERFORM_TASKS,
                        first(notOwn, unless(state.canBecome(WorkOrderTaskState.CLOSED_COMPLETE)), unread))
                .add("tick", Right.PERFORM_TASKS, first(notOwn, unless(!state.isClosed())))
                .add(
                        "addAttachment",
                        Right.REPORT_WORK,
                        reportsAll(actor) || actor.actsFor(task.technician()) ? null : NOT_YOURS)
                .all();
    }

    /** Which end it came to; null while it is open. */
    private static @Nullable String over(WorkOrder workOrder) {
        if (workOrder.state() == WorkOrderState.CANCELED) {
            return "work-order-canceled";
        }
        return workOrder.state().isClosed() ? "work-order-closed" : null;
    }

    private static @Nullable String into(TaskSubState next, WorkOrderTask task) {
        return unless(task.subState().canBecome(task.state(), next));
    }

    private static @Nullable String unless(boolean possible) {
        return possible ? null : WRONG_STATE;
    }

    private static @Nullable String first(@Nullable String... refusals) {
        for (String refusal : refusals) {
            if (refusal != null) {
                return refusal;
            }
        }
        return null;
    }
}
