package io.orderfield.om.worknote;

import java.util.Optional;
import java.util.UUID;

/** The domain orders, as far as notes need them. */
public interface NoteSubjects {
    /**
     * A domain order that has notes.
     *
     * @param account number of the account, for who may see it
     */
    record NoteSubject(UUID id, String number, String customerOrder, String account) {}

    /** The domain order of this number, without a lock. */
    Optional<NoteSubject> find(String number);

    /** Locks the domain order, so that positions rise as they are recorded, and takes its next position. */
    long nextPosition(UUID id);

    /**
     * Sends the note to Field Service for each open work order, with the caller's transaction.
     *
     * @return how many work orders get it
     */
    int share(NoteSubject subject, WorkNoteView note);
}
