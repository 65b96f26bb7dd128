package io.orderfield.om.catalog;

import org.jspecify.annotations.Nullable;

/**
 * A contact to create.
 *
 * @param account number of the account
 */
public record NewContact(
        String account,
        String name,
        @Nullable String phone,
        @Nullable String email,
        @Nullable String externalCode) {
    /** A contact that no other system knows. */
    public NewContact(String account, String name, @Nullable String phone, @Nullable String email) {
        this(account, name, phone, email, null);
    }
}
