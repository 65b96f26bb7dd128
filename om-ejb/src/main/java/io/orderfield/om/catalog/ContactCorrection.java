package io.orderfield.om.catalog;

import org.jspecify.annotations.Nullable;

/** A correction of a contact; null leaves a field as it is, empty text clears an optional one. */
public record ContactCorrection(
        @Nullable String name,
        @Nullable String phone,
        @Nullable String email,
        @Nullable Boolean active,
        @Nullable String externalCode)
        implements CustomerCorrection {
    /** A correction that leaves the external code as it is. */
    public ContactCorrection(
            @Nullable String name, @Nullable String phone, @Nullable String email, @Nullable Boolean active) {
        this(name, phone, email, active, null);
    }
}
