package io.orderfield.messaging.delivery;

import io.orderfield.messaging.broker.BrokerAwayException;
import java.util.List;

/**
 * Port to the broker.
 *
 * <p>Promises: the messages of one call are sent all or none, in one JMS transaction and in the order of the list; when the
 * call returns, the broker has stored them. A call that fails has normally sent nothing; only when the broker went away
 * during the commit it may have sent everything. Message, type, group and correlation arrive as the contract says (see
 * {@link OutgoingMessage}). Calls may run in parallel.
 */
public interface MessageSender {
    /**
     * Sends the messages in one transaction.
     *
     * @throws MessageRefusedException when the broker or its client refuses one of the messages for what it is: an unknown
     *     destination, a wrong property. Trying the same again won't help.
     * @throws BrokerAwayException for every other failure: the broker can't be reached, has no room, went away
     */
    void send(List<OutgoingMessage> messages);
}
