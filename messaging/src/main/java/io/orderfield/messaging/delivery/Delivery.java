package io.orderfield.messaging.delivery;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Collection;
import java.util.concurrent.Executor;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.logging.Level;
import java.util.logging.Logger;
import javax.sql.DataSource;

/**
 * The delivery of one side, from its start to its stop: sends after each commit, sweeps once a second, forgets what is old,
 * and has messages that were given up reported.
 */
public final class Delivery {
    private static final Logger LOG = Logger.getLogger(Delivery.class.getName());

    private final Outbox outbox;
    private final DataSource dataSource;
    private final Dispatcher dispatcher;
    private final DeliveryRetention retention;
    private final Runnable failures;
    private final ScheduledFuture<?> sweeps;

    /** True at the start too: a crash may have come between giving up and reporting. */
    private final AtomicBoolean unreported = new AtomicBoolean(true);

    private Delivery(
            String schema,
            DataSource dataSource,
            MessageSender sender,
            Executor executor,
            ScheduledExecutorService scheduler,
            Clock clock,
            Runnable failures) {
        this.outbox = new Outbox(schema);
        this.dataSource = dataSource;
        this.failures = failures;
        this.dispatcher =
                new Dispatcher(outbox, dataSource, sender, executor, clock, (message, error) -> unreported.set(true));
        this.retention =
                new DeliveryRetention(new Inbox(schema), new AttemptLog(dataSource, schema), dataSource, clock);
        this.sweeps = scheduler.scheduleWithFixedDelay(this::sweep, 1, 1, TimeUnit.SECONDS);
    }

    /**
     * Starts to deliver.
     *
     * @param schema the schema of the tables; a name of ours, never input
     * @param dataSource connections that take part in no other transaction and can be committed by hand
     * @param executor runs the sending: at most four tasks at once
     * @param failures reports the FAILED rows that are not reported yet; runs after the start and after each message that
     *     was given up, once more a second later when it fails
     */
    public static Delivery start(
            String schema,
            DataSource dataSource,
            MessageSender sender,
            Executor executor,
            ScheduledExecutorService scheduler,
            Clock clock,
            Runnable failures) {
        return new Delivery(schema, dataSource, sender, executor, scheduler, clock, failures);
    }

    /** Sends messages that were committed to the outbox; soon, in another thread. */
    public void dispatch(Collection<OutgoingMessage> messages) {
        dispatcher.dispatch(messages);
    }

    /** No more sending; what remains is sent after the next start. */
    public void stop() {
        sweeps.cancel(false);
        dispatcher.stop();
    }

    /** How many messages were given up and wait for a person. */
    public long failedMessages() throws SQLException {
        try (Connection connection = dataSource.getConnection()) {
            return outbox.failed(connection);
        }
    }

    private void sweep() {
        dispatcher.sweep();
        retention.purgeIfDue();
        if (unreported.getAndSet(false)) {
            report();
        }
    }

    private void report() {
        try {
            failures.run();
        } catch (RuntimeException e) {
            // an exception would end the schedule; the rows are still there for the next sweep
            unreported.set(true);
            LOG.log(Level.WARNING, "Messages that were given up could not be reported; tried again", e);
        }
    }
}
