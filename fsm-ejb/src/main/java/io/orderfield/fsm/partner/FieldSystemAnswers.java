package io.orderfield.fsm.partner;

import org.jspecify.annotations.Nullable;

/**
 * Answers to outside field systems. An answer goes out with the caller's transaction or not at all, soon after its commit,
 * at least once; only the system that it is for can read it.
 */
public interface FieldSystemAnswers {
    /**
     * Answers with a message of the contract.
     *
     * @param queue the system's own
     * @param correlation what the system knows its message by, or null
     */
    void answer(String queue, @Nullable String correlation, Record answer);
}
