package io.orderfield.om.customerorder;

import io.orderfield.messaging.contract.FieldChange;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What to change of a line item; null leaves a field as it is, empty text clears an optional one.
 *
 * @param action only in DRAFT
 * @param specification only in DRAFT
 * @param location only in DRAFT
 * @param committedDate the day promised to the customer; it is moved and never cleared
 * @param characteristics replaces the values that it names; an empty value clears one
 */
public record LineItemRevision(
        @Nullable String action,
        @Nullable String specification,
        @Nullable String location,
        @Nullable Integer quantity,
        @Nullable Map<String, String> characteristics,
        @Nullable String contact,
        @Nullable Integer priority,
        @Nullable LocalDate requestedDate,
        @Nullable LocalDate committedDate,
        @Nullable String specialInstructions) {

    /**
     * The revision that makes these differences of an item in progress.
     *
     * @throws IllegalArgumentException for a field that no change in flight has
     */
    public static LineItemRevision of(List<FieldChange> differences) {
        Map<String, String> values = new HashMap<>();
        Map<String, String> characteristics = new HashMap<>();
        for (FieldChange difference : differences) {
            String field = difference.field();
            String value = Objects.requireNonNullElse(difference.newValue(), "");
            if (field.startsWith(CHARACTERISTIC)) {
                characteristics.put(field.substring(CHARACTERISTIC.length()), value);
            } else if (IN_FLIGHT.contains(field)) {
                values.put(field, value);
            } else {
                throw new IllegalArgumentException(field + " is no field of a change in flight");
            }
        }
        String quantity = values.get("quantity");
        String priority = values.get("priority");
        String requestedDate = values.get("requestedDate");
        String committedDate = values.get("committedDate");
        return new LineItemRevision(
                null,
                null,
                null,
                quantity == null ? null : Integer.valueOf(quantity),
                characteristics.isEmpty() ? null : characteristics,
                values.get("contact"),
                priority == null ? null : Integer.valueOf(priority),
                requestedDate == null ? null : LocalDate.parse(requestedDate),
                committedDate == null ? null : LocalDate.parse(committedDate),
                values.get("specialInstructions"));
    }

    private static final String CHARACTERISTIC = "characteristics.";
    private static final Set<String> IN_FLIGHT =
            Set.of("quantity", "contact", "priority", "requestedDate", "committedDate", "specialInstructions");
}
