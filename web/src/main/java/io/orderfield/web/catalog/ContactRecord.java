package io.orderfield.web.catalog;

import io.orderfield.om.catalog.ContactView;
import io.orderfield.web.api.Tagged;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A contact of an account.
 *
 * @param number such as CON0001001
 * @param account number of the account
 */
@Schema(name = "Contact")
public record ContactRecord(
        String number,
        String account,
        String name,
        @Nullable String phone,
        @Nullable String email,
        boolean active,
        long version)
        implements Tagged {

    static ContactRecord of(ContactView view) {
        return new ContactRecord(
                view.number(), view.account(), view.name(), view.phone(), view.email(), view.active(), view.version());
    }

    @Override
    public String tag() {
        return Long.toString(version);
    }
}
