package io.orderfield.om.fallout;

import io.orderfield.kernel.Injected;
import io.orderfield.om.user.CurrentUser;
import io.orderfield.om.user.UserDirectory;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.util.List;

/** Fallouts as they are in the database, for tests of other packages. */
public final class FalloutFixture {
    private FalloutFixture() {}

    public static List<FalloutView> ofDomainOrder(EntityManager em, String domainOrder) {
        return em.createQuery("select f from Fallout f where f.domainOrder = :number order by f.number", Fallout.class)
                .setParameter("number", domainOrder)
                .getResultStream()
                .map(f -> f.view(false))
                .toList();
    }

    /** The service of a caller. */
    public static FalloutService service(
            Fallouts fallouts, UserDirectory users, CurrentUser user, List<Retry> retries, Clock clock) {
        return Injected.into(new FalloutService(), fallouts, users, user, retries, clock);
    }
}
