package io.orderfield.om.catalog;

import io.orderfield.kernel.Refusal;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The no's about reference data that single calls and imports share. */
final class CatalogRefusals {
    private CatalogRefusals() {}

    /** @param number the record that has the code */
    static Refusal externalCodeTaken(String externalCode, String number) {
        return conflict(
                "external-code-taken",
                "The external code " + externalCode + " is that of " + number + ".",
                Map.of("externalCode", externalCode, "number", number));
    }

    /** The same when somebody took it at this very instant, so that the record isn't known. */
    static Refusal externalCodeTaken(@Nullable String externalCode) {
        return externalCode == null
                ? conflict(
                        "external-code-taken",
                        "Somebody gave one of these external codes to another record at the same instant.",
                        Map.of())
                : conflict(
                        "external-code-taken",
                        "The external code " + externalCode + " is that of another record.",
                        Map.of("externalCode", externalCode));
    }

    static Refusal codeTaken(String code) {
        return conflict("code-taken", "There is a specification " + code + " already.", Map.of());
    }

    static Refusal accountInactive(String account) {
        return conflict(
                "account-inactive",
                "The account " + account + " is not active; reactivate it first.",
                Map.of("account", account));
    }

    static Refusal conflict(String code, String message, Map<String, Object> data) {
        return new Refusal(Refusal.Kind.CONFLICT, code, message, List.of(), data);
    }
}
