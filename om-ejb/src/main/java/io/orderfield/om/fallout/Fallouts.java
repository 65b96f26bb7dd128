package io.orderfield.om.fallout;

import io.orderfield.kernel.ByKey;
import io.orderfield.kernel.Sentence;
import io.orderfield.kernel.Shared;
import io.orderfield.om.OmData;
import io.orderfield.om.number.NumberKind;
import io.orderfield.om.number.Numbers;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Fallouts in the database. The other packages raise them. */
@Shared
public class Fallouts {
    private static final String BY_NUMBER = "select f from Fallout f where f.number = :key";

    private final Clock clock;
    private final EntityManager entityManager;
    private final ByKey byKey;
    private final Numbers numbers;

    @Inject
    public Fallouts(@OmData EntityManager entityManager, Numbers numbers, Clock clock) {
        this.entityManager = entityManager;
        this.byKey = new ByKey(entityManager);
        this.numbers = numbers;
        this.clock = clock;
    }

    /** Raises a fallout with the caller's transaction. */
    public FalloutView raise(NewFallout raised) {
        Fallout fallout = new Fallout(numbers.next(NumberKind.FALLOUT), raised, clock.instant());
        entityManager.persist(fallout);
        return fallout.view(false);
    }

    /**
     * Raises a fallout that nothing but its record places, and that can't be tried again.
     *
     * @param cause stable code, lower case with hyphens
     * @param record number of the record that it is about
     * @param domainOrder number of the domain order, or null
     * @param text what happened and what to do
     */
    public FalloutView raise(String cause, String record, @Nullable String domainOrder, Sentence text) {
        return raise(new NewFallout(cause, record, null, null, domainOrder, null, text));
    }

    /** Whether a fallout of this cause about this subject waits for a person already. */
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

    /**
     * Ends what still waits for a person, because what it is about was decided elsewhere. It locks those fallouts; their
     * locks come after those of the records.
     *
     * @param cause of the fallouts
     * @param subjects what they are about
     * @param what was decided: the resolution
     * @param by user name of who decided
     */
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
        return byKey.first(Object[].class, "select f.cause, f.subject from Fallout f where f.number = :key", number)
                .map(r -> new Aim((String) r[0], (UUID) r[1]));
    }

    Optional<Fallout> lock(String number) {
        return byKey.firstLocked(Fallout.class, BY_NUMBER, number);
    }

    Optional<Fallout> find(String number) {
        return byKey.first(Fallout.class, BY_NUMBER, number);
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
