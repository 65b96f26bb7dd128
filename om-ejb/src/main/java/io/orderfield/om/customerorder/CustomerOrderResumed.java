package io.orderfield.om.customerorder;

import java.util.UUID;

/** CDI event in the transaction of the resumption, order and items locked: what the hold held goes on. */
public record CustomerOrderResumed(UUID orderId, String by) implements CustomerOrderEvent {}
