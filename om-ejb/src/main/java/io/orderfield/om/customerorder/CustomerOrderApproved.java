package io.orderfield.om.customerorder;

import java.util.UUID;

/** CDI event in the transaction of the approval, order and items locked: the items want their domain orders. */
public record CustomerOrderApproved(UUID orderId, String orderNumber, String by) implements CustomerOrderEvent {}
