package io.orderfield.fsm.workorder;

import io.orderfield.messaging.contract.FieldChange;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One thing that happened to a work order.
 *
 * @param sequence position in the activity, from 1 without gaps
 * @param kind created, state-changed, updated, scheduled, assigned, unassigned, canceled, refused, note, closed,
 *     acknowledged, follow-up-wanted, attachment-added
 * @param author display name of the person, or {@code Field Service}
 * @param task number of the task that it is about
 * @param state the work order's state after it
 */
public record WorkOrderActivityView(
        long sequence,
        Instant occurredAt,
        String kind,
        String author,
        @Nullable String task,
        @Nullable String state,
        List<FieldChange> changes,
        @Nullable String text) {}
