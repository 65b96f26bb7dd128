package io.orderfield.fsm.workorder;

import io.orderfield.fsm.FsmData;
import io.orderfield.fsm.dispatch.Booking;
import io.orderfield.kernel.Shared;
import io.orderfield.messaging.contract.ShareWorkNote;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.FlushModeType;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Work orders in the database. */
@Shared
class JpaWorkOrders implements WorkOrders {
    private final EntityManager entityManager;

    @Inject
    JpaWorkOrders(@FsmData EntityManager entityManager) {
        this.entityManager = entityManager;
    }

    @Override
    public String nextNumber() {
        return String.format(Locale.ROOT, "WO%07d", next("fsm.work_order_number"));
    }

    @Override
    public String nextTaskNumber() {
        return String.format(Locale.ROOT, "WOT%07d", next("fsm.work_order_task_number"));
    }

    private long next(String sequence) {
        Object value = entityManager
                .createNativeQuery("select nextval('" + sequence + "')")
                .setFlushMode(FlushModeType.COMMIT) // a sequence sees no pending change
                .getSingleResult();
        return ((Number) value).longValue();
    }

    @Override
    public RequestedKey lockKey(UUID key) {
        entityManager
                .createNativeQuery("insert into fsm.requested_key (id, version, outcome, answered_revision)"
                        + " values (?1, 1, 'WAITING', 0) on conflict do nothing")
                .setParameter(1, key)
                .executeUpdate();
        return entityManager.find(RequestedKey.class, key, LockModeType.PESSIMISTIC_WRITE);
    }

    @Override
    public Optional<WorkOrder> lock(UUID key) {
        return Optional.ofNullable(entityManager.find(WorkOrder.class, key, LockModeType.PESSIMISTIC_WRITE));
    }

    @Override
    public Optional<WorkOrder> lock(String number) {
        return keyOf(number).flatMap(this::lock);
    }

    @Override
    public Optional<WorkOrder> lockByTask(String taskNumber) {
        return keyOfTask(taskNumber).flatMap(this::lock);
    }

    @Override
    public Optional<WorkOrder> find(String number) {
        return keyOf(number).map(key -> entityManager.find(WorkOrder.class, key));
    }

    @Override
    public Optional<WorkOrder> findByTask(String taskNumber) {
        return keyOfTask(taskNumber).map(key -> entityManager.find(WorkOrder.class, key));
    }

    /** Only the key: the row itself must not be read before it is locked. */
    private Optional<UUID> keyOf(String number) {
        return entityManager
                .createQuery("select w.id from WorkOrder w where w.number = :number", UUID.class)
                .setParameter("number", number)
                .getResultStream()
                .findFirst();
    }

    private Optional<UUID> keyOfTask(String number) {
        return entityManager
                .createQuery("select t.workOrder.id from WorkOrderTask t where t.number = :number", UUID.class)
                .setParameter("number", number)
                .getResultStream()
                .findFirst();
    }

    @Override
    public void add(WorkOrder workOrder) {
        entityManager.persist(workOrder);
    }

    @Override
    public void add(WorkOrderEntry entry) {
        entityManager.persist(entry);
    }

    @Override
    public void add(FollowUp wish) {
        entityManager.persist(wish);
    }

    @Override
    public void add(Attachment attachment) {
        entityManager.persist(attachment);
    }

    @Override
    public Optional<Attachment> attachment(UUID id) {
        return Optional.ofNullable(entityManager.find(Attachment.class, id));
    }

    @Override
    public List<Attachment> attachments(UUID key, int max) {
        return entityManager
                .createQuery(
                        "select a from Attachment a where a.workOrderId = :key order by a.addedAt, a.id",
                        Attachment.class)
                .setParameter("key", key)
                .setMaxResults(max)
                .getResultList();
    }

    @Override
    public Set<UUID> attachmentsAmong(Collection<UUID> ids) {
        return ids.isEmpty()
                ? Set.of()
                : Set.copyOf(entityManager
                        .createQuery("select a.id from Attachment a where a.id in :ids", UUID.class)
                        .setParameter("ids", ids)
                        .getResultList());
    }

