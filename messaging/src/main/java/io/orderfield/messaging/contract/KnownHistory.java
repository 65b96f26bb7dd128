package io.orderfield.messaging.contract;

import java.time.Instant;

/**
 * How far Order Management knows a work order's history. It travels in repairs only: Field Service, perhaps restored from
 * an older backup, counts on from here instead of giving numbers a second time.
 *
 * @param snapshotRevision the newest snapshot revision that Order Management has applied, 0 when none
 * @param entrySequence the last entry sequence that it has written, 0 when none
 * @param reusedSequence number of an entry that came though Order Management has another one under it, or null. Field
 *     Service gives that entry and all later ones new numbers, above entrySequence, and sends them again
 * @param reusedAt when the entry occurred that came, so that a question that is asked twice renumbers once; or null
 */
public record KnownHistory(long snapshotRevision, long entrySequence, Long reusedSequence, Instant reusedAt) {
    /** One in which no number was given twice. */
    public KnownHistory(long snapshotRevision, long entrySequence) {
        this(snapshotRevision, entrySequence, null, null);
    }
}
