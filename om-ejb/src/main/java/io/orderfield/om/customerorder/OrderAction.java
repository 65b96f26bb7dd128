package io.orderfield.om.customerorder;

/** What moves a customer order or a line item from one {@link OrderState} to another. */
public enum OrderAction {
    PLACE,
    WITHDRAW,
    REWORK,
    APPROVE,
    REJECT,
    HOLD,
    RESUME,
    /** Cancels at once before approval; later it asks Field Service first. */
    CANCEL,
    /** Takes a cancellation back. */
    KEEP,
    /** The roll-up's own: everything below is closed. */
    COMPLETE,
    /** The roll-up's own: everything below is canceled. */
    FINISH_CANCELLATION
}
