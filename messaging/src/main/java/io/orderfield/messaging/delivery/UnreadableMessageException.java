package io.orderfield.messaging.delivery;

/** The message can't be read. Trying again can't help: it goes to the dead letter queue at once. */
public final class UnreadableMessageException extends ContractViolationException {
    private static final long serialVersionUID = 1L;

    UnreadableMessageException(String code, String reason) {
        super(code, reason);
    }
}
