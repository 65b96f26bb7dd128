package io.orderfield.om.domainorder;

/** What Field Service has not answered yet. */
enum Pending {
    CREATE,
    UPDATE,
    CANCEL
}
