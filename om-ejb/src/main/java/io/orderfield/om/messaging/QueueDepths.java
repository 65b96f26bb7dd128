package io.orderfield.om.messaging;

import io.orderfield.messaging.broker.BrokerAwayException;
import io.orderfield.messaging.delivery.DeadLetters;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.EJB;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * How deep the queues are, looked at every 15 seconds in a thread of its own: nobody who asks ever waits for a broker that is
 * away.
 */
@Singleton
@Startup
@PermitAll
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class QueueDepths {
    /** No more messages of a queue are counted than this; a depth of it means "or more". */
    public static final int MOST_COUNTED = 1_000;

    private static final Logger LOG = Logger.getLogger(QueueDepths.class.getName());
    private static final int PERIOD_SECONDS = 15;
    private static final int LONGEST_LOOK_SECONDS = 5;
    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final List<String> QUEUES = List.of(
            "fsm.work-order-commands",
            "om.work-order-events",
            "om.partner-orders",
            "fsm.partner-updates",
            DeadLetters.QUEUE);

    @Resource
    private ManagedScheduledExecutorService scheduler;

    @EJB
    private JmsDeadLetterStore queues;

    @Inject
    private Clock clock;

    private final Lock looking = new ReentrantLock();
    private volatile boolean stopped;
    private volatile @Nullable Depths depths;
    private ScheduledFuture<?> looks;

    /**
     * How deep the queues were.
     *
     * @param at when somebody looked
     * @param byQueue messages by queue, in a fixed order
     */
    public record Depths(Instant at, Map<String, Integer> byQueue) {
        /** Messages in the dead letter queue. */
        public int deadLetters() {
            return byQueue.getOrDefault(DeadLetters.QUEUE, 0);
        }
    }

    @PostConstruct
    void start() {
        looks = scheduler.scheduleWithFixedDelay(this::look, 5, PERIOD_SECONDS, TimeUnit.SECONDS);
    }

    /** A look that is under way comes to its end first: the connections to the broker go with the application. */
    @PreDestroy
    void stop() throws InterruptedException {
        stopped = true;
        looks.cancel(false);
        if (looking.tryLock(LONGEST_LOOK_SECONDS, TimeUnit.SECONDS)) {
            looking.unlock();
        }
    }

    /** The depths at the last look; null before the first. */
    public @Nullable Depths depths() {
        return depths;
    }

    /**
     * Refuses at once what would wait for a broker that is away.
     *
     * @throws BrokerAwayException when the broker has not answered for a minute
     */
    public void checkAnswers() {
        Depths known = depths;
        if (known != null && known.at().plus(PATIENCE).isBefore(clock.instant())) {
            throw new BrokerAwayException("The broker has not answered since " + known.at() + ".", null);
        }
    }

    private void look() {
        looking.lock();
        try {
            if (stopped) {
                return;
            }
            Map<String, Integer> byQueue = new LinkedHashMap<>();
            QUEUES.forEach(queue -> byQueue.put(queue, queues.depth(queue, MOST_COUNTED)));
            depths = new Depths(clock.instant(), Collections.unmodifiableMap(byQueue));
        } catch (RuntimeException e) {
            // an exception would end the schedule; the broker is away, and readiness says so
            LOG.log(Level.FINE, "The depths of the queues are not known now", e);
        } finally {
            looking.unlock();
        }
    }
}
