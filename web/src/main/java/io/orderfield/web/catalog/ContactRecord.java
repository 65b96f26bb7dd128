package io.orderfield.web.catalog;

import io.orderfield.om.catalog.ContactView;
import io.orderfield.web.api.Tagged;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A contact of an account.
 *
 * @param number such as CON0001001
 * @param account number of the account
 * @param externalCode the key under which another system knows it, unique among its kind
 * @param updatedBy user name of who changed it last
 */
@Schema(name = "Contact")
public record ContactRecord(
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
        implements Tagged {

    static ContactRecord of(ContactView view) {
        return new ContactRecord(
                view.number(),
                view.account(),
                view.name(),
                view.phone(),
                view.email(),
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
