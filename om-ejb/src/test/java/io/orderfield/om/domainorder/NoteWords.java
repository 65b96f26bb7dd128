package io.orderfield.om.domainorder;

import io.orderfield.om.OmSentences;
import io.orderfield.om.worknote.WorkNoteView;
import org.jspecify.annotations.Nullable;

/** The text of a note as a reader of English reads it. */
public final class NoteWords {
    private NoteWords() {}

    public static @Nullable String of(WorkNoteView note) {
        return note.text() == null ? null : OmSentences.english(note.text());
    }
}
