package io.orderfield.om.worknote;

import jakarta.persistence.EntityManager;

/** The real notes, for tests of other packages. */
public final class NoteFixture {
    private NoteFixture() {}

    public static WorkNotes notes(EntityManager em) {
        return new JpaWorkNotes(em);
    }
}
