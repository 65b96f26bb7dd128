package io.orderfield.om.inflight;

/** What moves a change in flight from one {@link InflightChangeState} to another. */
public enum InflightChangeAction {
    /** The manager approves, and the item says it from then on. */
    APPLY,
    REFUSE,
    WITHDRAW
}
