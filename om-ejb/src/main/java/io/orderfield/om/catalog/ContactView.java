package io.orderfield.om.catalog;

import io.orderfield.kernel.Versioned;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A person of an account.
 *
 * @param number such as CON0001001
 * @param account number of the account
 * @param externalCode the key under which another system knows it, unique among its kind
 * @param updatedBy user name of who changed it last
 */
public record ContactView(
        String number,
        String account,
        String name,
        @Nullable String phone,
        @Nullable String email,
        @Nullable String externalCode,
        boolean active,
        long version,
        Instant updatedAt,
        String updatedBy)
        implements Versioned {}
