package io.orderfield.om.domainorder;

/** What became of a wish for further work. */
enum FollowUpState {
    /** Nobody has decided; it stands against closing. */
    OPEN,
    /** The work order was asked for. */
    CREATED,
    /** Turned down. */
    DECLINED
}
