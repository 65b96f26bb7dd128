package io.orderfield.web.problem;

import io.orderfield.om.user.TooBusyException;
import jakarta.persistence.LockTimeoutException;
import jakarta.persistence.PessimisticLockException;
import jakarta.persistence.QueryTimeoutException;
import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLRecoverableException;
import java.sql.SQLTransientException;
import java.util.Set;

/** Tells failures that pass (database or broker away, a lock held too long, a deadlock) from those that don't. */
final class TemporaryFailure {
    /** Serialization failure, deadlock, lock not available, H2's lock time-out, shutdown of the database. */
    private static final Set<String> SQL_STATES = Set.of("40001", "40P01", "55P03", "HYT00", "57P01", "57P02", "57P03");

    /** Class 08: connection exceptions; class 53: no resources left, such as too many connections. */
    private static final Set<String> SQL_STATE_CLASSES = Set.of("08", "53");

    /** Connections of the pool or the broker; known by name since the web knows neither JMS nor connectors. */
    private static final Set<String> BY_NAME = Set.of(
            "jakarta.resource.ResourceException",
            "jakarta.resource.spi.ResourceAllocationException",
            "jakarta.jms.JMSException",
            "jakarta.jms.JMSRuntimeException",
            "io.orderfield.messaging.broker.BrokerAwayException");

    private TemporaryFailure() {}

    /** Whether this very exception (not its causes) says so. */
    static boolean is(Throwable failure) {
        return failure instanceof LockTimeoutException
                || failure instanceof PessimisticLockException
                || failure instanceof QueryTimeoutException
                || failure instanceof SQLTransientException
                || failure instanceof SQLRecoverableException
                || failure instanceof SQLNonTransientConnectionException
                || failure instanceof TooBusyException
                || failure instanceof SQLException sql && passes(sql)
                || namedSo(failure.getClass());
    }

    private static boolean passes(SQLException failure) {
        String state = failure.getSQLState();
        return state != null
                && (SQL_STATES.contains(state)
                        || state.length() == 5 && SQL_STATE_CLASSES.contains(state.substring(0, 2)));
    }

    private static boolean namedSo(Class<?> type) {
        for (Class<?> c = type; c != null && c != Object.class; c = c.getSuperclass()) {
            if (BY_NAME.contains(c.getName())) {
                return true;
            }
        }
        return false;
    }
}
