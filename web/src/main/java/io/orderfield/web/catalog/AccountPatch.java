package io.orderfield.web.catalog;

import io.orderfield.om.catalog.AccountCorrection;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What to correct; what is left out stays, empty text clears an optional field. */
@Schema(name = "AccountPatch")
public record AccountPatch(
        @Nullable String name,
        @Nullable String segment,
        @Nullable Boolean active,
        @Nullable String externalCode) {

    AccountCorrection command() {
        return new AccountCorrection(name, segment, active, externalCode);
    }
}
