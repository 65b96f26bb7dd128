package io.orderfield.om.domainorder;

import io.orderfield.messaging.contract.KnownHistory;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How far the activity entries of one work order are written as notes. They are written in sequence; while one is missing the
 * later ones are parked, and after a while the missing ones are asked for.
 */
@Embeddable
public class EntryLog {
    @Column(name = "last_entry_sequence")
    private long lastSequence;

    @Column(name = "reused_sequence")
    private @Nullable Long reusedSequence;

    @Column(name = "reused_at")
    private @Nullable Instant reusedAt;

    @Column(name = "gap_due_at")
    private @Nullable Instant gapDueAt;

    /** Whether an entry with this sequence is the next one to be written. */
    public boolean expects(long sequence) {
        return sequence == firstMissing();
    }

    /** Whether an entry with this sequence was written before. */
    public boolean hasWritten(long sequence) {
        return sequence <= lastSequence;
    }

    /** Notes that the expected entry was written. */
    public void wrote(long sequence) {
        if (!expects(sequence)) {
            throw new IllegalStateException("entry " + sequence + " does not follow " + lastSequence);
        }
        lastSequence = sequence;
    }

    /** The sequence of the first entry that is missing. */
    public long firstMissing() {
        return lastSequence + 1;
    }

    /** The last entry that was written. */
    long lastSequence() {
        return lastSequence;
    }

    /** Sets when missing entries are to be asked for, or that none are missing. */
    public void missingUntil(@Nullable Instant dueAt) {
        gapDueAt = dueAt;
    }

    /** When missing entries are to be asked for; null when none are missing. */
    @Nullable
    public Instant gapDueAt() {
        return gapDueAt;
    }

    /**
     * Notes that an entry came under a number that another one has: Field Service was restored from an older backup. It has
     * to give new numbers first; until then nobody knows which of its entries are new.
     */
    public void reused(long sequence, Instant occurredAt) {
        reusedSequence = sequence;
        reusedAt = occurredAt;
    }

    /** Field Service has given new numbers to the entries from this one on. */
    public void renumbered(long sequence) {
        if (reusedSequence != null && reusedSequence == sequence) {
            reusedSequence = null;
            reusedAt = null;
        }
    }

    /** Whether its entries wait for new numbers. */
    public boolean awaitsNewNumbers() {
        return reusedSequence != null;
    }

    KnownHistory known(long snapshotRevision) {
        return new KnownHistory(snapshotRevision, lastSequence, reusedSequence, reusedAt);
    }
}
