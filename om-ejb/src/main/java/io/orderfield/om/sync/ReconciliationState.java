package io.orderfield.om.sync;

/** Where a reconciliation is. */
enum ReconciliationState {
    /** Page by page, everything is compared. */
    COMPARING,
    /** What looked wrong gets time for messages that are on their way. */
    WAITING,
    /** What looked wrong is looked at again. */
    LOOKING_AGAIN,
    /** What is wrong is repaired. */
    REPAIRING,
    /** Domain orders without a difference are noted as verified. */
    VERIFYING,
    COMPLETED,
    /** Field Service did not answer. */
    FAILED;

    boolean isOver() {
        return this == COMPLETED || this == FAILED;
    }
}
