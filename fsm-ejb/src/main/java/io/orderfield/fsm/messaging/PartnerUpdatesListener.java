package io.orderfield.fsm.messaging;

import io.orderfield.fsm.partner.FieldUpdateIntake;
import io.orderfield.messaging.contract.WorkOrderTaskUpdate;
import jakarta.ejb.EJB;
import jakarta.ejb.MessageDriven;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.jms.Message;
import jakarta.jms.MessageListener;

/** Takes what outside field systems report from {@code fsm.partner-updates}. */
@MessageDriven(name = "PartnerUpdatesListener", messageListenerInterface = MessageListener.class)
@TransactionManagement(TransactionManagementType.BEAN)
public class PartnerUpdatesListener implements MessageListener {
    @EJB
    private FsmSide side;

    @EJB
    private FieldUpdateIntake intake;

    @Override
    public void onMessage(Message message) {
        side.receiveFromOutside(message, "fsm.partner-updates", WorkOrderTaskUpdate.class, intake::receive);
    }
}
