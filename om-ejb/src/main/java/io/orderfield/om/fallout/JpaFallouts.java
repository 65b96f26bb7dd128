package io.orderfield.om.fallout;

import io.orderfield.om.number.NumberKind;
import io.orderfield.om.number.Numbers;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Fallouts through JPA. */
@ApplicationScoped
public class JpaFallouts implements Fallouts {
    private final Clock clock;

    @PersistenceContext(unitName = "om")
    private EntityManager entityManager;

    @Inject
    private Numbers numbers;

    protected JpaFallouts() {
        this.clock = Clock.tickMillis(ZoneOffset.UTC);
    }

    /** Outside a container. */
    public JpaFallouts(EntityManager entityManager, Numbers numbers, Clock clock) {
        this.entityManager = entityManager;
        this.numbers = numbers;
        this.clock = clock;
    }

    @Override
    public FalloutView raise(String cause, String record, @Nullable String domainOrder, String text) {
        Fallout fallout =
                new Fallout(numbers.next(NumberKind.FALLOUT), cause, record, domainOrder, text, clock.instant());
        entityManager.persist(fallout);
        return fallout.view();
    }

    Optional<Fallout> lock(String number) {
        return entityManager
                .createQuery("select f from Fallout f where f.number = :number", Fallout.class)
                .setParameter("number", number)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultList()
                .stream()
                .findFirst();
    }

    List<Fallout> list(@Nullable FalloutState state, int first, int max) {
        var query = entityManager.createQuery(
                "select f from Fallout f" + (state == null ? "" : " where f.state = :state")
                        + " order by f.createdAt desc, f.number desc",
                Fallout.class);
        if (state != null) {
            query.setParameter("state", state);
        }
        return query.setFirstResult(first).setMaxResults(max).getResultList();
    }
}
