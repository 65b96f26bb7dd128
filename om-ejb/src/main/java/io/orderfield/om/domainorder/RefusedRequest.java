package io.orderfield.om.domainorder;

/** Which kind of request Field Service refused. */
enum RefusedRequest {
    CREATION,
    UPDATE,
    CANCELLATION
}
