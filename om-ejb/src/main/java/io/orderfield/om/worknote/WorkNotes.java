package io.orderfield.om.worknote;

import java.util.List;
import java.util.UUID;

/** The notes in the database. They are added and read, never changed. */
public interface WorkNotes {
    /** Most characters of a note's text. */
    int TEXT_LENGTH = 4_000;

    /** Writes a note with the caller's transaction, which holds the domain order's lock. */
    WorkNoteView add(NewWorkNote note);

    /**
     * Notes by position.
     *
     * @param afterPosition the position before the first one wanted, 0 from the beginning
     * @param max at most so many
     */
    List<WorkNoteView> after(UUID domainOrderId, long afterPosition, int max);
}
