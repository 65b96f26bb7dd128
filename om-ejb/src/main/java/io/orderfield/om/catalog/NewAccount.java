package io.orderfield.om.catalog;

import org.jspecify.annotations.Nullable;

/** An account to create. */
public record NewAccount(
        String name, @Nullable String segment, @Nullable String externalCode) {
    /** An account that no other system knows. */
    public NewAccount(String name, @Nullable String segment) {
        this(name, segment, null);
    }
}
