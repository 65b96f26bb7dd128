package io.orderfield.om.customerorder;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What to change of a customer order; null leaves a field as it is, empty text clears an optional one. In progress it
 * also changes every item that is not past the point of no return.
 */
public record CustomerOrderRevision(
        @Nullable String contact,
        @Nullable Integer priority,
        @Nullable LocalDate requestedDate,
        @Nullable String externalReference,
        @Nullable String specialInstructions) {}
