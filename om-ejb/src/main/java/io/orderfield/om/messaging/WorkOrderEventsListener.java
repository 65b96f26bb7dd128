package io.orderfield.om.messaging;

import io.orderfield.messaging.contract.WorkOrderChanged;
import io.orderfield.messaging.contract.WorkOrderInventory;
import io.orderfield.messaging.contract.WorkOrderRequestRefused;
import io.orderfield.messaging.contract.WorkOrderTemplatePublished;
import io.orderfield.messaging.delivery.ContractViolationException;
import io.orderfield.messaging.delivery.MessageContext;
import io.orderfield.om.fieldevents.WorkOrderEventIntake;
import io.orderfield.om.sync.ReconciliationIntake;
import jakarta.ejb.EJB;
import jakarta.ejb.MessageDriven;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.jms.Message;
import jakarta.jms.MessageListener;

/** Receives what Field Service answers and reports, from the queue {@code om.work-order-events}. */
@MessageDriven(name = "WorkOrderEventsListener", messageListenerInterface = MessageListener.class)
@TransactionManagement(TransactionManagementType.BEAN)
public class WorkOrderEventsListener implements MessageListener {
    @EJB
    private OmSide side;

    @EJB
    private WorkOrderEventIntake intake;

    @EJB
    private ReconciliationIntake reconciliation;

    @Override
    public void onMessage(Message message) {
        side.receive(message, this::handle);
    }

    private void handle(Record body, MessageContext context) {
        if (body instanceof WorkOrderChanged changed) {
            intake.apply(changed, context);
        } else if (body instanceof WorkOrderRequestRefused refused) {
            intake.apply(refused, context);
        } else if (body instanceof WorkOrderTemplatePublished published) {
            intake.apply(published, context);
        } else if (body instanceof WorkOrderInventory inventory) {
            reconciliation.apply(inventory, context);
        } else {
            throw new ContractViolationException("unexpected-message-type", context.type() + " does not belong here");
        }
    }
}
