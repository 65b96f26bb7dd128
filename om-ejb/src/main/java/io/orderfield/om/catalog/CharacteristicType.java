package io.orderfield.om.catalog;

import java.util.Locale;

/** What values a characteristic may have. */
enum CharacteristicType {
    TEXT,
    NUMBER,
    BOOLEAN,
    CHOICE;

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
