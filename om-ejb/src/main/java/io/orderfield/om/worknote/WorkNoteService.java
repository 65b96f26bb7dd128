package io.orderfield.om.worknote;

import io.orderfield.kernel.Blank;
import io.orderfield.kernel.ListQuery;
import io.orderfield.kernel.Refusal;
import io.orderfield.kernel.Sentence;
import io.orderfield.messaging.right.May;
import io.orderfield.messaging.right.Right;
import io.orderfield.om.user.CurrentUser;
import io.orderfield.om.worknote.NoteSubjects.NoteSubject;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/** Reads and writes the activity of domain orders, for people and partners. */
@Stateless
@May(Right.READ_ORDERS)
public class WorkNoteService {
    private static final Set<String> CHANNELS =
            Set.of(CurrentChannel.WORKSPACE, CurrentChannel.REST, CurrentChannel.JMS);

    @Inject
    private WorkNotes notes;

    @Inject
    private NoteSubjects subjects;

    @Inject
    private NoteAuthors authors;

    @Inject
    private CurrentUser user;

    @Inject
    private Event<DomainOrderActivity> activity;

    @Inject
    private Clock clock;

    /**
     * Notes of a domain order, oldest first.
     *
     * @param afterPosition the last position that the caller has, 0 for all
     * @param first how many of those to skip
     * @param max at most so many, 1 to 200
     * @throws Refusal NOT_FOUND, or INVALID for a number out of range
     */
    public List<WorkNoteView> list(String domainOrder, WorkNoteFilter filter, long afterPosition, int first, int max) {
        ListQuery.checkPage(first, max);
        if (afterPosition < 0) {
            throw Refusal.invalid("invalid-page.position");
        }
        return notes.after(visible(domainOrder).id(), filter, afterPosition, first, max);
    }

    /** How many notes after the position the filter matches. */
    public long count(String domainOrder, WorkNoteFilter filter, long afterPosition) {
        return notes.count(visible(domainOrder).id(), filter, afterPosition);
    }

    /**
     * The notes that were recorded last, the newest occurrence first: for a page that shows the end of a long activity.
     *
     * @param first how many of the newest to skip
     * @param max at most so many, 1 to 200
     */
    public List<WorkNoteView> newest(String domainOrder, WorkNoteFilter filter, int first, int max) {
        ListQuery.checkPage(first, max);
        return notes.newest(visible(domainOrder).id(), filter, first, max);
    }

    /** Numbers of the work orders that the domain order's notes are about, in order; the first 500. */
    public List<String> workOrders(String domainOrder) {
        return notes.workOrders(visible(domainOrder).id());
    }

    /**
     * Writes a person's note. A closed domain order takes notes too.
     *
     * @param text 1 to 4,000 characters, plain text; longer is refused, never cut
     * @param shareWithFieldService whether each open work order gets it as well
     * @param channel {@code workspace}, {@code rest} or {@code jms}
     * @throws Refusal NOT_FOUND or INVALID
     */
    @May(Right.WRITE_NOTES)
    public WorkNoteView write(String domainOrder, String text, boolean shareWithFieldService, String channel) {
        NoteSubject subject = visible(domainOrder);
        check(text, channel);
        Instant now = clock.instant();
        WorkNoteView note = notes.add(new NewWorkNote(
                subject.id(),
                subject.number(),
                subjects.nextPosition(subject.id()),
                now,
                now,
                authors.displayName(user.name()),
                channel,
                "note",
                null,
                null,
                null,
                null,
                null,
                List.of(),
                text,
                null));
        if (shareWithFieldService) {
            subjects.share(subject, note);
        }
        activity.fire(new DomainOrderActivity(subject.number(), subject.customerOrder()));
        return note;
    }

    private static void check(String text, String channel) {
        if (Blank.is(text)) {
            throw invalid("text", Sentence.of("field.noNote"));
        }
        if (text.length() > WorkNotes.TEXT_LENGTH) {
            throw invalid(
                    "text",
                    Sentence.of("field.noteTooLong")
                            .with("most", WorkNotes.TEXT_LENGTH)
                            .with("length", text.length()));
        }
        if (text.indexOf('\0') >= 0) {
            throw invalid("text", Sentence.of("field.noteNul"));
        }
        if (!CHANNELS.contains(channel)) {
            throw new IllegalArgumentException("no channel of people: " + channel);
        }
    }

    private NoteSubject visible(String domainOrder) {
        NoteSubject subject =
                subjects.find(domainOrder).orElseThrow(() -> Refusal.notFound("domainOrder", domainOrder));
        user.checkSees(subject.account(), "domainOrder", domainOrder);
        return subject;
    }

    private static Refusal invalid(String field, Sentence message) {
        return Refusal.invalid(field, message);
    }
}
