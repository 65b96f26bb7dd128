package io.orderfield.om.domainorder;

/** What moves a domain order from one {@link DomainOrderState} to another. */
public enum DomainOrderAction {
    HOLD,
    RESUME,
    /** Asks Field Service first. */
    CANCEL,
    /** Takes a cancellation back. */
    KEEP,
    /** Field Service has answered for every work order, and refused none or a manager cancels anyway. */
    FINISH_CANCELLATION,
    CLOSE_COMPLETE,
    CLOSE_INCOMPLETE
}
