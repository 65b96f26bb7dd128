package io.orderfield.om.ordering;

import io.orderfield.messaging.contract.FieldChange;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What an item would say after a change that has not happened.
 *
 * @param differences old and new value per field, empty when the change changes nothing
 */
public record RevisedLineItem(
        int quantity,
        Map<String, String> characteristics,
        @Nullable String contact,
        int priority,
        @Nullable LocalDate requestedDate,
        @Nullable LocalDate committedDate,
        @Nullable String specialInstructions,
        List<FieldChange> differences) {
    public RevisedLineItem {
        characteristics = Map.copyOf(characteristics);
        differences = List.copyOf(differences);
    }
}
