package io.orderfield.om.domainorder;

/** Which kind of request Field Service refused. */
public enum RefusedRequest {
    CREATION,
    UPDATE,
    CANCELLATION
}
