package io.orderfield.web.catalog;

import io.orderfield.om.catalog.ContactCorrection;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What to correct; what is left out stays, empty text clears an optional field. */
@Schema(name = "ContactPatch")
public record ContactPatch(
        @Nullable String name,
        @Nullable String phone,
        @Nullable String email,
        @Nullable Boolean active,
        @Nullable String externalCode) {

    ContactCorrection command() {
        return new ContactCorrection(name, phone, email, active, externalCode);
    }
}
