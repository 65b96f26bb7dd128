package io.orderfield.fsm.attachment;

import io.orderfield.kernel.Shared;
import jakarta.annotation.Resource;
import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;

/** With the transaction of now. */
@Shared
class TransactionUndoing implements Undoing {
    @Resource
    private TransactionSynchronizationRegistry transactions;

    @Override
    public void afterRollback(Runnable undo) {
        transactions.registerInterposedSynchronization(new Synchronization() {
            @Override
            public void beforeCompletion() {
                // only the end counts
            }

            @Override
            public void afterCompletion(int status) {
                if (status != Status.STATUS_COMMITTED) {
                    undo.run();
                }
            }
        });
    }
}
