package io.orderfield.om.worknote;

import io.orderfield.kernel.Shared;
import io.orderfield.messaging.delivery.TraceContext;
import io.orderfield.om.OmData;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;

/** Notes through JPA. */
@Shared
class JpaWorkNotes implements WorkNotes {
    private static final int MOST_WORK_ORDERS = 500;

    /** As people read them: by occurrence, and within a work order as Field Service numbered them. */
    private static final Comparator<WorkNote> AS_IT_HAPPENED = Comparator.comparing(
                    (WorkNote n) -> n.view().occurredAt())
            .thenComparing(n -> String.valueOf(n.view().workOrder()))
            .thenComparing(WorkNote::entrySequence)
            .thenComparing(n -> n.view().position());

    private final EntityManager entityManager;

    @Inject
    JpaWorkNotes(@OmData EntityManager entityManager) {
        this.entityManager = entityManager;
    }

    @Override
    public WorkNoteView add(NewWorkNote note) {
        WorkNote written = new WorkNote(note, TraceContext.traceId());
        entityManager.persist(written);
        return written.view();
    }

    @Override
    public List<WorkNoteView> after(UUID domainOrderId, WorkNoteFilter filter, long afterPosition, int first, int max) {
        WorkNoteQuery query = new WorkNoteQuery(domainOrderId, filter, afterPosition);
        return query.page(entityManager, false, first, max)
                .sorted(AS_IT_HAPPENED)
                .map(WorkNote::view)
                .toList();
    }

    @Override
    public List<WorkNoteView> newest(UUID domainOrderId, WorkNoteFilter filter, int first, int max) {
        WorkNoteQuery query = new WorkNoteQuery(domainOrderId, filter, 0);
        return query.page(entityManager, true, first, max)
                .sorted(AS_IT_HAPPENED.reversed())
                .map(WorkNote::view)
                .toList();
    }

    @Override
    public List<WrittenEntry> entries(UUID workOrderKey, long from, long to) {
        return entityManager
                .createQuery(
                        "select n.entrySequence, n.occurredAt, n.kind from WorkNote n"
                                + " where n.workOrderKey = :key and n.entrySequence between :from and :to",
                        Object[].class)
                .setParameter("key", workOrderKey)
                .setParameter("from", from)
                .setParameter("to", to)
                .getResultList()
                .stream()
                .map(r -> new WrittenEntry((Long) r[0], (Instant) r[1], (String) r[2]))
                .toList();
    }

    @Override
    public long count(UUID domainOrderId, WorkNoteFilter filter, long afterPosition) {
        return new WorkNoteQuery(domainOrderId, filter, afterPosition).count(entityManager);
    }

    @Override
    public List<String> workOrders(UUID domainOrderId) {
        return entityManager
                .createQuery(
                        "select distinct n.workOrder from WorkNote n"
                                + " where n.domainOrderId = :order and n.workOrder is not null order by n.workOrder",
                        String.class)
                .setParameter("order", domainOrderId)
                .setMaxResults(MOST_WORK_ORDERS)
                .getResultList();
    }
}
