package io.orderfield.fsm.attachment;

import io.orderfield.fsm.FsmData;
import io.orderfield.kernel.Shared;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** What is known of photos and documents; their content is in a store. */
@Shared
public class Attachments {
    private final EntityManager entityManager;

    @Inject
    public Attachments(@FsmData EntityManager entityManager) {
        this.entityManager = entityManager;
    }

    void add(Attachment attachment) {
        entityManager.persist(attachment);
    }

    Optional<Attachment> find(UUID id) {
        return Optional.ofNullable(entityManager.find(Attachment.class, id));
    }

    /** Those of the work order's tasks, oldest first. */
    List<Attachment> ofWorkOrder(UUID key, int max) {
        return entityManager
                .createQuery(
                        "select a from Attachment a where a.workOrderId = :key order by a.addedAt, a.id",
                        Attachment.class)
                .setParameter("key", key)
                .setMaxResults(max)
                .getResultList();
    }

    /** Those of the ids that are an attachment's. */
    Set<UUID> among(Collection<UUID> ids) {
        return ids.isEmpty()
                ? Set.of()
                : Set.copyOf(entityManager
                        .createQuery("select a.id from Attachment a where a.id in :ids", UUID.class)
                        .setParameter("ids", ids)
                        .getResultList());
    }

    long count(UUID key) {
        return entityManager
                .createQuery("select count(a) from Attachment a where a.workOrderId = :key", Long.class)
                .setParameter("key", key)
                .getSingleResult();
    }
}
