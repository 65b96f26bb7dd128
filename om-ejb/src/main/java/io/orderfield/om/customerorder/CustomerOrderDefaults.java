package io.orderfield.om.customerorder;

import io.orderfield.messaging.contract.FieldChange;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What an order says for all its items, validated. */
public record CustomerOrderDefaults(
        @Nullable String contact,
        int priority,
        @Nullable LocalDate requestedDate,
        @Nullable String externalReference,
        @Nullable String specialInstructions) {
    /** What is different in the other, old and new. */
    public List<FieldChange> differencesTo(CustomerOrderDefaults next) {
        List<FieldChange> changes = new ArrayList<>();
        LineItemData.add(changes, "contact", contact, next.contact);
        LineItemData.add(changes, "priority", priority, next.priority);
        LineItemData.add(changes, "requestedDate", requestedDate, next.requestedDate);
        LineItemData.add(changes, "externalReference", externalReference, next.externalReference);
        LineItemData.add(changes, "specialInstructions", specialInstructions, next.specialInstructions);
        return List.copyOf(changes);
    }
}
