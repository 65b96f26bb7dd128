package io.orderfield.messaging.contract;

import java.time.Instant;
import java.util.UUID;

/**
 * Something that happened to a work order, for outside applications on the topic {@code fsm.events}: ids, states and a link,
 * nobody's name. Field Service sends one for each change of a work order after it is committed, at least once. Whoever wants
 * more reads the link.
 *
 * @param eventId identity of the event; a repeat carries the same
 * @param event what happened: work-order.created, .state-changed, .updated, .scheduled, .assigned, .unassigned, .canceled,
 *     .note, .closed, .acknowledged, .follow-up-wanted, .attachment-added
 * @param occurredAt when
 * @param revision counts the work order's changes: of two events the one with the greater revision is newer
 * @param account number of the account
 * @param customerOrder number of the customer order
 * @param lineItem number of the line item
 * @param domainOrder number of the domain order
 * @param workOrder number of the work order
 * @param task number of the work order task that it is about, or null
 * @param state the work order's state after it
 * @param link path of the work order in the REST API, such as /api/v1/work-orders/WO0001001
 */
public record WorkOrderEvent(
        UUID eventId,
        String event,
        Instant occurredAt,
        long revision,
        String account,
        String customerOrder,
        String lineItem,
        String domainOrder,
        String workOrder,
        String task,
        String state,
        String link) {}
