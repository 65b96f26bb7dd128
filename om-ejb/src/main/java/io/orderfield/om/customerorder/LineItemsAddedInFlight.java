package io.orderfield.om.customerorder;

import java.util.List;
import java.util.UUID;

/** CDI event in the transaction that adds items to an order in progress (or on hold): they want their domain orders. */
public record LineItemsAddedInFlight(UUID orderId, List<UUID> itemIds, String by) implements CustomerOrderEvent {}
