package io.orderfield.broker;

import org.apache.activemq.artemis.api.core.ActiveMQException;
import org.apache.activemq.artemis.api.core.ActiveMQExceptionType;
import org.apache.activemq.artemis.api.core.Message;
import org.apache.activemq.artemis.core.server.ServerSession;
import org.apache.activemq.artemis.core.server.plugin.ActiveMQServerMessagePlugin;
import org.apache.activemq.artemis.core.transaction.Transaction;

/**
 * Refuses what an outside application sends beyond a size that no message of the contract has: a body has at most 1,048,576
 * characters, of at most four bytes each.
 */
final class LargestMessage implements ActiveMQServerMessagePlugin {
    /** Bytes, the properties included. */
    static final long BYTES = 5L * 1024 * 1024;

    private final String application;

    /** @param application the user who may send what it likes */
    LargestMessage(String application) {
        this.application = application;
    }

    @Override
    public void beforeSend(
            ServerSession session, Transaction transaction, Message message, boolean direct, boolean noAutoCreateQueue)
            throws ActiveMQException {
        if (!application.equals(session.getUsername()) && message.getWholeMessageSize() > BYTES) {
            throw new RefusedException(
                    "A message may have " + BYTES + " bytes; this one has " + message.getWholeMessageSize(),
                    ActiveMQExceptionType.ILLEGAL_STATE);
        }
    }
}
