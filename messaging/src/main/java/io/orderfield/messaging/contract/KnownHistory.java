package io.orderfield.messaging.contract;

/**
 * How far Order Management knows a work order's history. It travels in repairs only: Field Service, perhaps restored from
 * an older backup, counts on from here instead of giving numbers a second time.
 *
 * @param snapshotRevision the newest snapshot revision that Order Management has applied, 0 when none
 * @param entrySequence the last entry sequence that it has written, 0 when none
 */
public record KnownHistory(long snapshotRevision, long entrySequence) {}
