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

/** The notes in the database. They are added and read, never changed. */
@Shared
public class WorkNotes {
    /** Most characters of a note's text. */
    public static final int TEXT_LENGTH = 4_000;

    private static final int MOST_WORK_ORDERS = 500;

    /** As people read them: by occurrence, and within a work order as Field Service numbered them. */
    private static final Comparator<WorkNote> AS_IT_HAPPENED = Comparator.comparing(
                    (WorkNote n) -> n.view().occurredAt())
            .thenComparing(n -> String.valueOf(n.view().workOrder()))
            .thenComparing(WorkNote::entrySequence)
            .thenComparing(n -> n.view().position());

    /**
     * What an entry of Field Service was that a note was made from.
     *
     * @param entrySequence its number on the work order
     */
    public record WrittenEntry(long entrySequence, Instant occurredAt, String kind) {}

    private final EntityManager entityManager;

    @Inject
    WorkNotes(@OmData EntityManager entityManager) {
        this.entityManager = entityManager;
    }

    /** Writes a note with the caller's transaction, which holds the domain order's lock. */
    public WorkNoteView add(NewWorkNote note) {
        WorkNote written = new WorkNote(note, TraceContext.traceId());
        entityManager.persist(written);
        return written.view();
    }

    /**
     * Notes by position: a page is cut by position, so that a client that polls misses none, and sorted for the reader.
     *
     * @param afterPosition the position before the first one wanted, 0 from the beginning
     * @param first how many of them to skip
     * @param max at most so many
     */
    public List<WorkNoteView> after(UUID domainOrderId, WorkNoteFilter filter, long afterPosition, int first, int max) {
        WorkNoteQuery query = new WorkNoteQuery(domainOrderId, filter, afterPosition);
        return query.page(entityManager, false, first, max)
                .sorted(AS_IT_HAPPENED)
                .map(WorkNote::view)
                .toList();
    }

    /**
     * The notes that were recorded last, the newest occurrence first.
     *
     * @param first how many of the newest to skip
     * @param max at most so many
     */
    public List<WorkNoteView> newest(UUID domainOrderId, WorkNoteFilter filter, int first, int max) {
        WorkNoteQuery query = new WorkNoteQuery(domainOrderId, filter, 0);
        return query.page(entityManager, true, first, max)
                .sorted(AS_IT_HAPPENED.reversed())
                .map(WorkNote::view)
                .toList();
    }

    /** The entries of a work order that notes were made from, of these numbers. */
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

    /** How many notes after the position the filter matches. */
    public long count(UUID domainOrderId, WorkNoteFilter filter, long afterPosition) {
        return new WorkNoteQuery(domainOrderId, filter, afterPosition).count(entityManager);
    }

    /** Numbers of the work orders that the domain order's notes are about, in order. */
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
