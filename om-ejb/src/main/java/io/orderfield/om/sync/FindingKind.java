package io.orderfield.om.sync;

/** How Order Management and Field Service can differ about a work order. */
enum FindingKind {
    /** Order Management knows that it exists, Field Service does not have it. */
    MISSING,
    /** Field Service has it, Order Management never asked for it. */
    ORPHANED,
    /** Field Service has it beside the one that the domain order has of the same template. */
    DUPLICATE,
    /** Field Service is farther, or its state is another, though nothing is on its way. */
    STALE,
    /** Order Management is farther: Field Service was restored from an older backup. */
    BEHIND,
    /** A request is not answered for longer than messages take. */
    UNANSWERED,
    /** Activity entries did not become notes. */
    NOTE_GAP
}
