package io.orderfield.fsm.dispatch;

import jakarta.enterprise.context.Dependent;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Technicians in the database. */
@Dependent
public class JpaTechnicians implements Technicians {
    @PersistenceContext(unitName = "fsm")
    private EntityManager entityManager;

    public JpaTechnicians() {
        // for the container
    }

    /** For tests, with an entity manager of their own. */
    public JpaTechnicians(EntityManager entityManager) {
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
    public List<Technician> all() {
        return entityManager
                .createQuery("select t from Technician t order by t.name, t.username", Technician.class)
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
    }
}
