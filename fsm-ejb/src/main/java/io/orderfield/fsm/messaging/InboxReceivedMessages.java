package io.orderfield.fsm.messaging;

import io.orderfield.fsm.workorder.ReceivedMessages;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.Dependent;
import java.util.UUID;

/** Remembers messages in the inbox. */
@Dependent
public class InboxReceivedMessages implements ReceivedMessages {
    @EJB
    private FsmInbox inbox;

    @Override
    public boolean firstTime(UUID messageId) {
        return inbox.firstTime(messageId);
    }
}
