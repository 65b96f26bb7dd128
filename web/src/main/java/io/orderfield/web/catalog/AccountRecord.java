package io.orderfield.web.catalog;

import io.orderfield.om.catalog.AccountView;
import io.orderfield.web.api.Tagged;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A customer.
 *
 * @param number such as ACCT0001001
 * @param segment such as {@code enterprise}; decision tables may ask for it
 * @param active false once no new orders may be created
 * @param version rises with every correction
 */
@Schema(name = "Account")
public record AccountRecord(
        String number, String name, @Nullable String segment, boolean active, long version) implements Tagged {

    static AccountRecord of(AccountView view) {
        return new AccountRecord(view.number(), view.name(), view.segment(), view.active(), view.version());
    }

    @Override
    public String tag() {
        return Long.toString(version);
    }
}
