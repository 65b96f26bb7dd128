package io.orderfield.web.sync;

import io.orderfield.messaging.delivery.UnsentMessage;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A message that one side could not send and has given up.
 *
 * @param side om or fsm
 * @param error the broker's last refusal in words
 * @param failedAt when it was given up
 * @param body its text; in a list at most 2,000 characters
 */
@Schema(name = "UnsentMessage")
public record UnsentMessageRecord(
        String side,
        UUID id,
        String messageType,
        String destination,
        @Nullable String domainOrder,
        @Nullable String error,
        Instant occurredAt,
        Instant failedAt,
        String body) {
    static UnsentMessageRecord of(String side, UnsentMessage message) {
        return new UnsentMessageRecord(
                side,
                message.id(),
                message.type(),
                message.destination(),
                message.group(),
                message.error(),
                message.occurredAt(),
                message.failedAt(),
                message.body());
    }
}
