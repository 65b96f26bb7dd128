package io.orderfield.web.ui;

import io.orderfield.fsm.workorder.WorkOrderActivityView;
import io.orderfield.kernel.Sentence;
import io.orderfield.om.worknote.WorkNoteView;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Puts work notes and the activity of work orders into words, from their data: newest first, in the reader's language. */
@ApplicationScoped
public class Feed {
    @Inject
    Texts texts;

    @Inject
    People people;

    /** A work note of a domain order. */
    public FeedEntry of(WorkNoteView note) {
        Sentence text = note.text();
        return new FeedEntry(
                "n" + note.position(),
                note.occurredAt(),
                people.name(note.author()),
                note.channel(),
                note.kind(),
                title(note.kind(), note.task(), note.workOrder() == null),
                note.workOrder(),
                note.state(),
                note.changes(),
                text == null ? null : texts.of(text));
    }

    /** An entry of a work order's activity; its page is about that work order already. */
    public FeedEntry of(WorkOrderActivityView entry) {
        return new FeedEntry(
                "a" + entry.sequence(),
                entry.occurredAt(),
                people.name(entry.author()),
                null,
                entry.kind(),
                title(entry.kind(), entry.task(), true),
                null,
                entry.state(),
                entry.changes(),
                entry.text());
    }

    /** A task of the work order is named in the title; the work order itself is shown before it, as a link. */
    private String title(String kind, @Nullable String task, boolean startsTheLine) {
        String key = "feed." + kind;
        String ofWorkOrder = key + ".by-work-order";
        String what = !startsTheLine && texts.has(ofWorkOrder)
                ? texts.of(ofWorkOrder)
                : texts.has(key) ? texts.of(key) : texts.word("kind", kind).toLowerCase(Locale.ROOT);
        String title = task == null ? what : texts.of("feed.ofTask", what, task);
        return startsTheLine ? Character.toUpperCase(title.charAt(0)) + title.substring(1) : title;
    }
}
