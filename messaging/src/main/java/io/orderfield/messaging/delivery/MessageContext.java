package io.orderfield.messaging.delivery;

import io.orderfield.messaging.contract.MessageType;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What came with a message besides its body.
 *
 * @param messageId identity of the message; goes to the inbox as the first statement of the service's transaction
 * @param type what it is
 * @param group number of the domain order, or null
 * @param correlation number of the customer order, or null
 * @param occurredAt when the sender decided it
 * @param traceparent W3C trace context, or null
 */
public record MessageContext(
        UUID messageId,
        MessageType type,
        @Nullable String group,
        @Nullable String correlation,
        Instant occurredAt,
        @Nullable String traceparent) {}
