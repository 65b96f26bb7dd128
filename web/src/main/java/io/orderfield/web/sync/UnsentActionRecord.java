package io.orderfield.web.sync;

import io.orderfield.messaging.delivery.UnsentAction;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What somebody did with a message that one side could not send.
 *
 * @param side om or fsm
 * @param messageId identity of the message
 * @param error why it could not be sent
 * @param kind RETRY or DISCARD
 * @param requestedBy user name
 * @param reason why it was discarded; null for a retry
 * @param effect what a discard did so that nothing waits for the message; null for a retry
 */
@Schema(name = "UnsentAction")
public record UnsentActionRecord(
        String side,
        UUID id,
        UUID messageId,
        String messageType,
        String destination,
        @Nullable String domainOrder,
        @Nullable String error,
        String kind,
        String requestedBy,
        Instant requestedAt,
        @Nullable String reason,
        @Nullable String effect) {
    static UnsentActionRecord of(String side, UnsentAction action) {
        return new UnsentActionRecord(
                side,
                action.id(),
                action.messageId(),
                action.messageType(),
                action.destination(),
                action.domainOrder(),
                action.error(),
                action.kind(),
                action.requestedBy(),
                action.requestedAt(),
                action.reason(),
                action.effect());
    }
}
