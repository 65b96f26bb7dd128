package io.orderfield.messaging.right;

/** How far a right reaches; the later one of two is the wider one. */
public enum Scope {
    /** Not at all: refused with {@code forbidden}. */
    NONE,
    /**
     * Records of one's own: a partner's account; a technician's tasks, or those of the technicians that a field system acts
     * for. Lists have no others, and a single other one is not found.
     */
    OWN,
    /** Every record. */
    ALL
}
