package io.orderfield.messaging.delivery;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A message that nobody could work off.
 *
 * @param id the dead letter's own identity
 * @param messageId identity of the message, or null where it has none
 * @param messageType name of the message with version, or null
 * @param code stable code of the cause
 * @param reason the cause in words
 * @param group number of the domain order, or null
 * @param correlation number of the customer order, or the outside sender's own correlation id; or null
 * @param sender user of the outside application that sent it, as the broker has validated it; null for messages of our own
 * @param originalDestination queue or topic that it was meant for, or null where nobody knows any more
 * @param occurredAt when the sender decided it, or null
 * @param deadSince when it became a dead letter
 * @param body its text; null where it is no text message
 */
public record DeadLetter(
        String id,
        @Nullable String messageId,
        @Nullable String messageType,
        String code,
        String reason,
        @Nullable String group,
        @Nullable String correlation,
        @Nullable String sender,
        @Nullable String originalDestination,
        @Nullable Instant occurredAt,
        Instant deadSince,
        @Nullable String body) {
    /** Number of the customer order, or null. */
    public @Nullable String customerOrder() {
        return sender == null ? correlation : null;
    }
}
