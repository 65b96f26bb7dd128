package io.orderfield.om.domainorder;

import io.orderfield.om.OmSentences;
import io.orderfield.om.worknote.WorkNoteView;
import org.jspecify.annotations.Nullable;

/** The text of a note as a reader of English reads it. */
final class NoteWords {
    private NoteWords() {}

    static @Nullable String of(WorkNoteView note) {
        return note.text() == null ? null : OmSentences.english(note.text());
    }
}
