package io.orderfield.om.messaging;

import io.orderfield.om.domainorder.ReceivedMessages;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** The inbox, for those who may not know how messages travel. */
@ApplicationScoped
class InboxReceivedMessages implements ReceivedMessages {
    @EJB
    private OmInbox inbox;

    @Override
    public boolean firstTime(UUID messageId) {
        return inbox.firstTime(messageId);
    }
}
