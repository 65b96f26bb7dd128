package io.orderfield.om.customerorder;

/** What moves a customer order or a line item from one {@link OrderState} to another. */
public enum OrderAction {
    PLACE("placed"),
    WITHDRAW("withdrawn"),
    REWORK("reworked"),
    APPROVE("approved"),
    REJECT("rejected"),
    HOLD("put on hold"),
    RESUME("resumed"),
    /** Cancels at once before approval; later it asks Field Service first. */
    CANCEL("canceled"),
    /** Takes a cancellation back. */
    KEEP("kept"),
    /** The roll-up's own: everything below is closed. */
    COMPLETE("completed"),
    /** The roll-up's own: everything below is canceled. */
    FINISH_CANCELLATION("canceled for good");

    private final String participle;

    OrderAction(String participle) {
        this.participle = participle;
    }

    /** The participle for sentences such as "can't be placed". */
    String participle() {
        return participle;
    }
}
