package io.orderfield.messaging.delivery;

/** Told of every message of the outbox that is given up, once it is committed as FAILED. */
@FunctionalInterface
public interface FailedMessages {
    /**
     * @param message the row, kept in the outbox as FAILED
     * @param error the last refusal in words
     */
    void failed(OutgoingMessage message, String error);
}
