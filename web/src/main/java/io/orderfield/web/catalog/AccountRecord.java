package io.orderfield.web.catalog;

import io.orderfield.om.catalog.AccountView;
import io.orderfield.web.api.Tagged;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
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
@Schema(name = "Account")
public record AccountRecord(
        String number,
        String name,
        @Nullable String segment,
        @Nullable String externalCode,
        boolean active,
        long version,
        Instant updatedAt,
        String updatedBy)
        implements Tagged {

    static AccountRecord of(AccountView view) {
        return new AccountRecord(
                view.number(),
                view.name(),
                view.segment(),
                view.externalCode(),
                view.active(),
                view.version(),
                view.updatedAt(),
                view.updatedBy());
    }

    @Override
    public String tag() {
        return Long.toString(version);
    }
}
