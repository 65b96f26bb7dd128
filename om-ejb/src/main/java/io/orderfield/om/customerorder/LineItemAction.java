package io.orderfield.om.customerorder;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What the customer wants done with the product at the location. */
public enum LineItemAction {
    ADD,
    CHANGE,
    DISCONNECT;

    /** The action of this name in any case; empty for another word. */
    static Optional<LineItemAction> named(String name) {
        String wanted = name.strip().toUpperCase(Locale.ROOT);
        return Arrays.stream(values()).filter(a -> a.name().equals(wanted)).findFirst();
    }
}
