package io.orderfield.fsm.workorder;

import io.orderfield.messaging.contract.FieldChange;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How a task looked before something was done to it. */
record TaskPicture(
        WorkOrderTaskState state,
        @Nullable String subState,
        @Nullable String technician,
        @Nullable Instant start,
        @Nullable Instant end) {
    static TaskPicture of(WorkOrderTask task) {
        return new TaskPicture(
                task.state(), task.subStateName(), task.technicianName(), task.scheduledStart(), task.scheduledEnd());
    }

    /** What is different now, by the names that notes use. */
    List<FieldChange> changesUntil(WorkOrderTask task) {
        TaskPicture now = of(task);
        return new FieldChanges.Collector()
                .compare("task.state", state, now.state)
                .compare("task.subState", subState, now.subState)
                .compare("technician", technician, now.technician)
                .compare("scheduledStart", start, now.start)
                .compare("scheduledEnd", end, now.end)
                .changes();
    }
}
