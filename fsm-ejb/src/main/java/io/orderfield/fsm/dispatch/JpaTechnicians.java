package io.orderfield.fsm.dispatch;

import io.orderfield.fsm.FsmData;
import io.orderfield.kernel.Shared;
import io.orderfield.kernel.UniqueKey;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Technicians in the database. */
@Shared
public class JpaTechnicians implements Technicians {
    private final EntityManager entityManager;

    /** For tests, with an entity manager of their own. */
    @Inject
    public JpaTechnicians(@FsmData EntityManager entityManager) {
        this.entityManager = entityManager;
    }

    @Override
    public Optional<Technician> find(String username) {
        return Optional.ofNullable(entityManager.find(Technician.class, username));
    }

    @Override
    public Optional<Technician> lock(String username) {
        return Optional.ofNullable(entityManager.find(Technician.class, username, LockModeType.PESSIMISTIC_WRITE));
    }

    @Override
    public List<Technician> list(TechnicianFilter filter, int first, int max) {
        return named(TechnicianQuery.of(entityManager, filter).usernames(first, max));
    }

    @Override
    public long count(TechnicianFilter filter) {
        return TechnicianQuery.of(entityManager, filter).count();
    }

    @Override
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

    @Override
    public Set<String> ofFieldSystem(String user) {
        return Set.copyOf(entityManager
                .createQuery("select t.username from Technician t where t.fieldSystem = :user", String.class)
                .setParameter("user", user)
                .getResultList());
    }

    @Override
    public void add(Technician technician) {
        entityManager.persist(technician);
        UniqueKey.flush(entityManager, () -> TechnicianService.taken(technician.username()));
    }

    @Override
    public void flush() {
        entityManager.flush();
    }
}
