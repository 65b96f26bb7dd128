package io.orderfield.om.sync;

import io.orderfield.kernel.Shared;
import io.orderfield.om.OmData;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** Reconciliations and their findings in the database. */
@Shared
class Reconciliations {
    private final EntityManager entityManager;

    @Inject
    Reconciliations(@OmData EntityManager entityManager) {
        this.entityManager = entityManager;
    }

    /** Writes it at once: a second one that runs, or is scheduled for the same time, fails here. */
    void add(Reconciliation reconciliation) {
        entityManager.persist(reconciliation);
        entityManager.flush();
    }

    boolean isAnyActive() {
        return entityManager
                        .createQuery("select count(r) from Reconciliation r where r.slot is not null", Long.class)
                        .getSingleResult()
                > 0;
    }

    boolean isScheduled(Instant time) {
        return entityManager
                        .createQuery("select count(r) from Reconciliation r where r.scheduledFor = :time", Long.class)
                        .setParameter("time", time)
                        .getSingleResult()
                > 0;
    }

    /** Locks and reads the one that runs. */
    Optional<Reconciliation> lockActive() {
        return entityManager
                .createQuery("select r from Reconciliation r where r.slot is not null", Reconciliation.class)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultList()
                .stream()
                .findFirst();
    }

    Optional<Reconciliation> find(String number) {
        return entityManager
                .createQuery("select r from Reconciliation r where r.number = :number", Reconciliation.class)
                .setParameter("number", number)
                .getResultList()
                .stream()
                .findFirst();
    }

    /** Newest first. */
    List<Reconciliation> list(int first, int max) {
        return entityManager
                .createQuery(
                        "select r from Reconciliation r order by r.startedAt desc, r.id desc", Reconciliation.class)
                .setFirstResult(first)
                .setMaxResults(max)
                .getResultList();
    }

    long count() {
        return entityManager
                .createQuery("select count(r) from Reconciliation r", Long.class)
                .getSingleResult();
    }

    void add(Finding finding) {
        entityManager.persist(finding);
    }

    /** Findings in a state, by key. */
    List<Finding> findings(UUID reconciliation, FindingState state, int max) {
        return entityManager
                .createQuery(
                        "select f from Finding f where f.reconciliationId = :id and f.state = :state"
                                + " order by f.workOrderKey",
                        Finding.class)
                .setParameter("id", reconciliation)
                .setParameter("state", state)
                .setMaxResults(max)
                .getResultList();
    }

    /** A page of the findings that were not dismissed, by kind and key. */
    List<Finding> report(UUID reconciliation, int first, int max) {
        return entityManager
                .createQuery(
                        "select f from Finding f where f.reconciliationId = :id and f.state <> :dismissed"
                                + " order by f.kind, f.workOrderKey",
                        Finding.class)
                .setParameter("id", reconciliation)
                .setParameter("dismissed", FindingState.DISMISSED)
                .setFirstResult(first)
                .setMaxResults(max)
                .getResultList();
    }

    long countReport(UUID reconciliation) {
        return entityManager
                .createQuery(
                        "select count(f) from Finding f where f.reconciliationId = :id and f.state <> :dismissed",
                        Long.class)
                .setParameter("id", reconciliation)
                .setParameter("dismissed", FindingState.DISMISSED)
                .getSingleResult();
    }

    /** How many confirmed findings there are of each kind, for several reconciliations at once. */
    Map<UUID, Map<String, Long>> differences(Collection<UUID> reconciliations) {
        if (reconciliations.isEmpty()) {
            return Map.of();
        }
        return entityManager
                .createQuery(
                        "select f.reconciliationId, f.kind, count(f) from Finding f where f.reconciliationId in :ids"
                                + " and f.state not in :open group by f.reconciliationId, f.kind",
                        Object[].class)
                .setParameter("ids", reconciliations)
                .setParameter("open", List.of(FindingState.SUSPECTED, FindingState.DISMISSED))
                .getResultStream()
                .collect(Collectors.groupingBy(
                        r -> (UUID) r[0], Collectors.toMap(r -> ((FindingKind) r[1]).name(), r -> (Long) r[2])));
    }

    /** Numbers of domain orders with a difference that was not dismissed. */
    Set<String> differing(UUID reconciliation) {
        return new HashSet<>(entityManager
                .createQuery(
                        "select distinct f.domainOrder from Finding f where f.reconciliationId = :id"
                                + " and f.state <> :dismissed and f.domainOrder is not null",
                        String.class)
                .setParameter("id", reconciliation)
                .setParameter("dismissed", FindingState.DISMISSED)
                .getResultList());
    }

    /** Whether an earlier reconciliation has reported the same about the work order. */
    boolean wasReported(UUID workOrderKey, FindingKind kind, UUID exceptReconciliation) {
        return entityManager
                        .createQuery(
                                "select count(f) from Finding f where f.workOrderKey = :key and f.kind = :kind"
                                        + " and f.state = :left and f.reconciliationId <> :id",
                                Long.class)
                        .setParameter("key", workOrderKey)
                        .setParameter("kind", kind)
                        .setParameter("left", FindingState.LEFT)
                        .setParameter("id", exceptReconciliation)
                        .getSingleResult()
                > 0;
    }
}
