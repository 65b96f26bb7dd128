package io.orderfield.om.catalog;

import io.orderfield.kernel.Versioned;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A customer.
 *
 * @param number such as ACCT0001001
 * @param segment such as {@code enterprise}; decision tables may ask for it
 * @param externalCode the key under which another system knows it, unique among its kind
 * @param active false once no new orders may be created
 * @param version rises with every correction
 * @param updatedBy user name of who changed it last
 */
public record AccountView(
        String number,
        String name,
        @Nullable String segment,
        @Nullable String externalCode,
        boolean active,
        long version,
        Instant updatedAt,
        String updatedBy)
        implements Versioned {}
