package io.orderfield.om.policy.replay;

/** How far a replay has come. */
public enum ReplayState {
    /** It goes on. */
    RUNNING,
    /** It has seen everything. */
    DONE,
    /** Somebody stopped it; what was found until then stays. */
    STOPPED,
    /** It ended early: there are more differences than are kept. */
    FULL,
    /** It could not go on; the log of the server says why. */
    FAILED,
    /** Its server ended under it. */
    INTERRUPTED
}
