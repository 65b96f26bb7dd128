package io.orderfield.om.catalog;

import org.jspecify.annotations.Nullable;

/** A correction of an account; null leaves a field as it is, empty text clears an optional one. */
public record AccountCorrection(
        @Nullable String name,
        @Nullable String segment,
        @Nullable Boolean active,
        @Nullable String externalCode) implements CustomerCorrection {
    /** A correction that leaves the external code as it is. */
    public AccountCorrection(@Nullable String name, @Nullable String segment, @Nullable Boolean active) {
        this(name, segment, active, null);
    }
}
