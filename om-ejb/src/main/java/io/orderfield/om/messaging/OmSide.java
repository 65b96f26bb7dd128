package io.orderfield.om.messaging;

import io.orderfield.messaging.delivery.Side;
import io.orderfield.om.fieldevents.ReceivedMessages;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.DependsOn;
import jakarta.ejb.EJB;
import jakarta.ejb.Local;
import jakarta.ejb.LocalBean;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.jms.JMSException;
import jakarta.jms.Message;

/** How Order Management sends and receives. A message that is given up, on its way out or in, is a fallout. */
@Singleton
@Startup
@DependsOn("OmSchema")
@LocalBean
@Local(ReceivedMessages.class)
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
public class OmSide extends Side implements ReceivedMessages {
    static final String SCHEMA = "om";

    @EJB
    private MessageFallouts fallouts;

    /** For the container. */
    public OmSide() {
        super(SCHEMA);
    }

    @Override
    protected void reportFailed() {
        boolean more;
        do {
            more = fallouts.raiseForFailedMessages();
        } while (more);
    }

    @Override
    protected void reportDeadLetter(Message message, String code, String reason) throws JMSException {
        fallouts.raiseForDeadLetter(message, code, reason);
    }
}
