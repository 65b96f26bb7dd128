package io.orderfield.messaging.delivery;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A message as it stands in the outbox and goes to the broker.
 *
 * @param id the message's identity (property {@code messageId}), time-ordered: a later message has a greater id
 * @param destination name of the queue or topic
 * @param topic true for a topic, false for a queue
 * @param type stable name with version, such as {@code WorkOrderChanged.v1} (property {@code messageType})
 * @param group number of the domain order ({@code JMSXGroupID}): messages of one group are worked off in order; null when
 *     the message belongs to none
 * @param correlation number of the customer order ({@code JMSCorrelationID}), or null
 * @param traceparent W3C trace context, or null
 * @param body JSON text
 * @param occurredAt when it was decided (property {@code occurredAt})
 */
public record OutgoingMessage(
        UUID id,
        String destination,
        boolean topic,
        String type,
        @Nullable String group,
        @Nullable String correlation,
        @Nullable String traceparent,
        String body,
        Instant occurredAt) {}
