package io.orderfield.om.messaging;

import io.orderfield.messaging.contract.PartnerOrder;
import io.orderfield.om.ordering.PartnerOrderIntake;
import jakarta.ejb.EJB;
import jakarta.ejb.MessageDriven;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.jms.Message;
import jakarta.jms.MessageListener;

/** Receives what partners order, from the queue {@code om.partner-orders}. */
@MessageDriven(name = "PartnerOrdersListener", messageListenerInterface = MessageListener.class)
@TransactionManagement(TransactionManagementType.BEAN)
public class PartnerOrdersListener implements MessageListener {
    @EJB
    private OmSide side;

    @EJB
    private PartnerOrderIntake intake;

    @Override
    public void onMessage(Message message) {
        side.receiveFromOutside(message, "om.partner-orders", PartnerOrder.class, intake::receive);
    }
}
