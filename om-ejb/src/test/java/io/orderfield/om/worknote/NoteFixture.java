package io.orderfield.om.worknote;

import io.orderfield.kernel.Injected;
import io.orderfield.om.testing.FiredEvents;
import io.orderfield.om.user.CurrentUser;
import jakarta.enterprise.event.Event;
import jakarta.persistence.EntityManager;
import java.time.Clock;

/** The real notes, for tests of other packages. */
public final class NoteFixture {
    private NoteFixture() {}

    public static WorkNotes notes(EntityManager em) {
        return new JpaWorkNotes(em);
    }

    @SuppressWarnings({"unchecked", "rawtypes"})
    public static WorkNoteService service(
            WorkNotes notes,
            NoteSubjects subjects,
            NoteAuthors authors,
            CurrentUser user,
            FiredEvents events,
            Clock clock) {
        return Injected.into(new WorkNoteService(), notes, subjects, authors, user, (Event) events, clock);
    }
}
