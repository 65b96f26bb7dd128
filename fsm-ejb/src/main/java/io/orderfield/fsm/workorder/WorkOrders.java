package io.orderfield.fsm.workorder;

import io.orderfield.fsm.dispatch.Booking;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Where work orders are kept. A lock is the first read of the row in its transaction and lasts until its end. */
public interface WorkOrders {
    /** The next number, such as WO0001001; a number that is not used in the end leaves a gap. */
    String nextNumber();

    /** The next task number, such as WOT0001001. */
    String nextTaskNumber();

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

    /** Wishes of the work order, oldest first, with the number of the work order that each led to. */
    List<FollowUpView> followUps(UUID key);

    /** Number of the work order that wished for this one. */
    Optional<String> wishedBy(UUID key);

    /** The wishes for further work of a work order, oldest first. */
    List<FollowUp> wishes(UUID key, int max);

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

    /** Open visits of the technician that touch the time, without those of the task. */
    List<Booking> bookings(String technician, Instant start, Instant end, UUID exceptTask);

    /** The same for several technicians at once; each that has one has an entry. */
    Map<String, List<Booking>> bookings(Collection<String> technicians, Instant start, Instant end, UUID exceptTask);

    /** Numbers of the oldest work orders whose description contains the words. */
    List<String> numbersDescribed(String words, int max);

    /** Writes what was changed, so that versions are the new ones. */
    void flush();
}
