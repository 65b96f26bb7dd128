package io.orderfield.messaging.contract;

import java.util.List;

/**
 * Order Management's yes to a {@link PartnerOrder}, to the partner's own answer queue; sent with the transaction that
 * created the order. {@code JMSCorrelationID} is that of the order's message, or its message id.
 *
 * @param externalReference the partner's own reference
 * @param customerOrder number of the customer order
 * @param state its state now: NEW, or DRAFT where the partner did not want it placed; any state for a repeat
 * @param repeated true when the order was there already: nothing was created, nothing changed
 * @param lineItems its items, by number
 * @param link path of the order in the REST API
 */
public record PartnerOrderAccepted(
        String externalReference,
        String customerOrder,
        String state,
        boolean repeated,
        List<AcceptedLineItem> lineItems,
        String link) {}
