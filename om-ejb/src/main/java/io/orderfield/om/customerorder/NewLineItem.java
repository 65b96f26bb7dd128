package io.orderfield.om.customerorder;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A line item to create. With {@code locations} it becomes one item for each of them.
 *
 * @param action add, change or disconnect, in any case
 * @param specification code of a product specification
 * @param location number of a location of the order's account; null when {@code locations} is given
 * @param locations several locations instead of one; may be empty
 * @param quantity 1 to 9,999; 1 when null
 * @param characteristics values by name, as plain text
 * @param contact null takes the order's
 * @param priority null takes the order's
 * @param requestedDate null takes the order's
 * @param committedDate the day promised to the customer, local to the location; null for none
 * @param specialInstructions null takes the order's
 */
public record NewLineItem(
        String action,
        String specification,
        @Nullable String location,
        List<String> locations,
        @Nullable Integer quantity,
        Map<String, String> characteristics,
        @Nullable String contact,
        @Nullable Integer priority,
        @Nullable LocalDate requestedDate,
        @Nullable LocalDate committedDate,
        @Nullable String specialInstructions) {}
