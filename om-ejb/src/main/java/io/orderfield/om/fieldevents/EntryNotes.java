package io.orderfield.om.fieldevents;

import io.orderfield.kernel.Shared;
import io.orderfield.messaging.contract.ActivityEntry;
import io.orderfield.messaging.delivery.TraceContext;
import io.orderfield.om.domainorder.Activity;
import io.orderfield.om.domainorder.DomainOrder;
import io.orderfield.om.domainorder.ParkedEntry;
import io.orderfield.om.domainorder.ReceivedEntries;
import io.orderfield.om.domainorder.WorkOrderAttachment;
import io.orderfield.om.domainorder.WorkOrderLink;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Makes each activity entry of a work order one note, in sequence and once, whatever order and how often they arrive. An
 * entry after a gap is parked; when the gap stays open for {@link #PATIENCE}, the missing ones are asked for.
 */
@Shared
public class EntryNotes {
    /** How long a gap may stay open before the missing entries are asked for. */
    static final Duration PATIENCE = Duration.ofSeconds(5);

    /** How long to wait for an answer before asking again. */
    static final Duration PATIENCE_AFTER_ASKING = Duration.ofSeconds(60);

    private final ReceivedEntries received;
    private final Activity activity;

    @Inject
    public EntryNotes(ReceivedEntries received, Activity activity) {
        this.received = received;
        this.activity = activity;
    }

    /**
     * Takes entries in; the domain order is locked. None is taken while Field Service has to give new numbers: it sends all
     * of them again.
     *
     * @return whether an entry came whose number another one has: ask Field Service for new numbers
     */
    boolean take(DomainOrder order, WorkOrderLink link, List<ActivityEntry> entries, Instant at) {
        if (link.entries().awaitsNewNumbers()) {
            return false;
        }
        Optional<ActivityEntry> reused = firstReused(link, entries);
        if (reused.isPresent()) {
            link.entries().reused(reused.get().sequence(), reused.get().occurredAt());
            received.parked(link.key()).forEach(received::unpark);
            link.entries().missingUntil(at.plus(PATIENCE_AFTER_ASKING));
            return true;
        }
        write(order, link, entries, at);
        return false;
    }

    /** The first entry whose number was written with something else that happened; entries never change. */
    private Optional<ActivityEntry> firstReused(WorkOrderLink link, List<ActivityEntry> entries) {
        List<ActivityEntry> again = inSequence(entries).stream()
                .filter(e -> link.entries().hasWritten(e.sequence()))
                .toList();
        if (again.isEmpty()) {
            return Optional.empty();
        }
        Map<Long, String> written = activity.written(
                link.key(), again.get(0).sequence(), again.get(again.size() - 1).sequence());
        return again.stream()
                .filter(e -> !Activity.what(e.occurredAt(), e.kind())
                        .equals(written.getOrDefault(e.sequence(), Activity.what(e.occurredAt(), e.kind()))))
                .findFirst();
    }

    private void write(DomainOrder order, WorkOrderLink link, List<ActivityEntry> entries, Instant at) {
        boolean parked = false;
        for (ActivityEntry entry : inSequence(entries)) {
            if (link.entries().expects(entry.sequence())) {
                write(order, link, entry, at);
            } else if (!link.entries().hasWritten(entry.sequence())) {
                received.park(link.key(), entry);
                parked = true;
            }
        }
        if (parked || link.entries().gapDueAt() != null) {
            unpark(order, link, at);
        }
    }

    private void unpark(DomainOrder order, WorkOrderLink link, Instant at) {
        boolean gap = false;
        for (ParkedEntry waiting : received.parked(link.key())) {
            if (link.entries().expects(waiting.sequence())) {
                TraceContext.run(waiting.traceparent(), () -> write(order, link, waiting.entry(), at));
            }
            if (link.entries().hasWritten(waiting.sequence())) {
                received.unpark(waiting);
            } else {
                gap = true;
            }
        }
        if (!gap) {
            link.entries().missingUntil(null);
        } else if (link.entries().gapDueAt() == null) {
            link.entries().missingUntil(at.plus(PATIENCE));
        }
    }

    private void write(DomainOrder order, WorkOrderLink link, ActivityEntry entry, Instant at) {
        activity.fromFieldService(order, link, entry, at);
        link.entries().wrote(entry.sequence());
        if (entry.attachment() != null) {
            received.add(new WorkOrderAttachment(order, link, entry, entry.attachment()));
        }
    }

    private static List<ActivityEntry> inSequence(List<ActivityEntry> entries) {
        return entries.stream()
                .sorted(Comparator.comparingLong(ActivityEntry::sequence))
                .toList();
    }
}
