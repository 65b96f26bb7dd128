package io.orderfield.om.ordering;

/**
 * Answers to partners whose orders came by message. An answer goes out with the caller's transaction or not at all, soon
 * after its commit, at least once; only the partner that it is for can read it.
 */
public interface PartnerAnswers {
    /** Answers with a message of the contract. */
    void answer(PartnerRequest to, Record answer);
}
