package io.orderfield.om.ordering;

import io.orderfield.om.customerorder.OrderState;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A customer order without its items, which are read page by page.
 *
 * @param order the order; it lists no items
 * @param lineItemStates how many items are in each state, by name of the state; states without items are missing
 */
public record CustomerOrderOverview(CustomerOrderView order, Map<String, Long> lineItemStates) {
    public CustomerOrderOverview {
        lineItemStates = new LinkedHashMap<>(lineItemStates);
    }

    /** Whether the cancellation of an item is in progress, so that somebody may have to decide about it. */
    public boolean cancelsItems() {
        return lineItemStates.containsKey(OrderState.CANCELLATION_IN_PROGRESS.name());
    }

    /** How many items it has. */
    public long lineItems() {
        return lineItemStates.values().stream().mapToLong(Long::longValue).sum();
    }
}
