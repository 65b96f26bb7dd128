package io.orderfield.om.domainorder;

import io.orderfield.kernel.Sentence;
import io.orderfield.kernel.Shared;
import io.orderfield.messaging.contract.ActivityEntry;
import io.orderfield.messaging.contract.FieldChange;
import io.orderfield.om.worknote.CurrentChannel;
import io.orderfield.om.worknote.DomainOrderActivity;
import io.orderfield.om.worknote.NewWorkNote;
import io.orderfield.om.worknote.NoteAuthors;
import io.orderfield.om.worknote.WorkNoteView;
import io.orderfield.om.worknote.WorkNotes;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Writes down what happens to a domain order. Every method is called under the domain order's lock. */
@Shared
public class Activity {
    public static final String SYSTEM = "system";

    private final WorkNotes notes;
    private final NoteAuthors authors;
    private final CurrentChannel channel;
    private final Event<DomainOrderActivity> happened;

    @Inject
    public Activity(WorkNotes notes, NoteAuthors authors, CurrentChannel channel, Event<DomainOrderActivity> happened) {
        this.notes = notes;
        this.authors = authors;
        this.channel = channel;
        this.happened = happened;
    }

    /** Writes what a person did to the domain order, with the channel of the request. */
    public void byPerson(
            DomainOrder order, String kind, String by, List<FieldChange> changes, @Nullable String text, Instant at) {
        byPerson(order, kind, null, by, changes, text, at);
    }

    /** Writes what a person did about one of its work orders, with the channel of the request. */
    public WorkNoteView byPerson(
            DomainOrder order,
            String kind,
            @Nullable WorkOrderLink link,
            String by,
            List<FieldChange> changes,
            @Nullable String text,
            Instant at) {
        return notes.add(note(
                order,
                at,
                at,
                authors.displayName(by),
                CurrentChannel.of(channel),
                kind,
                link,
                null,
                null,
                null,
                changes,
                text));
    }

    /** Writes what a person did before the domain order came into being, through which channel, and when. */
    public void earlier(DomainOrder order, String kind, String by, String through, Instant occurredAt, Instant at) {
        notes.add(note(
                order,
                occurredAt,
                at,
                authors.displayName(by),
                through,
                kind,
                null,
                null,
                null,
                null,
                List.of(),
                null));
    }

    /** Writes what the system says of a change in flight that a person decided or ended, with the channel of the request. */
    public void changed(
            DomainOrder order, String kind, String by, List<FieldChange> changes, Sentence what, Instant at) {
        notes.add(note(
                        order,
                        at,
                        at,
                        authors.displayName(by),
                        CurrentChannel.of(channel),
                        kind,
                        null,
                        null,
                        null,
                        null,
                        changes,
                        null)
                .saying(what));
    }

    /** Writes what happened to the domain order by itself. */
    public void bySystem(
            DomainOrder order,
            String kind,
            @Nullable WorkOrderLink link,
            List<FieldChange> changes,
            @Nullable Sentence what,
            Instant at) {
        notes.add(note(order, at, at, SYSTEM, CurrentChannel.SYSTEM, kind, link, null, null, null, changes, null)
                .saying(what));
    }

    /** Writes what a work order brought about by reaching its state. */
    public void byWorkOrder(DomainOrder order, String kind, WorkOrderLink link, Sentence what, Instant at) {
        String state = link.state().name();
        notes.add(note(order, at, at, SYSTEM, CurrentChannel.SYSTEM, kind, link, null, null, state, List.of(), null)
                .saying(what));
    }

    /** Writes what Field Service refused. */
    public void refused(DomainOrder order, WorkOrderLink link, Sentence what, Instant occurredAt, Instant at) {
        notes.add(note(
                        order,
                        occurredAt,
                        at,
                        "Field Service",
                        CurrentChannel.FIELD_SERVICE,
                        "refused",
                        link,
                        null,
                        null,
                        link.state().name(),
                        List.of(),
                        null)
                .saying(what));
    }

    /** Writes what a person had sent once more. */
    public void retried(DomainOrder order, WorkOrderLink link, String by, Sentence what, Instant at) {
        notes.add(note(
                        order,
                        at,
                        at,
                        authors.displayName(by),
                        CurrentChannel.of(channel),
                        "retried",
                        link,
                        null,
                        null,
                        null,
                        List.of(),
                        null)
                .saying(what));
    }

    /** Writes the note of an entry; an entry has one note. */
    public void fromFieldService(DomainOrder order, WorkOrderLink link, ActivityEntry entry, Instant at) {
        notes.add(note(
                order,
                entry.occurredAt(),
                at,
                entry.author(),
                CurrentChannel.FIELD_SERVICE,
                entry.kind(),
                link,
                entry.sequence(),
                entry.task(),
                entry.state(),
                entry.changes() == null ? List.of() : entry.changes(),
                entry.text()));
    }

    /** What the entries of a work order from one sequence to another were, by sequence, as {@link #what} says it. */
    public Map<Long, String> written(UUID workOrderKey, long from, long to) {
        Map<Long, String> written = new HashMap<>();
        notes.entries(workOrderKey, from, to)
                .forEach(n -> written.put(n.entrySequence(), what(n.occurredAt(), n.kind())));
        return written;
    }

    /** What tells two entries of the same number apart. */
    public static String what(Instant occurredAt, String kind) {
        return occurredAt.truncatedTo(ChronoUnit.MILLIS) + " " + kind;
    }

    /** Tells whoever watches the domain order, after the commit. */
    public void announce(DomainOrder order) {
        happened.fire(new DomainOrderActivity(order.number(), order.customerOrder()));
    }

    private static NewWorkNote note(
            DomainOrder order,
            Instant occurredAt,
            Instant recordedAt,
            String author,
            String channel,
            String kind,
            @Nullable WorkOrderLink link,
            @Nullable Long sequence,
            @Nullable String task,
            @Nullable String state,
            List<FieldChange> changes,
            @Nullable String text) {
        return new NewWorkNote(
                order.id(),
                order.number(),
                order.nextNotePosition(),
                occurredAt,
                recordedAt,
                author,
                channel,
                kind,
                link == null ? null : link.number(),
                link == null || sequence == null ? null : link.key(),
                sequence,
                task,
                state == null && link == null ? order.state().name() : state,
                changes,
                text,
                null);
    }
}
