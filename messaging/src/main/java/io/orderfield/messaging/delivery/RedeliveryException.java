package io.orderfield.messaging.delivery;

import jakarta.ejb.ApplicationException;

/**
 * The message must not be acknowledged: the broker is to deliver it again, after its back-off. An application exception, so
 * that the container passes it on to the broker's adapter as it is and logs no stack trace of its own at each attempt.
 */
@ApplicationException
public final class RedeliveryException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    RedeliveryException(Throwable cause) {
        super("The message is to be delivered again", cause);
    }
}
