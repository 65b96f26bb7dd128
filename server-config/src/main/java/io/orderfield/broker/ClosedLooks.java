package io.orderfield.broker;

import java.util.logging.Filter;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Keeps out of the log what the broker writes there when somebody has seen enough of a queue: it sends ahead, and at the
 * next message stumbles over the look that is closed (ARTEMIS-4135, mitigated there, not gone). Nothing is lost by that, and
 * a stack trace for every page of dead letters would hide what matters. Everything else that is written with these codes stays.
 */
final class ClosedLooks implements Filter {
    private static final String CLOSED = "SessionCallback";

    /** Kept here: the log forgets a logger, and its filter, that nobody holds. */
    private static final Logger BROKER = Logger.getLogger("org.apache.activemq.artemis.core.server");

    private final @Nullable Filter others;

    private ClosedLooks(@Nullable Filter others) {
        this.others = others;
    }

    /** Once for the whole process, whichever brokers start in it. */
    static synchronized void keepOut() {
        Filter others = BROKER.getFilter();
        if (!(others instanceof ClosedLooks)) {
            BROKER.setFilter(new ClosedLooks(others));
        }
    }

    @Override
    public boolean isLoggable(LogRecord line) {
        return !isOfClosedLook(line) && (others == null || others.isLoggable(line));
    }

    private static boolean isOfClosedLook(LogRecord line) {
        String message = line.getMessage();
        return message != null
                && (message.startsWith("AMQ224045") || message.startsWith("AMQ224046"))
                && line.getThrown() instanceof NullPointerException stumbled
                && String.valueOf(stumbled.getMessage()).contains(CLOSED);
    }
}
