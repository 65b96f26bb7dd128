package io.orderfield.fsm.workorder;

import io.orderfield.messaging.contract.WorkOrderChanged;
import io.orderfield.messaging.contract.WorkOrderEvent;
import io.orderfield.messaging.contract.WorkOrderInventory;
import io.orderfield.messaging.contract.WorkOrderOrigin;
import io.orderfield.messaging.contract.WorkOrderRequestRefused;

/**
 * Tells Order Management: with the current transaction or not at all, at least once, and in order per domain order as far
 * as nothing is delivered again.
 */
public interface WorkOrderEvents {
    /** A work order changed, or a request is answered with how it is. */
    void changed(WorkOrderChanged message, WorkOrderOrigin origin);

    /** Something happened, for whoever listens outside; with the message to Order Management. */
    void happened(WorkOrderEvent event);

    /** A request is refused. */
    void refused(WorkOrderRequestRefused message, WorkOrderOrigin origin);

    /** What there is, for a reconciliation. */
    void inventory(WorkOrderInventory message);
}
