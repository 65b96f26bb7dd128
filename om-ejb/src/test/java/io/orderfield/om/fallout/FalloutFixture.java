package io.orderfield.om.fallout;

import jakarta.persistence.EntityManager;
import java.util.List;

/** Fallouts as they are in the database, for tests of other packages. */
public final class FalloutFixture {
    private FalloutFixture() {}

    public static List<FalloutView> ofDomainOrder(EntityManager em, String domainOrder) {
        return em.createQuery("select f from Fallout f where f.domainOrder = :number order by f.number", Fallout.class)
                .setParameter("number", domainOrder)
                .getResultStream()
                .map(Fallout::view)
                .toList();
    }
}
