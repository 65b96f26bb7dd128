package io.orderfield.om.worknote;

import io.orderfield.kernel.Sentence;
import io.orderfield.messaging.contract.FieldChange;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One entry of a domain order's activity.
 *
 * @param position rises as notes are recorded, per domain order from 1; a client that polls asks for what is after the
 *     last one it has
 * @param domainOrder number of the domain order
 * @param occurredAt when it happened, in Field Service for what came from there
 * @param recordedAt when it was written here
 * @param author display or user name of the person, or {@code Field Service}, or {@code system}
 * @param channel {@code workspace}, {@code rest}, {@code jms}, {@code field-service} or {@code system}
 * @param kind what happened: created, state-changed, updated, scheduled, assigned, unassigned, canceled, refused, note,
 *     closed, acknowledged, follow-up-wanted and others
 * @param workOrder number of the work order, null where it is about the domain order itself
 * @param task number of the work order task
 * @param state state of the work order (or of the domain order) after it
 * @param changes old and new values; may be empty
 * @param text free text of a person, a reason, or what the system says; plain text, never markup
 * @param traceId the {@code X-Correlation-Id} of the request that it comes from, on whichever side; null where no request
 *     caused it
 */
public record WorkNoteView(
        UUID id,
        long position,
        String domainOrder,
        Instant occurredAt,
        Instant recordedAt,
        String author,
        String channel,
        String kind,
        @Nullable String workOrder,
        @Nullable String task,
        @Nullable String state,
        List<FieldChange> changes,
        @Nullable Sentence text,
        @Nullable String traceId) {
    public WorkNoteView {
        changes = List.copyOf(changes);
    }
}
