package io.orderfield.om.customerorder;

/** How an order or item was completed. */
public enum Outcome {
    COMPLETE,
    /** Some of its work was closed incomplete. */
    INCOMPLETE
}
