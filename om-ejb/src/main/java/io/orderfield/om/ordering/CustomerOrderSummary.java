package io.orderfield.om.ordering;

import io.orderfield.om.customerorder.OrderState;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A customer order as a line of a list.
 *
 * @param lineItems how many items it has
 * @param firstLocation name of the location of its first item
 */
public record CustomerOrderSummary(
        String number,
        String state,
        @Nullable String outcome,
        String account,
        String accountName,
        int priority,
        @Nullable LocalDate requestedDate,
        int lineItems,
        @Nullable String firstLocation,
        boolean pastPointOfNoReturn,
        String createdBy,
        Instant createdAt,
        Instant updatedAt,
        @Nullable String externalReference) {
    /** Whether nothing happens to it any more. */
    public boolean over() {
        return OrderState.valueOf(state).isFinal();
    }
}
