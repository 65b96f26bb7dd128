package io.orderfield.web.customerorder;

import io.orderfield.om.customerorder.CustomerOrderRevision;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What to change of a customer order; what is left out stays, empty text clears an optional field. */
@Schema(name = "CustomerOrderPatch")
public record CustomerOrderPatch(
        @Nullable String contact,
        @Nullable Integer priority,
        @Nullable LocalDate requestedDate,
        @Nullable String externalReference,
        @Nullable String specialInstructions) {

    CustomerOrderRevision command() {
        return new CustomerOrderRevision(contact, priority, requestedDate, externalReference, specialInstructions);
    }
}
