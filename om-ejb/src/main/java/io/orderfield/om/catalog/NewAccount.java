package io.orderfield.om.catalog;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** An account to create; a name that was left out is as wrong as one that is blank. */
public record NewAccount(
        String name, @Nullable String segment, @Nullable String externalCode) {
    public NewAccount {
        name = Objects.requireNonNullElse(name, "");
    }

    /** An account that no other system knows. */
    public NewAccount(String name, @Nullable String segment) {
        this(name, segment, null);
    }
}
