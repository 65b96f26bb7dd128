package io.orderfield.om.customerorder;

/** What moves a change in flight from one {@link InflightChangeState} to another. */
public enum InflightChangeAction {
    /** The manager approves, and the item says it from then on. */
    APPLY("approved"),
    REFUSE("refused"),
    WITHDRAW("withdrawn");

    private final String participle;

    InflightChangeAction(String participle) {
        this.participle = participle;
    }

    /** The participle for sentences such as "can't be approved". */
    String participle() {
        return participle;
    }
}
