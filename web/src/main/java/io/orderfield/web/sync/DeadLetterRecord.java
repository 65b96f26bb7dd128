package io.orderfield.web.sync;

import io.orderfield.om.sync.DeadLetterView;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A message that nobody could work off.
 *
 * @param id the dead letter's own identity
 * @param code stable code of the cause, such as {@code attempts-exhausted}
 * @param reason the cause in words
 * @param messageType name of the message with version, null where it has none
 * @param messageId identity of the message
 * @param domainOrder number of the domain order, or null
 * @param customerOrder number of the customer order, or null
 * @param sender user of the outside application that sent it; a replay counts as sent by it again
 * @param originalDestination queue that it was meant for
 * @param occurredAt when its sender decided it
 * @param deadSince when it became a dead letter
 * @param replayable whether it can be sent to where it was meant to go
 * @param body its text; in a list at most 2,000 characters
 */
@Schema(name = "DeadLetter")
public record DeadLetterRecord(
        String id,
        String code,
        String reason,
        @Nullable String messageType,
        @Nullable String messageId,
        @Nullable String domainOrder,
        @Nullable String customerOrder,
        @Nullable String sender,
        @Nullable String originalDestination,
        @Nullable Instant occurredAt,
        Instant deadSince,
        boolean replayable,
        @Nullable String body) {
    static DeadLetterRecord of(DeadLetterView view) {
        return new DeadLetterRecord(
                view.id(),
                view.code(),
                view.reason(),
                view.messageType(),
                view.messageId(),
                view.domainOrder(),
                view.customerOrder(),
                view.sender(),
                view.originalDestination(),
                view.occurredAt(),
                view.deadSince(),
                view.replayable(),
                view.body());
    }
}
