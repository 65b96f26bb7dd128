package io.orderfield.om.domainorder;

import io.orderfield.kernel.Batches;
import io.orderfield.kernel.ByKey;
import io.orderfield.kernel.Shared;
import io.orderfield.om.OmData;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Wishes for follow-up work that the manager decides about, in the database. */
@Shared
public class FollowUpWishes {
    private final EntityManager entityManager;
    private final ByKey byKey;

    @Inject
    public FollowUpWishes(@OmData EntityManager entityManager) {
        this.entityManager = entityManager;
        this.byKey = new ByKey(entityManager);
    }

    public Optional<FollowUp> wish(UUID id) {
        return Optional.ofNullable(entityManager.find(FollowUp.class, id));
    }

    public void add(FollowUp wish) {
        entityManager.persist(wish);
    }

    /** Undecided wishes by domain order; a domain order without one has no entry. */
    public Map<UUID, List<FollowUp>> openWishes(Collection<UUID> domainOrderIds) {
        Map<UUID, List<FollowUp>> wishes = new HashMap<>();
        Batches.of(domainOrderIds, slice -> byKey.query(
                                FollowUp.class,
                                "select w from FollowUp w where w.domainOrderId in :key and w.state = :state"
                                        + " order by w.id",
                                slice)
                        .setParameter("state", FollowUpState.OPEN)
                        .getResultList())
                .forEach(w -> wishes.computeIfAbsent(w.domainOrderId(), d -> new ArrayList<>())
                        .add(w));
        return wishes;
    }

    /** A page of the undecided wishes of all domain orders, oldest first. */
    public List<FollowUp> openWishes(int first, int max) {
        return entityManager
                .createQuery(
                        "select w from FollowUp w where w.state = :state order by w.wishedAt, w.id", FollowUp.class)
                .setParameter("state", FollowUpState.OPEN)
                .setFirstResult(first)
                .setMaxResults(max)
                .getResultList();
    }

    public long countOpenWishes() {
        return entityManager
                .createQuery("select count(w) from FollowUp w where w.state = :state", Long.class)
                .setParameter("state", FollowUpState.OPEN)
                .getSingleResult();
    }
}
