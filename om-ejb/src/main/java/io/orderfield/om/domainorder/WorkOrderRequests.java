package io.orderfield.om.domainorder;

import io.orderfield.messaging.contract.CancelWorkOrder;
import io.orderfield.messaging.contract.RequestEntries;
import io.orderfield.messaging.contract.RequestTemplates;
import io.orderfield.messaging.contract.RequestWorkOrder;
import io.orderfield.messaging.contract.ShareWorkNote;

/**
 * What Order Management sends to Field Service. Every message goes out with the caller's transaction or not at all, soon
 * after its commit, at least once. Messages about one domain order are worked off in the order in which they were sent;
 * should they arrive in another, their revisions say so.
 */
public interface WorkOrderRequests {
    /** Asks Field Service for a work order, or for other data of it. */
    void send(RequestWorkOrder request);

    /** Asks Field Service to cancel a work order. */
    void send(CancelWorkOrder request);

    /** Shares a person's note with one work order. */
    void send(ShareWorkNote note, String domainOrder, String customerOrder);

    /** Asks for activity entries that did not arrive. */
    void send(RequestEntries request, String domainOrder, String customerOrder);

    /** Asks for work order templates as they are now. */
    void send(RequestTemplates request);
}
