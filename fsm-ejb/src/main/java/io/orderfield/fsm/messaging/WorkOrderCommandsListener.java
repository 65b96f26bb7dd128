package io.orderfield.fsm.messaging;

import jakarta.ejb.EJB;
import jakarta.ejb.MessageDriven;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.jms.Message;
import jakarta.jms.MessageListener;

/** Takes what Order Management sends from {@code fsm.work-order-commands}. */
@MessageDriven(name = "WorkOrderCommandsListener")
@TransactionManagement(TransactionManagementType.BEAN)
public class WorkOrderCommandsListener implements MessageListener {
    @EJB
    private FsmSide side;

    @EJB
    private WorkOrderCommands commands;

    @Override
    public void onMessage(Message message) {
        side.receive(message, commands::handle);
    }
}
