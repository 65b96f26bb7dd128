package io.orderfield.om.customerorder;

import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What to change of a line item; null leaves a field as it is, empty text clears an optional one.
 *
 * @param action only in DRAFT
 * @param specification only in DRAFT
 * @param location only in DRAFT
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
        @Nullable String specialInstructions) {}
