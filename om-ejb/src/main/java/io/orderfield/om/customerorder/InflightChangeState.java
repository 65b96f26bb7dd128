package io.orderfield.om.customerorder;

/** How far a change of an item in progress has come. */
public enum InflightChangeState {
    /** Waits for the manager (setting {@code inflight approval} = manager). */
    REQUESTED,
    /** The item says it, and its plan was recomputed. */
    APPLIED,
    /** The manager said no, or the item passed the point of no return meanwhile. */
    REFUSED,
    /** Whoever asked took it back. */
    WITHDRAWN
}
