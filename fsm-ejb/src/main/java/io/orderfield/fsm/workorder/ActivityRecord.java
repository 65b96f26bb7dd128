package io.orderfield.fsm.workorder;

import io.orderfield.messaging.contract.KnownHistory;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What a work order counts of its activity: entries, and snapshots for Order Management; and when it last changed. */
@Embeddable
public class ActivityRecord {
    @Column(name = "snapshot_revision")
    private long snapshotRevision;

    @Column(name = "activity_position")
    private long activityPosition;

    @Column(name = "entry_sequence")
    private long entrySequence;

    @Column(name = "last_occurred_at")
    private Instant lastOccurredAt;

    @Column(name = "created_at")
    private Instant createdAt;

    @Column(name = "updated_at")
    private Instant updatedAt;

    protected ActivityRecord() {
        // for JPA
    }

    ActivityRecord(Instant begin) {
        createdAt = begin;
        updatedAt = begin;
        lastOccurredAt = begin;
    }

    /** The entry of what happened; Order Management will be told. */
    WorkOrderEntry reported(WorkOrder of, EntryContent content, Instant now) {
        answered(now);
        return entry(of, content, ++entrySequence, null, now);
    }

    /** The entry of a note that came from Order Management. */
    WorkOrderEntry shared(WorkOrder of, EntryContent note, UUID noteId, Instant now) {
        updatedAt = now;
        return entry(of, note, null, noteId, now);
    }

    private WorkOrderEntry entry(
            WorkOrder of, EntryContent content, @Nullable Long sequence, @Nullable UUID noteId, Instant now) {
        // never before the entry before, even when a clock was set back
        lastOccurredAt = now.isBefore(lastOccurredAt) ? lastOccurredAt : now;
        return new WorkOrderEntry(of.id(), ++activityPosition, sequence, lastOccurredAt, content, of.state(), noteId);
    }

    /** A new snapshot, where there is nothing to tell but that a request was seen. */
    void answered(Instant now) {
        snapshotRevision++;
        updatedAt = now;
    }

    boolean goOnFrom(@Nullable KnownHistory known) {
        if (known == null) {
            return false;
        }
        boolean more = known.snapshotRevision() > snapshotRevision || known.entrySequence() > entrySequence;
        snapshotRevision = Math.max(snapshotRevision, known.snapshotRevision());
        entrySequence = Math.max(entrySequence, known.entrySequence());
        return more;
    }

    void entriesMoved(long by) {
        entrySequence += by;
    }

    long snapshotRevision() {
        return snapshotRevision;
    }

    /** Sequence of the last entry that Order Management is told, 0 when there is none. */
    long entrySequence() {
        return entrySequence;
    }

    public Instant createdAt() {
        return createdAt;
    }

    public Instant updatedAt() {
        return updatedAt;
    }
}
