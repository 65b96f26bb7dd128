package io.orderfield.fsm.dispatch;

import io.orderfield.fsm.FsmData;
import io.orderfield.kernel.Shared;
import io.orderfield.kernel.UniqueKey;
import io.orderfield.messaging.right.Caller;
import io.orderfield.messaging.right.Role;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Technicians in the database. */
@Shared
public class Technicians {
    private final EntityManager entityManager;

    @Inject
    public Technicians(@FsmData EntityManager entityManager) {
        this.entityManager = entityManager;
    }

    public Optional<Technician> find(String username) {
        return Optional.ofNullable(entityManager.find(Technician.class, username));
    }

    /**
     * The same, locked until the end of the transaction: of two dispatchers who give work to one technician at once, the
     * second sees the visit that the first one planned. Lock the work order before, never after.
     */
    public Optional<Technician> lock(String username) {
        return Optional.ofNullable(entityManager.find(Technician.class, username, LockModeType.PESSIMISTIC_WRITE));
    }

    /** By name. @param max 1 to 200 */
    public List<Technician> list(TechnicianFilter filter, int first, int max) {
        return named(TechnicianQuery.of(entityManager, filter).usernames(first, max));
    }

    public long count(TechnicianFilter filter) {
        return TechnicianQuery.of(entityManager, filter).count();
    }

    /**
     * Those who get work and fit best (who has most of the skills, and serves the region), by name, with their absences.
     *
     * @param max 1 to 200
     */
    public List<Technician> candidates(Set<String> skills, String region, int max) {
        return named(TechnicianQuery.candidates(entityManager, skills, region).usernames(0, max));
    }

    /** By name, with their absences: one more query for all of them, not one for each. */
    private List<Technician> named(List<String> usernames) {
        return usernames.isEmpty()
                ? List.of()
                : entityManager
                        .createQuery(
                                "select t from Technician t where t.username in :usernames order by t.name, t.username",
                                Technician.class)
                        .setHint("eclipselink.batch.type", "IN")
                        .setHint("eclipselink.batch", "t.absences")
                        .setParameter("usernames", usernames)
                        .getResultList();
    }

    /** User names of the technicians that a field system acts for. */
    public Set<String> ofFieldSystem(String user) {
        return Set.copyOf(entityManager
                .createQuery("select t.username from Technician t where t.fieldSystem = :user", String.class)
                .setParameter("user", user)
                .getResultList());
    }

    /** User names of the technicians whose work is the caller's own: a technician's, or those that a field system acts for. */
    public Set<String> ownOf(Caller caller) {
        Set<String> own = new HashSet<>();
        if (caller.is(Role.TECHNICIAN)) {
            own.add(caller.name());
        }
        if (caller.is(Role.FIELD_SYSTEM)) {
            own.addAll(ofFieldSystem(caller.name()));
        }
        return own;
    }

    /** @throws io.orderfield.kernel.Refusal conflict {@code technician-exists}, also when somebody was faster */
    public void add(Technician technician) {
        entityManager.persist(technician);
        UniqueKey.flush(entityManager, () -> TechnicianService.taken(technician.username()));
    }

    /** Writes what was changed, so that versions are the new ones. */
    public void flush() {
        entityManager.flush();
    }
}
