package io.orderfield.web.ui;

import io.orderfield.fsm.workorder.WorkOrderActivityView;
import io.orderfield.om.worknote.WorkNoteView;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.jspecify.annotations.Nullable;

/** Puts work notes and the activity of work orders into words, from their data: newest first, in the reader's language. */
@ApplicationScoped
public class Feed {
    @Inject
    Texts texts;

    /** A work note of a domain order. */
    public FeedEntry of(WorkNoteView note) {
        return new FeedEntry(
                "n" + note.position(),
                note.occurredAt(),
                note.author(),
                note.channel(),
                note.kind(),
                title(note.kind(), subject(note.workOrder(), note.task()), note.state()),
                note.workOrder(),
                note.state(),
                note.changes(),
                note.text());
    }

    /** An entry of a work order's activity; its page is about that work order already. */
    public FeedEntry of(WorkOrderActivityView entry) {
        return new FeedEntry(
                "a" + entry.sequence(),
                entry.occurredAt(),
                entry.author(),
                null,
                entry.kind(),
                title(entry.kind(), entry.task() == null ? "" : entry.task(), entry.state()),
                null,
                entry.state(),
                entry.changes(),
                entry.text());
    }

    private static String subject(@Nullable String workOrder, @Nullable String task) {
        return workOrder != null ? workOrder : task != null ? task : "";
    }

    private String title(String kind, String subject, @Nullable String state) {
        String what = texts.has("feed." + kind)
                ? texts.of("feed." + kind, state == null ? "" : texts.word("state", state))
                : texts.word("kind", kind);
        return subject.isEmpty() ? what : subject + " " + Character.toLowerCase(what.charAt(0)) + what.substring(1);
    }
}
