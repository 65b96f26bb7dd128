package io.orderfield.om.worknote;

import io.orderfield.kernel.FiredEvents;
import io.orderfield.kernel.Injected;
import io.orderfield.om.user.CurrentUser;
import java.time.Clock;

/** The real notes, for tests of other packages. */
public final class NoteFixture {
    private NoteFixture() {}

    public static WorkNoteService service(
            WorkNotes notes,
            NoteSubjects subjects,
            NoteAuthors authors,
            CurrentUser user,
            FiredEvents events,
            Clock clock) {
        return Injected.into(new WorkNoteService(), notes, subjects, authors, user, events.event(), clock);
    }
}
