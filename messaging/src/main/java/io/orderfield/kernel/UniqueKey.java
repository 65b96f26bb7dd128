package io.orderfield.kernel;

import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceException;
import java.sql.SQLException;
import java.util.function.Supplier;

/**
 * What becomes of two who take the same code, user name or other key at the same instant. Each looks first whether it is
 * free, and both find it so; then the database lets one of them through. The other gets the same no as one who comes later.
 */
public final class UniqueKey {
    /** What both databases call a unique key that is violated. */
    private static final String VIOLATED = "23505";

    private UniqueKey() {}

    /**
     * Writes what is pending.
     *
     * @param taken the no of the ordinary check
     * @throws Refusal what {@code taken} answers, when another transaction has taken the key meanwhile
     */
    public static void flush(EntityManager entityManager, Supplier<Refusal> taken) {
        try {
            entityManager.flush();
        } catch (PersistenceException failure) {
            if (!isViolated(failure)) {
                throw failure;
            }
            Refusal refusal = taken.get();
            refusal.initCause(failure);
            throw refusal;
        }
    }

    /** Whether a failure says that a unique key is taken; looked for in the whole chain, batches included. */
    public static boolean isViolated(Throwable failure) {
        return Causes.of(failure).stream()
                .anyMatch(t -> t instanceof SQLException e && VIOLATED.equals(e.getSQLState()));
    }
}