    /** One look into the index for each, instead of reading all work orders. */
    @Override
    public List<String> regions(int max) {
        List<String> regions = new ArrayList<>();
        String next = "";
        while (next != null && regions.size() < max) {
            next = entityManager
                    .createQuery("select min(w.site.region) from WorkOrder w where w.site.region > :last", String.class)
                    .setParameter("last", next)
                    .getSingleResult();
            if (next != null) {
                regions.add(next);
            }
        }
        return regions;
    }

    @Override
    public List<FollowUp> wishes(UUID key, int max) {
        return entityManager
                .createQuery("select f from FollowUp f where f.workOrderId = :key order by f.id", FollowUp.class)
                .setParameter("key", key)
                .setMaxResults(max)
                .getResultList();
    }

    @Override
    public long countAttachments(UUID key) {
        return entityManager
                .createQuery("select count(a) from Attachment a where a.workOrderId = :key", Long.class)
                .setParameter("key", key)
                .getSingleResult();
    }

    @Override
    public List<FollowUpView> followUps(UUID key) {
        // a wish has the key of the work order that it leads to
        return entityManager
                .createQuery(
                        "select f, w from FollowUp f left join WorkOrder w on w.id = f.id where f.workOrderId = :key"
                                + " order by f.wishedAt, f.id",
                        Object[].class)
                .setParameter("key", key)
                .getResultStream()
                .map(row -> ((FollowUp) row[0]).view((WorkOrder) row[1]))
                .toList();
    }

    @Override
    public Optional<String> wishedBy(UUID key) {
        return entityManager
                .createQuery(
                        "select w.number from FollowUp f, WorkOrder w where f.id = :key and w.id = f.workOrderId",
                        String.class)
                .setParameter("key", key)
                .getResultStream()
                .findFirst();
    }

    @Override
    public void park(ShareWorkNote note) {
        boolean waits = entityManager
                        .createQuery(
                                "select count(n) from ParkedNote n where n.workOrderKey = :key and n.noteId = :note",
                                Long.class)
                        .setParameter("key", note.workOrderKey())
                        .setParameter("note", note.noteId())
                        .getSingleResult()
                > 0;
        if (!waits) {
            entityManager.persist(new ParkedNote(note));
        }
    }

    @Override
    public List<WorkOrderEntry> entriesFrom(UUID key, long sequence, int max) {
        return entityManager
                .createQuery(
                        "select e from WorkOrderEntry e where e.workOrderId = :key and e.sequence >= :sequence"
                                + " order by e.sequence",
                        WorkOrderEntry.class)
                .setParameter("key", key)
                .setParameter("sequence", sequence)
                .setMaxResults(max)
                .getResultList();
    }

    @Override
    public boolean hasEntry(UUID key, long sequence, Instant occurredAt) {
        return !entityManager
                .createQuery(
                        "select e.id from WorkOrderEntry e where e.workOrderId = :key and e.sequence = :sequence"
                                + " and e.occurredAt = :at",
                        UUID.class)
                .setParameter("key", key)
                .setParameter("sequence", sequence)
                .setParameter("at", occurredAt)
                .getResultList()
                .isEmpty();
    }

    @Override
    public void moveEntries(UUID key, long from, long by) {
        // by way of negative numbers: no number may stand twice in between
        entityManager
                .createQuery("update WorkOrderEntry e set e.sequence = - (e.sequence + :by)"
                        + " where e.workOrderId = :key and e.sequence >= :from")
                .setParameter("by", by)
                .setParameter("key", key)
                .setParameter("from", from)
                .executeUpdate();
        entityManager
                .createQuery("update WorkOrderEntry e set e.sequence = - e.sequence"
                        + " where e.workOrderId = :key and e.sequence < 0")
                .setParameter("key", key)
                .executeUpdate();
    }

    @Override
    public List<WorkOrderEntry> activity(UUID key, long afterPosition, int first, int max) {
        return entityManager
                .createQuery(
                        "select e from WorkOrderEntry e where e.workOrderId = :key and e.position > :position"
                                + " order by e.position",
                        WorkOrderEntry.class)
                .setParameter("key", key)
                .setParameter("position", afterPosition)
                .setFirstResult(first)
                .setMaxResults(max)
                .getResultList();
    }

    @Override
    public long countActivity(UUID key, long afterPosition) {
        return entityManager
                .createQuery(
                        "select count(e) from WorkOrderEntry e where e.workOrderId = :key and e.position > :position",
                        Long.class)
                .setParameter("key", key)
                .setParameter("position", afterPosition)
                .getSingleResult();
    }

