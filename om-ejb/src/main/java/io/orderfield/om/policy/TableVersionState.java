package io.orderfield.om.policy;

/** What a version is to decisions now; it follows from the clock of the database and from what came after. */
public enum TableVersionState {
    /** Its time is still to come. */
    PLANNED,
    /** It decides. */
    PUBLISHED,
    /** It decided, until a later one did. */
    SUPERSEDED,
    /** Somebody took it back before its time. */
    WITHDRAWN,
    /** It could not be built and decides nothing; the one before it goes on. */
    NOT_BUILT
}
