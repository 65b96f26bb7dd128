package io.orderfield.om.catalog;

import io.orderfield.messaging.refusal.Refusal;
import java.util.List;
import java.util.Map;

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
