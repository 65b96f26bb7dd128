package io.orderfield.om.catalog;

import org.jspecify.annotations.Nullable;

/**
 * A person of an account.
 *
 * @param number such as CON0001001
 * @param account number of the account
 */
public record ContactView(
        String number,
        String account,
        String name,
        @Nullable String phone,
        @Nullable String email,
        boolean active,
        long version) {}
