package io.orderfield.fsm.workorder;

import io.orderfield.messaging.contract.KnownHistory;
import io.orderfield.messaging.contract.ShareWorkNote;
import jakarta.persistence.Column;
import jakarta.persistence.Id;
import jakarta.persistence.MappedSuperclass;
import jakarta.persistence.Transient;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The activity of a work order: its counters, and the entries that the current transaction adds. */
@MappedSuperclass
abstract class RecordedWork extends RequestedWork {
    /** The key that Order Management gave it. */
    @Id
    private UUID id;

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

    /** Entries of this transaction, until the journal takes them. */
    @Transient
    private final List<WorkOrderEntry> fresh = new ArrayList<>();

    /** The work order's state now; entries carry it. */
    abstract WorkOrderState state();

    final void begin(UUID key, Instant now) {
        id = key;
        createdAt = now;
        updatedAt = now;
        lastOccurredAt = now;
    }

    /** Adds what happened; Order Management will be told. */
    final void append(Happening happening, Instant now) {
        answered(now);
        add(happening, ++entrySequence, null, now);
    }

    /**
     * Counts on from what Order Management knows, where that is more than is known here: this database was restored from an
     * older backup. The next snapshot is newer than any that it has.
     *
     * @return whether it is more than is known here
     */
    public final boolean goOnFrom(@Nullable KnownHistory known) {
        if (known == null) {
            return false;
        }
        boolean more = known.snapshotRevision() > snapshotRevision || known.entrySequence() > entrySequence;
        snapshotRevision = Math.max(snapshotRevision, known.snapshotRevision());
        entrySequence = Math.max(entrySequence, known.entrySequence());
        return more;
    }

    /** The last entries have numbers that are so much higher. */
    public final void entriesMoved(long by) {
        entrySequence += by;
    }

    /** Makes a new snapshot where there is nothing to tell but that a request was seen. */
    public final void answered(Instant now) {
        snapshotRevision++;
        updatedAt = now;
    }

    /** A note of a person here. */
    final void addNote(String author, String text, Instant now) {
        append(new Happening(Happening.NOTE, author, null, List.of(), text), now);
    }

    /** A note that came from Order Management: shown here, and never sent back. */
    public final void addSharedNote(ShareWorkNote note, Instant now) {
        updatedAt = now;
        add(new Happening(Happening.NOTE, note.author(), null, List.of(), note.text()), null, note.noteId(), now);
    }

    private void add(Happening happening, @Nullable Long sequence, @Nullable UUID noteId, Instant now) {
        // never before the entry before, even when a clock was set back
        lastOccurredAt = now.isBefore(lastOccurredAt) ? lastOccurredAt : now;
        fresh.add(new WorkOrderEntry(id, ++activityPosition, sequence, lastOccurredAt, happening, state(), noteId));
    }

    /** Hands over the entries of this transaction. */
    final List<WorkOrderEntry> takeFresh() {
        List<WorkOrderEntry> taken = List.copyOf(fresh);
        fresh.clear();
        return taken;
    }

    public UUID id() {
        return id;
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
