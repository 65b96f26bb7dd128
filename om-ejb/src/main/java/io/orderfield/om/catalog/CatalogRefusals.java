package io.orderfield.om.catalog;

import io.orderfield.kernel.Refusal;
import org.jspecify.annotations.Nullable;

/** The no's about reference data that single calls and imports share. */
public final class CatalogRefusals {
    private CatalogRefusals() {}

    /** @param number the record that has the code */
    public static Refusal externalCodeTaken(String externalCode, String number) {
        return Refusal.conflict("external-code-taken")
                .with("externalCode", externalCode)
                .with("number", number)
                .showing("externalCode", externalCode)
                .showing("number", number);
    }

    /** The same when somebody took it at this very instant, so that the record isn't known. */
    public static Refusal externalCodeTaken(@Nullable String externalCode) {
        return externalCode == null
                ? Refusal.conflict("external-code-taken.instant")
                : Refusal.conflict("external-code-taken.other")
                        .with("externalCode", externalCode)
                        .showing("externalCode", externalCode);
    }

    static Refusal codeTaken(String code) {
        return Refusal.conflict("code-taken").with("code", code);
    }

    public static Refusal accountInactive(String account) {
        return Refusal.conflict("account-inactive").with("account", account).showing("account", account);
    }
}
