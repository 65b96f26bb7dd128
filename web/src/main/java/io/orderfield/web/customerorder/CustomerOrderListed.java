package io.orderfield.web.customerorder;

import io.orderfield.om.customerorder.CustomerOrderSummary;
import java.time.Instant;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A customer order as lists show it.
 *
 * @param lineItems how many items it has
 * @param firstLocation name of the location of its first item
 */
@Schema(name = "CustomerOrderListed")
public record CustomerOrderListed(
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

    static CustomerOrderListed of(CustomerOrderSummary view) {
        return new CustomerOrderListed(
                view.number(),
                view.state(),
                view.outcome(),
                view.account(),
                view.accountName(),
                view.priority(),
                view.requestedDate(),
                view.lineItems(),
                view.firstLocation(),
                view.pastPointOfNoReturn(),
                view.createdBy(),
                view.createdAt(),
                view.updatedAt(),
                view.externalReference());
    }
}
