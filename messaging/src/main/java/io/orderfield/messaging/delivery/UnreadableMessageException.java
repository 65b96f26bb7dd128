package io.orderfield.messaging.delivery;

import org.jspecify.annotations.Nullable;

/** The message can't be read. Trying again can't help: it goes to the dead letter queue at once. */
public final class UnreadableMessageException extends ContractViolationException {
    private static final long serialVersionUID = 1L;

    private final @Nullable String field;

    UnreadableMessageException(String code, String reason) {
        this(code, reason, null);
    }

    /** @param field path of the value that has the wrong shape */
    UnreadableMessageException(String code, String reason, @Nullable String field) {
        super(code, reason);
        this.field = field;
    }

    /** Path of the value that has the wrong shape, such as {@code lineItems[0].quantity}; null for other causes. */
    public @Nullable String field() {
        return field;
    }
}
