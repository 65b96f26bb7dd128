package io.orderfield.fsm.workorder;

/** Undoes what a transaction did outside the database, when nothing remains of the transaction. */
interface Undoing {
    void afterRollback(Runnable undo);
}
