package io.orderfield.om.messaging;

import io.orderfield.messaging.broker.BrokerManagement;
import io.orderfield.messaging.broker.ServedQueue;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.inject.Inject;
import jakarta.jms.ConnectionFactory;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/**
 * Looks every 15 seconds whether what outside applications send is worked off, and warns when it is not. That is a warning
 * and no more: people and the two sides are served all the same. Nobody who asks waits for the broker.
 */
@Singleton
@Startup
@PermitAll
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class OutsideQueueWatch {
    private static final Logger LOG = Logger.getLogger(OutsideQueueWatch.class.getName());
    private static final List<String> QUEUES = List.of("om.partner-orders", "fsm.partner-updates");
    private static final int PERIOD_SECONDS = 15;

    /** Listeners come some time after this, at a start and when the broker was away. */
    private static final Duration LISTENERS_COME = Duration.ofSeconds(60);

    @Resource(lookup = "jms/cf")
    private ConnectionFactory factory;

    @Resource
    private ManagedScheduledExecutorService scheduler;

    /** A queue of which nothing was worked off for so long, though there is something, is stuck. */
    @Inject
    @ConfigProperty(name = "OUTSIDE_QUEUE_WARNING_SECONDS", defaultValue = "300")
    private long patienceSeconds;

    @Inject
    private Clock clock;

    private BrokerManagement broker;
    private ScheduledFuture<?> looks;
    private volatile @Nullable List<Watched> seen;

    /**
     * A queue of outside applications.
     *
     * @param since when it was empty or something of it worked off, at the latest look that found it so
     * @param unread since when nobody reads it, or null while somebody does
     * @param stuck whether nobody reads it, or nothing was worked off, for too long
     */
    public record Watched(
            ServedQueue queue, Instant since, @Nullable Instant unread, boolean stuck) {
        /** The queue's name. */
        public String name() {
            return queue.name();
        }

        static Watched of(@Nullable Watched before, ServedQueue now, Instant at, Duration patience) {
            boolean waited = before != null
                    && now.messages() > 0
                    && now.workedOff() == before.queue().workedOff();
            Instant since = before != null && waited ? before.since() : at;
            boolean waits = now.messages() > 0 && !since.plus(patience).isAfter(at);
            Instant unread =
                    now.consumers() > 0 ? null : before != null && before.unread() != null ? before.unread() : at;
            boolean alone = unread != null && !unread.plus(LISTENERS_COME).isAfter(at);
            return new Watched(now, since, unread, alone || waits);
        }
    }

    @PostConstruct
    void start() {
        broker = new BrokerManagement(factory);
        looks = scheduler.scheduleWithFixedDelay(this::look, 10, PERIOD_SECONDS, TimeUnit.SECONDS);
    }

    @PreDestroy
    void stop() {
        looks.cancel(false);
    }

    /** Names of the queues that were stuck at the last look; null before the first, and with a broker that does not tell. */
    public @Nullable List<String> stuck() {
        List<Watched> known = seen;
        return known == null
                ? null
                : known.stream().filter(Watched::stuck).map(Watched::name).toList();
    }

    private void look() {
        try {
            List<Watched> next = new ArrayList<>();
            for (String name : QUEUES) {
                Watched before = before(name);
                Watched now =
                        Watched.of(before, broker.queue(name), clock.instant(), Duration.ofSeconds(patienceSeconds));
                if (now.stuck() && (before == null || !before.stuck())) {
                    LOG.log(
                            Level.WARNING,
                            "Nothing of {0} is worked off since {1}: {2} messages, {3} listeners",
                            new Object[] {
                                name,
                                now.unread() == null ? now.since() : now.unread(),
                                now.queue().messages(),
                                now.queue().consumers()
                            });
                }
                next.add(now);
            }
            seen = List.copyOf(next);
        } catch (RuntimeException e) {
            // an exception would end the schedule; the broker is away, and readiness says so
            LOG.log(Level.FINE, "The queues of outside applications are not known now", e);
        }
    }

    private @Nullable Watched before(String name) {
        List<Watched> known = seen;
        return known == null
                ? null
                : known.stream().filter(w -> w.name().equals(name)).findFirst().orElse(null);
    }
}
