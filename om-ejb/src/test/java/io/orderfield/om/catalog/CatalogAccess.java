package io.orderfield.om.catalog;

import io.orderfield.om.number.DatabaseNumbers;
import jakarta.persistence.EntityManager;
import java.time.Clock;

/** The real catalog on an entity manager, for tests of other packages. */
public final class CatalogAccess {
    private CatalogAccess() {}

    public static Catalog catalog(EntityManager em) {
        return new Catalog(em);
    }

    public static CatalogRegister register(EntityManager em) {
        return new CatalogRegister(em, DatabaseNumbers.of(em), Clock.systemUTC());
    }
}
