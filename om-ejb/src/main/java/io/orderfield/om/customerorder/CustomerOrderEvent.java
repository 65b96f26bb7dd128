package io.orderfield.om.customerorder;

/** What happens to customer orders and their items, each a type of its own that others observe by the name of that type. */
public sealed interface CustomerOrderEvent
        permits CustomerOrderApproved,
                CustomerOrderHeld,
                CustomerOrderResumed,
                CustomerOrderStateChanged,
                LineItemsAddedInFlight,
                LineItemRevised,
                LineItemCancellationRequested,
                LineItemClosed {}
