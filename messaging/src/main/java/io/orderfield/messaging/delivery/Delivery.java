package io.orderfield.messaging.delivery;

import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.logging.Level;
import java.util.logging.Logger;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * The delivery of one side, from its start to its stop: sends after each commit, sweeps once a second, forgets what is old,
 * has messages that were given up reported, and writes this node's figures.
 */
public final class Delivery {
    /**
     * How long events for outside applications gather before they are sent together. Most changes have one, and a
     * transaction of the broker for each costs as much as the message that the other side waits for.
     */
    private static final Duration GATHERING = Duration.ofMillis(100);

    private static final Logger LOG = Logger.getLogger(Delivery.class.getName());

    private final Dispatcher dispatcher;
    private final DeliveryRetention retention;
    private final Heartbeat heartbeat;
    private final Runnable failures;
    private final Future<?> sweeps;

    /** True at the start too: a crash may have come between giving up and reporting. */
    private final AtomicBoolean unreported = new AtomicBoolean(true);

    private Delivery(
            String schema,
            DataSource dataSource,
            MessageSender sender,
            ScheduledExecutorService executor,
            SweepTimer timer,
            Clock clock,
            Runnable failures,
            DeliveryFigures figures,
            String node) {
        this.failures = failures;
        this.dispatcher = new Dispatcher(
                new Outbox(schema),
                dataSource,
                sender,
                executor,
                lane -> executor.schedule(lane, GATHERING.toMillis(), TimeUnit.MILLISECONDS),
                clock,
                (message, error) -> unreported.set(true));
        this.retention =
                new DeliveryRetention(new Inbox(schema), new AttemptLog(dataSource, schema), dataSource, clock);
        this.heartbeat = new Heartbeat(new FiguresStore(schema), figures, dataSource, node, clock);
        this.sweeps = timer.start(schema, executor, this::sweep);
    }

    /**
     * Starts to deliver.
     *
     * @param schema the schema of the tables; a name of ours, never input
     * @param dataSource connections that take part in no other transaction and can be committed by hand
     * @param executor runs the sending: at most four tasks at once
     * @param timer runs the sweeps
     * @param failures reports the FAILED rows that are not reported yet; runs after the start and after each message that
     *     was given up, once more a second later when it fails
     * @param figures what this node counts for this side
     * @param node a name that no other node has
     */
    public static Delivery start(
            String schema,
            DataSource dataSource,
            MessageSender sender,
            ScheduledExecutorService executor,
            SweepTimer timer,
            Clock clock,
            Runnable failures,
            DeliveryFigures figures,
            String node) {
        return new Delivery(schema, dataSource, sender, executor, timer, clock, failures, figures, node);
    }

    /** What sends right after a commit, until {@link #stop}. */
    Dispatcher dispatcher() {
        return dispatcher;
    }

    /** No more sending; what remains is sent after the next start. */
    public void stop() {
        sweeps.cancel(false);
        dispatcher.stop();
    }

    /** The figures of all nodes, at most 15 seconds old; null right after the start. */
    public @Nullable SideFigures latestFigures() {
        return heartbeat.latest();
    }

    private void sweep() {
        dispatcher.sweep();
        retention.purgeIfDue();
        heartbeat.beatIfDue();
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
