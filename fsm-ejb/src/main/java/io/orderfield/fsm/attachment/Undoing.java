package io.orderfield.fsm.attachment;

/** Undoes what a transaction did outside the database, when nothing remains of the transaction. */
public interface Undoing {
    void afterRollback(Runnable undo);
}
