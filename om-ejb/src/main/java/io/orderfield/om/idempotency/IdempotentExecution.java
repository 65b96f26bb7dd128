package io.orderfield.om.idempotency;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import java.util.function.Supplier;

/** Puts claiming a key, deciding and remembering the answer into one transaction. Checks no role: the decision does. */
@Stateless
@PermitAll
public class IdempotentExecution {
    /** For the container. */
    public IdempotentExecution() {}

    /** Runs the work in a transaction; a refusal rolls back and comes out unchanged. */
    @TransactionAttribute(TransactionAttributeType.REQUIRED)
    public <T> T inTransaction(Supplier<T> work) {
        return work.get();
    }
}
