package io.orderfield.web.sync;

import io.orderfield.om.sync.DeadLetterActionView;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What somebody did with a dead letter.
 *
 * @param kind REPLAY or DISCARD
 * @param requestedBy user name
 * @param reason why it was discarded; null for a replay
 * @param newMessageId identity of the replayed message
 * @param code the cause that had made it a dead letter
 * @param effect what a discard did so that nothing waits for the message; null for a replay
 * @param outcome PENDING, DONE, GONE (somebody else took it) or FAILED (the broker did not do it)
 */
@Schema(name = "DeadLetterAction")
public record DeadLetterActionRecord(
        UUID id,
        String deadLetterId,
        String kind,
        String requestedBy,
        Instant requestedAt,
        @Nullable String reason,
        @Nullable String messageId,
        @Nullable UUID newMessageId,
        @Nullable String messageType,
        String code,
        @Nullable String domainOrder,
        @Nullable String customerOrder,
        @Nullable String destination,
        @Nullable String effect,
        String outcome,
        @Nullable Instant finishedAt) {
    static DeadLetterActionRecord of(DeadLetterActionView view) {
        return new DeadLetterActionRecord(
                view.id(),
                view.deadLetterId(),
                view.kind(),
                view.requestedBy(),
                view.requestedAt(),
                view.reason(),
                view.messageId(),
                view.newMessageId(),
                view.messageType(),
                view.code(),
                view.domainOrder(),
                view.customerOrder(),
                view.destination(),
                view.effect(),
                view.outcome(),
                view.finishedAt());
    }
}
