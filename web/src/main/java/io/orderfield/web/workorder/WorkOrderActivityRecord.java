package io.orderfield.web.workorder;

import io.orderfield.fsm.workorder.WorkOrderActivityView;
import io.orderfield.web.api.Change;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * An entry of a work order's activity.
 *
 * @param sequence position in the activity, from 1 without gaps
 * @param kind created, state-changed, updated, scheduled, assigned, unassigned, canceled, refused, note, closed,
 *     acknowledged, follow-up-wanted
 * @param author display name of the person, or {@code Field Service}
 * @param task number of the task that it is about
 * @param state the work order's state after it
 */
@Schema(name = "WorkOrderActivity")
public record WorkOrderActivityRecord(
        long sequence,
        Instant occurredAt,
        String kind,
        String author,
        @Nullable String task,
        @Nullable String state,
        List<Change> changes,
        @Nullable String text) {

    static WorkOrderActivityRecord of(WorkOrderActivityView view) {
        return new WorkOrderActivityRecord(
                view.sequence(),
                view.occurredAt(),
                view.kind(),
                view.author(),
                view.task(),
                view.state(),
                Change.of(view.changes()),
                view.text());
    }
}
