package io.orderfield.om.catalog;

import java.util.Locale;

/** What kind of domain order a specification makes. */
enum SpecificationType {
    PRODUCT,
    SERVICE,
    RESOURCE;

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
