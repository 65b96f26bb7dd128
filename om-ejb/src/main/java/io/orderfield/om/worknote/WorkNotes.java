package io.orderfield.om.worknote;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** The notes in the database. They are added and read, never changed. */
public interface WorkNotes {
    /** Most characters of a note's text. */
    int TEXT_LENGTH = 4_000;

    /** Writes a note with the caller's transaction, which holds the domain order's lock. */
    WorkNoteView add(NewWorkNote note);

    /**
     * Notes by position: a page is cut by position, so that a client that polls misses none, and sorted for the reader.
     *
     * @param afterPosition the position before the first one wanted, 0 from the beginning
     * @param first how many of them to skip
     * @param max at most so many
     */
    List<WorkNoteView> after(UUID domainOrderId, WorkNoteFilter filter, long afterPosition, int first, int max);

    /**
     * The notes that were recorded last, the newest occurrence first.
     *
     * @param first how many of the newest to skip
     * @param max at most so many
     */
    List<WorkNoteView> newest(UUID domainOrderId, WorkNoteFilter filter, int first, int max);

    /**
     * What an entry of Field Service was that a note was made from.
     *
     * @param entrySequence its number on the work order
     */
    record WrittenEntry(long entrySequence, Instant occurredAt, String kind) {}

    /** The entries of a work order that notes were made from, of these numbers. */
    List<WrittenEntry> entries(UUID workOrderKey, long from, long to);

    /** How many notes after the position the filter matches. */
    long count(UUID domainOrderId, WorkNoteFilter filter, long afterPosition);

    /** Numbers of the work orders that the domain order's notes are about, in order. */
    List<String> workOrders(UUID domainOrderId);
}
