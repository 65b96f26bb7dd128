package io.orderfield.messaging.delivery;

import jakarta.jms.ConnectionFactory;
import jakarta.jms.JMSContext;

/** How {@link JmsMessageSender} gets a context whose messages go together. */
public enum JmsTransaction {
    /** The container's transaction around the call: it must hold nothing but JMS, and commits when the call returns. */
    OF_CONTAINER {
        @Override
        JMSContext open(ConnectionFactory factory) {
            return factory.createContext();
        }

        @Override
        void commit(JMSContext context) {
            // the container does, when the method returns
        }
    },

    /** A transacted session, committed at the end of the call; for use outside a container. */
    OWN {
        @Override
        JMSContext open(ConnectionFactory factory) {
            return factory.createContext(JMSContext.SESSION_TRANSACTED);
        }

        @Override
        void commit(JMSContext context) {
            context.commit();
        }
    };

    abstract JMSContext open(ConnectionFactory factory);

    abstract void commit(JMSContext context);
}
