package io.orderfield.om.worknote;

import io.orderfield.messaging.delivery.TraceContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;

/** Notes through JPA. */
@ApplicationScoped
class JpaWorkNotes implements WorkNotes {
    /** As people read them: by occurrence, and within a work order as Field Service numbered them. */
    private static final Comparator<WorkNote> AS_IT_HAPPENED = Comparator.comparing(
                    (WorkNote n) -> n.view().occurredAt())
            .thenComparing(n -> String.valueOf(n.view().workOrder()))
            .thenComparing(WorkNote::entrySequence)
            .thenComparing(n -> n.view().position());

    @PersistenceContext(unitName = "om")
    private EntityManager entityManager;

    protected JpaWorkNotes() {
        // for CDI
    }

    JpaWorkNotes(EntityManager entityManager) {
        this.entityManager = entityManager;
    }

    @Override
    public WorkNoteView add(NewWorkNote note) {
        WorkNote written = new WorkNote(note, TraceContext.traceId());
        entityManager.persist(written);
        return written.view();
    }

    @Override
    public List<WorkNoteView> after(UUID domainOrderId, long afterPosition, int max) {
        // a page is cut by position, so that a client that polls misses none, and then sorted for the reader
        return entityManager
                .createQuery(
                        "select n from WorkNote n where n.domainOrderId = :order and n.position > :after"
                                + " order by n.position",
                        WorkNote.class)
                .setParameter("order", domainOrderId)
                .setParameter("after", afterPosition)
                .setMaxResults(max)
                .getResultStream()
                .sorted(AS_IT_HAPPENED)
                .map(WorkNote::view)
                .toList();
    }
}