    @Override
    public List<WorkOrderEntry> newestActivity(UUID key, int first, int max) {
        return entityManager
                .createQuery(
                        "select e from WorkOrderEntry e where e.workOrderId = :key order by e.position desc",
                        WorkOrderEntry.class)
                .setParameter("key", key)
                .setFirstResult(first)
                .setMaxResults(max)
                .getResultList();
    }

    @Override
    public boolean hasNote(UUID key, UUID noteId) {
        return entityManager
                        .createQuery(
                                "select count(e) from WorkOrderEntry e where e.workOrderId = :key and e.noteId = :note",
                                Long.class)
                        .setParameter("key", key)
                        .setParameter("note", noteId)
                        .getSingleResult()
                > 0;
    }

    @Override
    public List<ParkedNote> takeParkedNotes(UUID key) {
        List<ParkedNote> notes = entityManager
                .createQuery(
                        "select n from ParkedNote n where n.workOrderKey = :key order by n.occurredAt, n.id",
                        ParkedNote.class)
                .setFlushMode(FlushModeType.COMMIT) // parked in transactions before this one
                .setParameter("key", key)
                .getResultList();
        notes.forEach(entityManager::remove);
        return notes;
    }

    @Override
    public List<Booking> bookings(String technician, Instant start, Instant end, UUID exceptTask) {
        return bookings(List.of(technician), start, end, exceptTask).getOrDefault(technician, List.of());
    }

    @Override
    public Map<String, List<Booking>> bookings(
            Collection<String> technicians, Instant start, Instant end, UUID exceptTask) {
        Map<String, List<Booking>> bookings = new HashMap<>();
        if (technicians.isEmpty()) {
            return bookings;
        }
        entityManager
                .createQuery(
                        "select t.technician, t.number, t.scheduledStart, t.scheduledEnd from WorkOrderTask t"
                                + " where t.technician in :technicians and t.scheduledStart < :end"
                                + " and t.scheduledEnd > :start and t.state in :open and t.id <> :task"
                                + " order by t.scheduledStart",
                        Object[].class)
                .setParameter("technicians", technicians)
                .setParameter("start", start)
                .setParameter("end", end)
                .setParameter("open", List.of(TaskState.ASSIGNED, TaskState.ACCEPTED, TaskState.WORK_IN_PROGRESS))
                .setParameter("task", exceptTask)
                .getResultStream()
                .forEach(row -> bookings.computeIfAbsent((String) row[0], t -> new ArrayList<>())
                        .add(new Booking((String) row[1], (Instant) row[2], (Instant) row[3])));
        return bookings;
    }

    @Override
    public List<WorkOrderTask> dispatch(DispatchFilter filter, @Nullable Reach reach, int first, int max) {
        return new DispatchList(entityManager, filter, reach).page(first, max);
    }

    @Override
    public long countDispatch(DispatchFilter filter, @Nullable Reach reach) {
        return new DispatchList(entityManager, filter, reach).count();
    }

    @Override
    public List<WorkOrder> list(WorkOrderFilter filter, @Nullable Reach reach, Instant now, int first, int max) {
        return new WorkOrderList(entityManager, filter, reach, now).page(first, max);
    }

    @Override
    public List<WorkOrderTask> visits(TaskFilter filter, @Nullable Reach reach, int first, int max) {
        return new TaskList(entityManager, filter, reach).page(first, max);
    }

    @Override
    public long countVisits(TaskFilter filter, @Nullable Reach reach) {
        return new TaskList(entityManager, filter, reach).count();
    }

    @Override
    public long count(WorkOrderFilter filter, @Nullable Reach reach, Instant now) {
        return new WorkOrderList(entityManager, filter, reach, now).count();
    }

    @Override
    public Map<String, Long> countByState(@Nullable Reach reach) {
        return new WorkOrderList(entityManager, WorkOrderFilter.all(), reach, Instant.EPOCH).countByState();
    }

    @Override
    public List<String> numbersDescribed(String words, int max) {
        return entityManager
                .createQuery(
                        "select w.number from WorkOrder w where w.description like :words order by w.number",
                        String.class)
                .setParameter("words", "%" + words + "%")
                .setMaxResults(max)
                .getResultList();
    }

    @Override
    public void flush() {
        entityManager.flush();
    }
}
