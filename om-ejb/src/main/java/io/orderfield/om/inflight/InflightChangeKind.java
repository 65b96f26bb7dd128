package io.orderfield.om.inflight;

/** What a change in flight is about. */
public enum InflightChangeKind {
    /** Some fields of an item get other values. */
    REVISION,
    /** A further item; it stays NEW until it is decided about. */
    ADDITION,
    /** The item and its work are canceled. */
    CANCELLATION
}
