package io.orderfield.fsm.workorder;

import io.orderfield.fsm.dispatch.Booking;
import io.orderfield.messaging.contract.ShareWorkNote;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Where work orders are kept. A lock is the first read of the row in its transaction and lasts until its end. */
interface WorkOrders {
    /** The next number, such as WO0001001; a number that is not used in the end leaves a gap. */
    String nextNumber();

    /** The next task number, such as WOT0001001. */
    String nextTaskNumber();

    /** What became of the key, locked; made as waiting when nobody named it before. */
    RequestedKey lockKey(UUID key);

    /** The work order with this key, locked. */
    Optional<WorkOrder> lock(UUID key);

    /** The work order with this number, locked. */
    Optional<WorkOrder> lock(String number);

    /** The work order that the task belongs to, locked. */
    Optional<WorkOrder> lockByTask(String taskNumber);

    /** The work order with this number, for reading. */
    Optional<WorkOrder> find(String number);

    /** The work order that the task belongs to, for reading. */
    Optional<WorkOrder> findByTask(String taskNumber);

    void add(WorkOrder workOrder);

    void add(WorkOrderEntry entry);

    void add(FollowUp wish);

    void add(Attachment attachment);

    Optional<Attachment> attachment(UUID id);

    /** Attachments of the work order's tasks, oldest first. */
    List<Attachment> attachments(UUID key, int max);

    /** Those of the ids that are an attachment's. */
    Set<UUID> attachmentsAmong(Collection<UUID> ids);

    /** Regions of the locations where work is or was wanted, sorted. @param max at most so many */
    List<String> regions(int max);

    long countAttachments(UUID key);

    /** Wishes of the work order, oldest first, with the number of the work order that each led to. */
    List<FollowUpView> followUps(UUID key);

    /** Number of the work order that wished for this one. */
    Optional<String> wishedBy(UUID key);

    /** The wishes for further work of a work order, oldest first. */
    List<FollowUp> wishes(UUID key, int max);

    /** Keeps a note until its work order is created; a note that waits already is not kept twice. */
    void park(ShareWorkNote note);

    /** Entries that Order Management is told, from a sequence on, in their order. */
    List<WorkOrderEntry> entriesFrom(UUID key, long sequence, int max);

    /** Whether the work order has an entry of this number that occurred then. */
    boolean hasEntry(UUID key, long sequence, Instant occurredAt);

    /** Gives the entries from this number on numbers that are so much higher; none of them is loaded. */
    void moveEntries(UUID key, long from, long by);

    /** A page of the activity after a position, in its order. */
    List<WorkOrderEntry> activity(UUID key, long afterPosition, int first, int max);

    /** How much of it there is after the position. */
    long countActivity(UUID key, long afterPosition);

    /** The end of the activity, the newest first. */
    List<WorkOrderEntry> newestActivity(UUID key, int first, int max);

    /** True when the shared note is in the activity already. */
    boolean hasNote(UUID key, UUID noteId);

    /** Notes that wait for their work order, oldest first; they wait no longer. */
    List<ParkedNote> takeParkedNotes(UUID key);

    /** Open visits of the technician that touch the time, without those of the task. */
    List<Booking> bookings(String technician, Instant start, Instant end, UUID exceptTask);

    /** The same for several technicians at once; each that has one has an entry. */
    Map<String, List<Booking>> bookings(Collection<String> technicians, Instant start, Instant end, UUID exceptTask);

    /** Tasks with their work orders. @param reach only tasks in it; null for all */
    List<WorkOrderTask> dispatch(DispatchFilter filter, @Nullable Reach reach, int first, int max);

    long countDispatch(DispatchFilter filter, @Nullable Reach reach);

    /**
     * @param reach only work orders in it; null for all
     * @param now the time at which the service level counts
     * @param max 1 to 200
     */
    List<WorkOrder> list(WorkOrderFilter filter, @Nullable Reach reach, Instant now, int first, int max);

    /**
     * Visits in the order of the day: by planned start, those without one last.
     *
     * @param reach only tasks in it; null for all
     * @param max 1 to 200
     */
    List<WorkOrderTask> visits(TaskFilter filter, @Nullable Reach reach, int first, int max);

    /** How many visits a list with the filter has. */
    long countVisits(TaskFilter filter, @Nullable Reach reach);

    long count(WorkOrderFilter filter, @Nullable Reach reach, Instant now);

    Map<String, Long> countByState(@Nullable Reach reach);

    /** Numbers of the oldest work orders whose description contains the words. */
    List<String> numbersDescribed(String words, int max);

    /** Writes what was changed, so that versions are the new ones. */
    void flush();
}
