package io.orderfield.broker;

import org.apache.activemq.artemis.api.core.ActiveMQException;
import org.apache.activemq.artemis.api.core.ActiveMQExceptionType;

/**
 * What an outside application wants and does not get; it is told why. The broker logs it with its stack: it has none, since
 * nothing went wrong here, and whoever sends nonsense or takes too much shall not fill the log.
 */
final class RefusedException extends ActiveMQException {
    private static final long serialVersionUID = 1L;

    /** @param type as what the client's library shows it */
    RefusedException(String why, ActiveMQExceptionType type) {
        super(why, type);
    }

    @Override
    public synchronized Throwable fillInStackTrace() {
        return this;
    }
}
