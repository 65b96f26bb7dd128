package io.orderfield.messaging.broker;

import io.orderfield.messaging.delivery.JmsMessageSender;
import jakarta.jms.ConnectionFactory;
import jakarta.jms.JMSContext;

/** How {@link JmsMessageSender} gets a context whose messages go together. */
public enum JmsTransaction {
    /** The container's transaction around the call: it must hold nothing but JMS, and commits when the call returns. */
    OF_CONTAINER {
        @Override
        public JMSContext open(ConnectionFactory factory) {
            return factory.createContext();
        }

        @Override
        public void commit(JMSContext context) {
            // the container does, when the method returns
        }
    },

    /** A transacted session, committed at the end of the call; for use outside a container. */
    OWN {
        @Override
        public JMSContext open(ConnectionFactory factory) {
            return factory.createContext(JMSContext.SESSION_TRANSACTED);
        }

        @Override
        public void commit(JMSContext context) {
            context.commit();
        }
    };

    public abstract JMSContext open(ConnectionFactory factory);

    public abstract void commit(JMSContext context);
}
