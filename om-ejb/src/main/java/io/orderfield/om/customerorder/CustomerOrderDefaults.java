package io.orderfield.om.customerorder;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** What an order says for all its items, validated. */
record CustomerOrderDefaults(
        @Nullable String contact,
        int priority,
        @Nullable LocalDate requestedDate,
        @Nullable String externalReference,
        @Nullable String specialInstructions) {}
