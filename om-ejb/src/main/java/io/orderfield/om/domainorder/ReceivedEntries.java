package io.orderfield.om.domainorder;

import io.orderfield.kernel.ByKey;
import io.orderfield.kernel.Shared;
import io.orderfield.messaging.contract.ActivityEntry;
import io.orderfield.messaging.delivery.TraceContext;
import io.orderfield.om.OmData;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** What came of a work order's activity besides its notes: entries that are parked, attachments, and gaps. */
@Shared
public class ReceivedEntries {
    private final EntityManager entityManager;
    private final ByKey byKey;

    @Inject
    public ReceivedEntries(@OmData EntityManager entityManager) {
        this.entityManager = entityManager;
        this.byKey = new ByKey(entityManager);
    }

    public void add(WorkOrderAttachment attachment) {
        entityManager.persist(attachment);
    }

    /** What the work of a domain order has attached, oldest first. */
    public List<WorkOrderAttachment> attachments(UUID domainOrderId, int first, int max) {
        return byKey.query(
                        WorkOrderAttachment.class,
                        "select a from WorkOrderAttachment a where a.domainOrderId = :key order by a.addedAt, a.id",
                        domainOrderId)
                .setFirstResult(first)
                .setMaxResults(max)
                .getResultList();
    }

    public long countAttachments(UUID domainOrderId) {
        return byKey.query(
                        Long.class,
                        "select count(a) from WorkOrderAttachment a where a.domainOrderId = :key",
                        domainOrderId)
                .getSingleResult();
    }

    /** Parks an entry, unless it is parked already. */
    public void park(UUID workOrderKey, ActivityEntry entry) {
        if (parked(workOrderKey).stream().noneMatch(p -> p.sequence() == entry.sequence())) {
            entityManager.persist(new ParkedEntry(workOrderKey, entry, TraceContext.current()));
        }
    }

    /** Parked entries of a work order by sequence. */
    public List<ParkedEntry> parked(UUID workOrderKey) {
        return byKey.query(
                        ParkedEntry.class,
                        "select p from ParkedEntry p where p.workOrderKey = :key order by p.sequence",
                        workOrderKey)
                .getResultList();
    }

    public void unpark(ParkedEntry entry) {
        entityManager.remove(entry);
    }

    /** Work orders whose missing entries are to be asked for. */
    public List<UUID> gapsDue(Instant now, int most) {
        return byKey.query(
                        UUID.class,
                        "select l.key from WorkOrderLink l where l.entries.gapDueAt <= :key order by"
                                + " l.entries.gapDueAt, l.key",
                        now)
                .setMaxResults(most)
                .getResultList();
    }
}
