package io.orderfield.om.domainorder;

import io.orderfield.om.number.NumberKind;
import java.util.Locale;

/** What kind of specification a domain order stands for. */
public enum DomainOrderType {
    PRODUCT(NumberKind.PRODUCT_ORDER),
    SERVICE(NumberKind.SERVICE_ORDER),
    RESOURCE(NumberKind.RESOURCE_ORDER);

    private final NumberKind numberKind;

    DomainOrderType(NumberKind numberKind) {
        this.numberKind = numberKind;
    }

    /** The type of a specification, by the word that the catalog uses. */
    public static DomainOrderType of(String specificationType) {
        return valueOf(specificationType.toUpperCase(Locale.ROOT));
    }

    public NumberKind numberKind() {
        return numberKind;
    }

    /** The word that people read. */
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
