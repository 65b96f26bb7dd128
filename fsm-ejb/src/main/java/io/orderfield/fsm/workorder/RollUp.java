package io.orderfield.fsm.workorder;

import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;

/** What the tasks make of their work order. The rules stand in the order in which they are asked. */
final class RollUp {
    private RollUp() {}

    /** @param tasks states of all tasks of the work order; at least one */
    static WorkOrderState of(List<WorkOrderTaskState> tasks) {
        if (tasks.isEmpty()) {
            throw new IllegalArgumentException("a work order has at least one task");
        }
        if (all(tasks, WorkOrderTaskState.CANCELED::equals)) {
            return WorkOrderState.CANCELED;
        }
        if (all(tasks, WorkOrderTaskState::isClosed)) {
            return any(tasks, WorkOrderTaskState.CLOSED_INCOMPLETE::equals)
                    ? WorkOrderState.CLOSED_INCOMPLETE
                    : WorkOrderState.CLOSED_COMPLETE;
        }
        if (any(tasks, WorkOrderTaskState.WORK_IN_PROGRESS::equals) || any(tasks, WorkOrderTaskState::isClosed)) {
            return WorkOrderState.WORK_IN_PROGRESS;
        }
        return ofOpen(tasks.stream().max(Comparator.naturalOrder()).orElseThrow());
    }

    private static WorkOrderState ofOpen(WorkOrderTaskState mostAdvanced) {
        return switch (mostAdvanced) {
            case DRAFT -> WorkOrderState.AWAITING_QUALIFICATION;
            case PENDING_DISPATCH -> WorkOrderState.QUALIFIED;
            case ASSIGNED -> WorkOrderState.ASSIGNED;
            case ACCEPTED -> WorkOrderState.ACCEPTED;
            default -> throw new IllegalStateException(mostAdvanced + " was asked for before");
        };
    }

    private static boolean all(List<WorkOrderTaskState> tasks, Predicate<WorkOrderTaskState> condition) {
        return tasks.stream().allMatch(condition);
    }

    private static boolean any(List<WorkOrderTaskState> tasks, Predicate<WorkOrderTaskState> condition) {
        return tasks.stream().anyMatch(condition);
    }
}
