package io.orderfield.messaging.delivery;

import io.orderfield.kernel.Causes;
import io.orderfield.messaging.broker.BrokerAwayException;
import jakarta.ejb.EJBException;
import jakarta.jms.JMSException;
import jakarta.jms.JMSRuntimeException;
import jakarta.persistence.LockTimeoutException;
import jakarta.persistence.OptimisticLockException;
import jakarta.persistence.PessimisticLockException;
import jakarta.persistence.QueryTimeoutException;
import jakarta.resource.ResourceException;
import jakarta.transaction.SystemException;
import java.io.InterruptedIOException;
import java.net.SocketException;
import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLRecoverableException;
import java.sql.SQLTransientException;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Why a message could not be worked off: that decides what becomes of it. */
public enum FailureCause {
    /** It breaks the contract: a dead letter at once. */
    CONTRACT,

    /**
     * Database, broker or a lock stood in the way, or another transaction was faster: try again without limit, counting
     * nothing.
     */
    INFRASTRUCTURE,

    /** Anything else, most likely a fault of the message or the program: a few attempts, then a dead letter. */
    OTHER;

    /** SQL state classes: connection, transaction rolled back, insufficient resources, operator intervention, system. */
    private static final Set<String> STATE_CLASSES = Set.of("08", "40", "53", "57", "58");

    /** SQL states beyond the classes: lock not available, lock and statement time-outs, and H2's broken connections. */
    private static final Set<String> STATES =
            Set.of("55P03", "HYT00", "HYT01", "90007", "90020", "90031", "90067", "90098", "90121");

    /** The cause, looked for in the whole chain: containers and persistence wrap in many layers. */
    public static FailureCause of(Throwable failure) {
        FailureCause found = OTHER;
        for (Throwable t : Causes.of(failure, FailureCause::namedBeside)) {
            if (t instanceof ContractViolationException) {
                return CONTRACT;
            }
            if (isInfrastructure(t)) {
                found = INFRASTRUCTURE;
            }
        }
        return found;
    }

    private static @Nullable Throwable namedBeside(Throwable t) {
        if (t instanceof EJBException e) {
            return e.getCausedByException();
        }
        return t instanceof JMSException e ? e.getLinkedException() : null;
    }

    private static boolean isInfrastructure(Throwable t) {
        return t instanceof SQLException e && isInfrastructure(e)
                || t instanceof OptimisticLockException
                || t instanceof PessimisticLockException
                || t instanceof LockTimeoutException
                || t instanceof QueryTimeoutException
                || isProvidersOptimisticLock(t)
                || t instanceof BrokerAwayException
                || t instanceof JMSException
                || t instanceof JMSRuntimeException
                || t instanceof ResourceException
                || t instanceof SystemException
                || t instanceof SocketException
                || t instanceof InterruptedIOException
                || t instanceof OutOfMemoryError;
    }

    private static boolean isInfrastructure(SQLException e) {
        if (e instanceof SQLTransientException
                || e instanceof SQLRecoverableException
                || e instanceof SQLNonTransientConnectionException) {
            return true;
        }
        String state = e.getSQLState();
        return state != null
                && (STATES.contains(state) || state.length() == 5 && STATE_CLASSES.contains(state.substring(0, 2)));
    }

    /** EclipseLink's own exception comes out bare when a commit finds the conflict; the class isn't ours to import. */
    private static boolean isProvidersOptimisticLock(Throwable t) {
        return t.getClass().getName().equals("org.eclipse.persistence.exceptions.OptimisticLockException");
    }
}
