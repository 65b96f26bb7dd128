package io.orderfield.om.customerorder;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A customer order to create. Contact, priority, date and instructions are defaults for the items.
 *
 * @param account number of the account
 * @param contact number of a contact of the account
 * @param priority 1 (critical) to 4 (low); 3 when null
 * @param requestedDate local date at each location
 * @param externalReference the customer's own reference, at most 100 characters; unique among a partner's orders
 * @param specialInstructions at most 4,000 characters
 * @param lineItems at least one, at most 2,000 after items with several locations are spread out
 */
public record NewCustomerOrder(
        String account,
        @Nullable String contact,
        @Nullable Integer priority,
        @Nullable LocalDate requestedDate,
        @Nullable String externalReference,
        @Nullable String specialInstructions,
        List<NewLineItem> lineItems) {}
