package io.orderfield.om.catalog;

import org.jspecify.annotations.Nullable;

/** A correction of an account; null leaves a field as it is, empty text clears an optional one. */
public record AccountCorrection(
        @Nullable String name,
        @Nullable String segment,
        @Nullable Boolean active) {}
