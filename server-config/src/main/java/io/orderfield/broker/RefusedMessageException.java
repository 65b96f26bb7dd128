package io.orderfield.broker;

import org.apache.activemq.artemis.api.core.ActiveMQException;
import org.apache.activemq.artemis.api.core.ActiveMQExceptionType;

/**
 * A message that is refused to its sender, who is told why. The broker logs it with its stack: it has none, since nothing
 * went wrong here, and whoever sends nonsense shall not fill the log.
 */
final class RefusedMessageException extends ActiveMQException {
    private static final long serialVersionUID = 1L;

    RefusedMessageException(String why) {
        super(why, ActiveMQExceptionType.ILLEGAL_STATE);
    }

    @Override
    public synchronized Throwable fillInStackTrace() {
        return this;
    }
}
