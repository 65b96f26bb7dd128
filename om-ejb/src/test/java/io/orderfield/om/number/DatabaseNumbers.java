package io.orderfield.om.number;

import jakarta.persistence.EntityManager;

/** The real numbers, for tests of other packages. */
public final class DatabaseNumbers {
    private DatabaseNumbers() {}

    public static Numbers of(EntityManager em) {
        return new Numbers(em);
    }
}
