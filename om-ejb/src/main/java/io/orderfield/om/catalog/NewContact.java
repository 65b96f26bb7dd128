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
        @Nullable String email) {}
