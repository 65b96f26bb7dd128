package io.orderfield.om.sync;

/** What is known of a difference. */
enum FindingState {
    /** Seen once; a message may have been on its way. */
    SUSPECTED,
    /** Still there at the second look. */
    CONFIRMED,
    /** Gone at the second look. */
    DISMISSED,
    /** What repairs it was sent. */
    REPAIRED,
    /** Nothing that can be sent would help: a fallout was raised. */
    LEFT
}
