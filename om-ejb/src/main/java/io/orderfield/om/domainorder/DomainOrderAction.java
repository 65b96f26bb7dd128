package io.orderfield.om.domainorder;

/** What moves a domain order from one {@link DomainOrderState} to another. */
public enum DomainOrderAction {
    HOLD("put on hold"),
    RESUME("resumed"),
    /** Asks Field Service first. */
    CANCEL("canceled"),
    /** Takes a cancellation back. */
    KEEP("kept"),
    /** Field Service has answered for every work order and refused none. */
    FINISH_CANCELLATION("canceled for good"),
    CLOSE_COMPLETE("closed"),
    CLOSE_INCOMPLETE("closed");

    private final String participle;

    DomainOrderAction(String participle) {
        this.participle = participle;
    }

    /** The participle for sentences such as "can't be closed". */
    String participle() {
        return participle;
    }
}
