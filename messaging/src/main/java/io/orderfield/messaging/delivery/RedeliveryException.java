package io.orderfield.messaging.delivery;

/** The message must not be acknowledged: the broker is to deliver it again, after its back-off. */
public final class RedeliveryException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    RedeliveryException(Throwable cause) {
        super("The message is to be delivered again", cause);
    }
}
