package io.orderfield.om.catalog;

import org.jspecify.annotations.Nullable;

/**
 * A customer.
 *
 * @param number such as ACCT0001001
 * @param segment such as {@code enterprise}; decision tables may ask for it
 * @param active false once no new orders may be created
 * @param version rises with every correction
 */
public record AccountView(
        String number, String name, @Nullable String segment, boolean active, long version) {}
