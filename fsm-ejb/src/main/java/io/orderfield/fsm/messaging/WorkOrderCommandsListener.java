package io.orderfield.fsm.messaging;

import io.orderfield.fsm.request.CommandCheck;
import io.orderfield.fsm.request.InventoryIntake;
import io.orderfield.fsm.request.WorkOrderRequestIntake;
import io.orderfield.messaging.contract.CancelWorkOrder;
import io.orderfield.messaging.contract.RequestEntries;
import io.orderfield.messaging.contract.RequestInventory;
import io.orderfield.messaging.contract.RequestTemplates;
import io.orderfield.messaging.contract.RequestWorkOrder;
import io.orderfield.messaging.contract.ShareWorkNote;
import io.orderfield.messaging.delivery.ContractViolationException;
import io.orderfield.messaging.delivery.MessageContext;
import jakarta.ejb.EJB;
import jakarta.ejb.MessageDriven;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.jms.Message;
import jakarta.jms.MessageListener;
import java.util.UUID;

/** Takes what Order Management sends from {@code fsm.work-order-commands}. */
@MessageDriven(name = "WorkOrderCommandsListener", messageListenerInterface = MessageListener.class)
@TransactionManagement(TransactionManagementType.BEAN)
public class WorkOrderCommandsListener implements MessageListener {
    @EJB
    private FsmSide side;

    @EJB
    private WorkOrderRequestIntake intake;

    @EJB
    private InventoryIntake inventory;

    @EJB
    private TemplateRequestIntake templates;

    @Override
    public void onMessage(Message message) {
        side.receive(message, this::handle);
    }

    void handle(Record body, MessageContext context) {
        UUID message = context.messageId();
        if (body instanceof RequestWorkOrder request) {
            CommandCheck.check(request);
            intake.request(message, request);
        } else if (body instanceof CancelWorkOrder cancel) {
            CommandCheck.check(cancel);
            intake.cancel(message, cancel);
        } else if (body instanceof ShareWorkNote note) {
            CommandCheck.check(note);
            intake.share(message, note);
        } else if (body instanceof RequestEntries entries) {
            CommandCheck.check(entries);
            intake.entries(message, entries);
        } else if (body instanceof RequestInventory request) {
            CommandCheck.check(request);
            inventory.tell(message, request);
        } else if (body instanceof RequestTemplates request) {
            templates.tell(message, request);
        } else {
            throw new ContractViolationException(
                    "unexpected-message-type",
                    "field service takes no " + context.type().wireName());
        }
    }
}
