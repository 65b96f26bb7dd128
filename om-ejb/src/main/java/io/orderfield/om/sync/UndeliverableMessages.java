package io.orderfield.om.sync;

import io.orderfield.messaging.delivery.OutgoingMessage;
import io.orderfield.om.fallout.Fallouts;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;

/** Tells a person of messages that the broker has refused for good. For the delivery only. */
@Stateless
@PermitAll
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class UndeliverableMessages {
    @Inject
    private Fallouts fallouts;

    /** For the container. */
    public UndeliverableMessages() {}

    /** Raises a fallout for a message that was given up. */
    public void tell(OutgoingMessage message, String error) {
        fallouts.raise(
                "message-undeliverable",
                message.group() == null ? message.type() : message.group(),
                message.group(),
                "The message " + message.id() + " (" + message.type() + ") to " + message.destination()
                        + " was given up: " + error);
    }
}
