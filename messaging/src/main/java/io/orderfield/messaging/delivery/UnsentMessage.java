package io.orderfield.messaging.delivery;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A message of the outbox that was given up: the broker refused it for what it is, as often as it is tried.
 *
 * @param id the message's identity
 * @param type name of the message with version
 * @param destination queue or topic that refused it
 * @param group number of the domain order, or null
 * @param correlation number of the customer order (to an outside application: its own correlation id), or null
 * @param occurredAt when it was decided
 * @param failedAt when it was given up
 * @param error the last refusal in words
 * @param body its text; in a list at most {@link UnsentMessages#LISTED_BODY} characters
 */
public record UnsentMessage(
        UUID id,
        String type,
        String destination,
        @Nullable String group,
        @Nullable String correlation,
        Instant occurredAt,
        Instant failedAt,
        @Nullable String error,
        String body) {}
