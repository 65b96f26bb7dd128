package io.orderfield.fsm.workorder;

import io.orderfield.fsm.FsmData;
import io.orderfield.fsm.dispatch.Booking;
import io.orderfield.kernel.ByKey;
import io.orderfield.kernel.Shared;
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
import java.util.UUID;

/** Work orders in the database. A lock is the first read of the row in its transaction and lasts until its end. */
@Shared
public class WorkOrders {
    private final EntityManager entityManager;
    private final ByKey byKey;

    @Inject
    public WorkOrders(@FsmData EntityManager entityManager) {
        this.entityManager = entityManager;
        this.byKey = new ByKey(entityManager);
    }

    /** The next number, such as WO0001001; a number that is not used in the end leaves a gap. */
    public String nextNumber() {
        return String.format(Locale.ROOT, "WO%07d", next("fsm.work_order_number"));
    }

    /** The next task number, such as WOT0001001. */
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

    /** The work order with this key, locked. */
    public Optional<WorkOrder> lock(UUID key) {
        return Optional.ofNullable(entityManager.find(WorkOrder.class, key, LockModeType.PESSIMISTIC_WRITE));
    }

    /** The work order with this number, locked. */
    public Optional<WorkOrder> lock(String number) {
        return keyOf(number).flatMap(this::lock);
    }

    /** The work order that the task belongs to, locked. */
    public Optional<WorkOrder> lockByTask(String taskNumber) {
        return keyOfTask(taskNumber).flatMap(this::lock);
    }

    /** The work order with this number, for reading. */
    public Optional<WorkOrder> find(String number) {
        return keyOf(number).map(key -> entityManager.find(WorkOrder.class, key));
    }

    /** The work order that the task belongs to, for reading. */
    public Optional<WorkOrder> findByTask(String taskNumber) {
        return keyOfTask(taskNumber).map(key -> entityManager.find(WorkOrder.class, key));
    }

    /** Only the key: the row itself must not be read before it is locked. */
    private Optional<UUID> keyOf(String number) {
        return byKey.first(UUID.class, "select w.id from WorkOrder w where w.number = :key", number);
    }

    private Optional<UUID> keyOfTask(String number) {
        return byKey.first(UUID.class, "select t.workOrder.id from WorkOrderTask t where t.number = :key", number);
    }

    public void add(WorkOrder workOrder) {
        entityManager.persist(workOrder);
    }

    public void add(WorkOrderEntry entry) {
        entityManager.persist(entry);
    }

    public void add(FollowUp wish) {
        entityManager.persist(wish);
    }

    /** The wishes for further work of a work order, oldest first. */
    public List<FollowUp> wishes(UUID key, int max) {
        return entityManager
                .createQuery("select f from FollowUp f where f.workOrderId = :key order by f.id", FollowUp.class)
                .setParameter("key", key)
                .setMaxResults(max)
                .getResultList();
    }

    /** Wishes of the work order, oldest first, with the number of the work order that each led to. */
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

    /** Number of the work order that wished for this one. */
    public Optional<String> wishedBy(UUID key) {
        return byKey.first(
                String.class,
                "select w.number from FollowUp f, WorkOrder w where f.id = :key and w.id = f.workOrderId",
                key);
    }

    /** Entries that Order Management is told, from a sequence on, in their order. */
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

    /** Whether the work order has an entry of this number that occurred then. */
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

    /** Gives the entries from this number on numbers that are so much higher; none of them is loaded. */
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

    /** A page of the activity after a position, in its order. */
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

    /** How much of it there is after the position. */
    public long countActivity(UUID key, long afterPosition) {
        return entityManager
                .createQuery(
                        "select count(e) from WorkOrderEntry e where e.workOrderId = :key and e.position > :position",
                        Long.class)
                .setParameter("key", key)
                .setParameter("position", afterPosition)
                .getSingleResult();
    }

    /** The end of the activity, the newest first. */
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

    /** True when the shared note is in the activity already. */
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

    /** Open visits of the technician that touch the time, without those of the task. */
    public List<Booking> bookings(String technician, Instant start, Instant end, UUID exceptTask) {
        return bookings(List.of(technician), start, end, exceptTask).getOrDefault(technician, List.of());
    }

    /** The same for several technicians at once; each that has one has an entry. */
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
                .setParameter(
                        "open",
                        List.of(
                                WorkOrderTaskState.ASSIGNED,
                                WorkOrderTaskState.ACCEPTED,
                                WorkOrderTaskState.WORK_IN_PROGRESS))
                .setParameter("task", exceptTask)
                .getResultStream()
                .forEach(row -> bookings.computeIfAbsent((String) row[0], t -> new ArrayList<>())
                        .add(new Booking((String) row[1], (Instant) row[2], (Instant) row[3])));
        return bookings;
    }

    /** Numbers of the oldest work orders whose description contains the words. */
    public List<String> numbersDescribed(String words, int max) {
        return entityManager
                .createQuery(
                        "select w.number from WorkOrder w where w.wanted.description like :words order by w.number",
                        String.class)
                .setParameter("words", "%" + words + "%")
                .setMaxResults(max)
                .getResultList();
    }

    /** Writes what was changed, so that versions are the new ones. */
    public void flush() {
        entityManager.flush();
    }
}
