package io.orderfield.om.fallout;

/** How far a fallout has come: OPEN until somebody owns it, IN_PROGRESS until it is RESOLVED, which is final. */
enum FalloutState {
    OPEN,
    IN_PROGRESS,
    RESOLVED
}
