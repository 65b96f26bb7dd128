package io.orderfield.om.customerorder;

import java.util.UUID;

/**
 * CDI event that whoever ends or keeps an item fires in its transaction, after {@link OrderLineItem#rollUp} or
 * {@link OrderLineItem#keep} changed it: the order is counted again after the commit.
 */
public record LineItemClosed(UUID orderId, UUID itemId, String by) implements CustomerOrderEvent {}
