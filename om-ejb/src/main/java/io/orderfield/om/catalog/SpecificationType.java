package io.orderfield.om.catalog;

import java.util.Locale;
import java.util.Set;

/** What kind of domain order a specification makes. */
enum SpecificationType {
    PRODUCT,
    SERVICE,
    RESOURCE;

    /** The names of all types, as callers write them. */
    static final Set<String> WORDS = Set.of("product", "service", "resource");

    /** The type of this word, in any case. */
    static SpecificationType of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether it may be realized as that: a product or service as services and resources, a resource as resources. */
    boolean mayHave(SpecificationType part) {
        return part != PRODUCT && part.ordinal() >= ordinal();
    }
}
