package io.orderfield.om.messaging;

import io.orderfield.messaging.broker.BrokerManagement;
import io.orderfield.messaging.broker.Subscription;
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
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/**
 * Looks every 15 seconds how far the subscriptions of outside applications are behind, and warns of those that are: what they
 * do not read is kept for them up to a limit, and lost beyond it. Nobody who asks waits for the broker.
 */
@Singleton
@Startup
@PermitAll
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class SubscriptionWatch {
    private static final Logger LOG = Logger.getLogger(SubscriptionWatch.class.getName());
    private static final int PERIOD_SECONDS = 15;

    @Resource(lookup = "jms/cf")
    private ConnectionFactory factory;

    @Resource
    private ManagedScheduledExecutorService scheduler;

    /** So many unread events are a warning. */
    @Inject
    @ConfigProperty(name = "SUBSCRIPTION_WARNING_MESSAGES", defaultValue = "10000")
    private long mostMessages;

    /** And so is an event that was not read for so many minutes. */
    @Inject
    @ConfigProperty(name = "SUBSCRIPTION_WARNING_MINUTES", defaultValue = "60")
    private long mostMinutes;

    @Inject
    private Clock clock;

    private BrokerManagement broker;
    private ScheduledFuture<?> looks;
    private volatile @Nullable Seen seen;

    /**
     * A subscription, and whether it is too far behind.
     *
     * @param since when its oldest unread event was sent, null without one
     */
    public record Watched(
            String topic,
            String name,
            int consumers,
            long messages,
            @Nullable Instant since,
            boolean behind) {}

    /**
     * The subscriptions at one time.
     *
     * @param at when somebody looked
     * @param subscriptions those that are behind first, then by name; the first 200
     */
    public record Seen(Instant at, List<Watched> subscriptions) {
        /** Those that are too far behind. */
        public List<Watched> behind() {
            return subscriptions.stream().filter(Watched::behind).toList();
        }
    }

    @PostConstruct
    void start() {
        broker = new BrokerManagement(factory);
        looks = scheduler.scheduleWithFixedDelay(this::look, 5, PERIOD_SECONDS, TimeUnit.SECONDS);
    }

    @PreDestroy
    void stop() {
        looks.cancel(false);
    }

    /** What was seen at the last look; null before the first, and with a broker that does not tell. */
    public @Nullable Seen seen() {
        return seen;
    }

    private void look() {
        try {
            Instant now = clock.instant();
            Seen next = new Seen(now, watched(broker.subscriptions(), mostMessages, mostMinutes, now));
            warn(next);
            seen = next;
        } catch (RuntimeException e) {
            // an exception would end the schedule; the broker is away, and readiness says so
            LOG.log(Level.FINE, "The subscriptions are not known now", e);
        }
    }

    private void warn(Seen next) {
        Seen before = seen;
        Set<String> known = before == null
                ? Set.of()
                : before.behind().stream().map(Watched::name).collect(Collectors.toSet());
        next.behind().stream()
                .filter(s -> !known.contains(s.name()))
                .forEach(s -> LOG.log(
                        Level.WARNING,
                        "The subscription {0} to {1} has {2} unread events, the oldest since {3}; {4} clients read it",
                        new Object[] {s.name(), s.topic(), s.messages(), s.since(), s.consumers()}));
    }

    static List<Watched> watched(List<Subscription> found, long mostMessages, long mostMinutes, Instant now) {
        return found.stream()
                .map(s -> new Watched(
                        s.topic(),
                        s.name(),
                        s.consumers(),
                        s.messages(),
                        s.messages() == 0 ? null : now.minus(s.oldest()),
                        s.messages() >= mostMessages || s.oldest().compareTo(Duration.ofMinutes(mostMinutes)) >= 0))
                .sorted(Comparator.comparing(Watched::behind).reversed().thenComparing(Watched::name))
                .toList();
    }
}
