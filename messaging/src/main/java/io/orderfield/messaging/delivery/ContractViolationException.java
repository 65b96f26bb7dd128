package io.orderfield.messaging.delivery;

import jakarta.ejb.ApplicationException;

/**
 * The message is against the contract. Trying again can't help: it goes to the dead letter queue at once, with the code
 * and the reason.
 */
@ApplicationException(rollback = true, inherited = true)
public sealed class ContractViolationException extends RuntimeException permits UnreadableMessageException {
    private static final long serialVersionUID = 1L;
    private final String code;

    /**
     * @param code stable, lower case with hyphens, such as {@code unknown-message-type}
     * @param reason what is wrong, in words for the person who looks at the dead letter; no customer data
     */
    public ContractViolationException(String code, String reason) {
        super(reason);
        this.code = code;
    }

    /** The stable code. */
    public String code() {
        return code;
    }

    /** What is wrong, in words. */
    public String reason() {
        return String.valueOf(getMessage());
    }
}
