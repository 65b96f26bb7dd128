package io.orderfield.om.messaging;

import io.orderfield.messaging.contract.CancelWorkOrder;
import io.orderfield.messaging.contract.RequestEntries;
import io.orderfield.messaging.contract.RequestInventory;
import io.orderfield.messaging.contract.RequestTemplates;
import io.orderfield.messaging.contract.RequestWorkOrder;
import io.orderfield.messaging.contract.ShareWorkNote;
import io.orderfield.om.domainorder.WorkOrderRequests;
import io.orderfield.om.sync.InventoryRequests;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;

/** Sends through the outbox: grouped by domain order, correlated by customer order. */
@ApplicationScoped
class OutboxWorkOrderRequests implements WorkOrderRequests, InventoryRequests {
    private static final String COMMANDS = "fsm.work-order-commands";

    @EJB
    private OmSide side;

    @Override
    public void send(RequestWorkOrder request) {
        side.send(
                COMMANDS,
                request,
                request.origin().domainOrder(),
                request.origin().customerOrder());
    }

    @Override
    public void send(CancelWorkOrder request) {
        side.send(
                COMMANDS,
                request,
                request.origin().domainOrder(),
                request.origin().customerOrder());
    }

    @Override
    public void send(ShareWorkNote note, String domainOrder, String customerOrder) {
        side.send(COMMANDS, note, domainOrder, customerOrder);
    }

    @Override
    public void send(RequestEntries request, String domainOrder, String customerOrder) {
        side.send(COMMANDS, request, domainOrder, customerOrder);
    }

    @Override
    public void ask(RequestInventory request) {
        side.send(COMMANDS, request, null, null);
    }

    @Override
    public void send(RequestTemplates request) {
        side.send(COMMANDS, request, null, null);
    }
}
