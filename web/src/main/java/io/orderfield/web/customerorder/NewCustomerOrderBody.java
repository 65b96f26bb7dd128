package io.orderfield.web.customerorder;

import io.orderfield.om.customerorder.NewCustomerOrder;
import io.orderfield.om.customerorder.NewLineItem;
import io.orderfield.web.api.Bodies;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A customer order to create.
 *
 * @param account number of the account
 * @param contact number of a contact of the account; the default of the items, as are the next four
 * @param priority 1 (critical) to 4 (low); 3 when left out
 * @param requestedDate local date at each location
 * @param externalReference the customer's own reference
 */
@Schema(name = "NewCustomerOrder")
public record NewCustomerOrderBody(
        @Nullable String account,
        @Nullable String contact,
        @Nullable Integer priority,
        @Nullable LocalDate requestedDate,
        @Nullable String externalReference,
        @Nullable String specialInstructions,
        @Nullable List<@Nullable NewLineItemBody> lineItems) {

    NewCustomerOrder command() {
        List<NewLineItemBody> bodies = Bodies.listed("lineItems", lineItems);
        List<NewLineItem> items = new ArrayList<>();
        for (int i = 0; i < bodies.size(); i++) {
            items.add(bodies.get(i).command("lineItems[" + i + "]"));
        }
        return new NewCustomerOrder(
                Bodies.text(account), contact, priority, requestedDate, externalReference, specialInstructions, items);
    }
}
