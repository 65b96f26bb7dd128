package io.orderfield.messaging.contract;

import java.time.Instant;
import java.util.UUID;

/**
 * Something that happened in Order Management, for outside applications on the topic {@code om.events}: ids, states and a
 * link, no customer data. Sent after the change is committed, at least once.
 *
 * @param eventId identity of the event; a repeat carries the same
 * @param event what happened: customer-order.state-changed, line-item.changed, line-item.point-of-no-return,
 *     domain-order.state-changed, work-order.changed
 * @param occurredAt when
 * @param account number of the account
 * @param customerOrder number of the customer order
 * @param lineItem number of the line item, or null
 * @param domainOrder number of the domain order, or null
 * @param workOrder number of the work order, or null
 * @param state the record's state after it, or null
 * @param link path of the record in the REST API, such as /api/v1/domain-orders/SO0001001
 */
public record OrderEvent(
        UUID eventId,
        String event,
        Instant occurredAt,
        String account,
        String customerOrder,
        String lineItem,
        String domainOrder,
        String workOrder,
        String state,
        String link) {}
