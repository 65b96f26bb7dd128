package io.orderfield.om.fallout;

import io.orderfield.kernel.Sentence;
import io.orderfield.kernel.Shared;
import io.orderfield.om.OmData;
import io.orderfield.om.number.NumberKind;
import io.orderfield.om.number.Numbers;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.TypedQuery;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Fallouts through JPA. */
@Shared
public class JpaFallouts implements Fallouts {
    private final Clock clock;
    private final EntityManager entityManager;
    private final Numbers numbers;

    @Inject
    public JpaFallouts(@OmData EntityManager entityManager, Numbers numbers, Clock clock) {
        this.entityManager = entityManager;
        this.numbers = numbers;
        this.clock = clock;
    }

    @Override
    public FalloutView raise(NewFallout raised) {
        Fallout fallout = new Fallout(numbers.next(NumberKind.FALLOUT), raised, clock.instant());
        entityManager.persist(fallout);
        return fallout.view(false);
    }

    @Override
    public boolean isRaised(String cause, UUID subject) {
        return !entityManager
                .createQuery(
                        "select f.id from Fallout f where f.subject = :subject and f.cause = :cause"
                                + " and f.state <> :resolved",
                        UUID.class)
                .setParameter("subject", subject)
                .setParameter("cause", cause)
                .setParameter("resolved", FalloutState.RESOLVED)
                .setMaxResults(1)
                .getResultList()
                .isEmpty();
    }

    @Override
    public void resolve(String cause, Collection<UUID> subjects, Sentence what, String by) {
        if (subjects.isEmpty()) {
            return;
        }
        Instant at = clock.instant();
        entityManager
                .createQuery(
                        "select f from Fallout f where f.subject in :subjects and f.cause = :cause"
                                + " and f.state <> :resolved order by f.number",
                        Fallout.class)
                .setParameter("subjects", subjects)
                .setParameter("cause", cause)
                .setParameter("resolved", FalloutState.RESOLVED)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultList()
                .forEach(f -> f.resolve(what, by, at));
    }

    /** Cause and subject of a fallout. */
    record Aim(String cause, @Nullable UUID subject) {}

    /** Reads what a fallout is about without reading (and so without caching) the fallout. */
    Optional<Aim> aim(String number) {
        return entityManager
                .createQuery("select f.cause, f.subject from Fallout f where f.number = :number", Object[].class)
                .setParameter("number", number)
                .getResultList()
                .stream()
                .map(r -> new Aim((String) r[0], (UUID) r[1]))
                .findFirst();
    }

    Optional<Fallout> lock(String number) {
        return byNumber(number).setLockMode(LockModeType.PESSIMISTIC_WRITE).getResultList().stream()
                .findFirst();
    }

    Optional<Fallout> find(String number) {
        return byNumber(number).getResultList().stream().findFirst();
    }

    private TypedQuery<Fallout> byNumber(String number) {
        return entityManager
                .createQuery("select f from Fallout f where f.number = :number", Fallout.class)
                .setParameter("number", number);
    }

    /** Newest first. */
    List<Fallout> list(FalloutFilter filter, int first, int max) {
        return new FalloutQuery(filter).page(entityManager, first, max);
    }

    long count(FalloutFilter filter) {
        return new FalloutQuery(filter).count(entityManager);
    }

    /** Writes what is pending to the database, so that versions are up to date. */
    void flush() {
        entityManager.flush();
    }
}
