package io.orderfield.fsm.workorder;

import io.orderfield.kernel.Refusal;
import java.util.Comparator;
import java.util.List;

/** A task starts only when those that it depends on are closed, however they ended. */
final class TaskOrder {
    private TaskOrder() {}

    /**
     * Numbers of the tasks that still have to be closed before this one may start, in their order.
     *
     * @param all tasks of the work order
     */
    static List<String> waitsFor(WorkOrderTask task, List<WorkOrderTask> all) {
        return all.stream()
                .filter(t ->
                        task.dependsOn().contains(t.ordinal()) && !t.state().isClosed())
                .sorted(Comparator.comparingInt(WorkOrderTask::ordinal))
                .map(WorkOrderTask::number)
                .toList();
    }

    /** @throws Refusal conflict {@code earlier-task-open} with the data {@code tasks} */
    static void requireMayStart(WorkOrderTask task, List<WorkOrderTask> all) {
        List<String> open = waitsFor(task, all);
        if (!open.isEmpty()) {
            throw Refusal.conflict("earlier-task-open")
                    .with("number", task.number())
                    .with("open", open)
                    .showing("tasks", open);
        }
    }
}
