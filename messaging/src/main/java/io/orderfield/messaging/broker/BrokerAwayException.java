package io.orderfield.messaging.broker;

import jakarta.ejb.ApplicationException;
import org.jspecify.annotations.Nullable;

/** The broker can't take messages now, whatever they are. Never counts as an attempt: the sender waits. */
@ApplicationException(rollback = true)
public final class BrokerAwayException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public BrokerAwayException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
