package io.orderfield.messaging.delivery;

import jakarta.ejb.ApplicationException;

/** The broker or its client refuses a message for what it is. Counts as an attempt of that message. */
@ApplicationException(rollback = true)
public final class MessageRefusedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public MessageRefusedException(String message, Throwable cause) {
        super(message, cause);
    }
}
