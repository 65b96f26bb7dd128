package io.orderfield.om.catalog;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A contact to create; what was left out is as wrong as what is blank.
 *
 * @param account number of the account
 */
public record NewContact(
        String account,
        String name,
        @Nullable String phone,
        @Nullable String email,
        @Nullable String externalCode) {
    public NewContact {
        account = Objects.requireNonNullElse(account, "");
        name = Objects.requireNonNullElse(name, "");
    }

    /** A contact that no other system knows. */
    public NewContact(String account, String name, @Nullable String phone, @Nullable String email) {
        this(account, name, phone, email, null);
    }
}
