package io.orderfield.om.messaging;

import io.orderfield.messaging.broker.BrokerAwayException;
import io.orderfield.messaging.broker.BrokerManagement;
import io.orderfield.om.user.UserDirectory;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.DependsOn;
import jakarta.ejb.EJB;
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
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Has the broker let each partner subscribe to the events of its own account, and to no other's. The rights follow the users
 * of Orderfield, looked at every few seconds: whose user is disabled, or moved to another account, is disconnected.
 */
@Singleton
@Startup
@PermitAll
@DependsOn("OmSchema")
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class PartnerTopics {
    /** The topic of an account is this and its number. */
    static final String PREFIX = "om.events.";

    private static final Logger LOG = Logger.getLogger(PartnerTopics.class.getName());
    private static final int PERIOD_SECONDS = 5;

    /** The broker may have been replaced: what it was told is told again. */
    private static final Duration AGAIN = Duration.ofMinutes(5);

    /** Broker users and addresses are named so; a list of roles is separated by commas. */
    private static final String NAME = "[\\w-]+";

    @Resource(lookup = "jms/cf")
    private ConnectionFactory factory;

    @Resource
    private ManagedScheduledExecutorService scheduler;

    @EJB
    private UserDirectory users;

    @Inject
    private Clock clock;

    private BrokerManagement broker;
    private ScheduledFuture<?> looks;
    private volatile @Nullable Map<String, Set<String>> partners;
    private Map<String, Set<String>> told = Map.of();
    private Instant toldAt = Instant.EPOCH;
    private boolean failing;

    @PostConstruct
    void start() {
        broker = new BrokerManagement(factory);
        looks = scheduler.scheduleWithFixedDelay(this::look, 1, PERIOD_SECONDS, TimeUnit.SECONDS);
    }

    @PreDestroy
    void stop() {
        looks.cancel(false);
    }

    /**
     * Whether the account has a partner, who may subscribe to its events. That the broker is away, or was not told yet,
     * changes nothing: a durable subscription gets what is decided meanwhile.
     */
    public boolean hasTopic(String account) {
        Map<String, Set<String>> known = partners;
        if (known == null) {
            known = wanted(users.partners());
            partners = known;
        }
        return known.containsKey(account);
    }

    private void look() {
        try {
            Map<String, Set<String>> wanted = wanted(users.partners());
            partners = wanted;
            Instant now = clock.instant();
            if (!wanted.equals(told) || toldAt.plus(AGAIN).isBefore(now)) {
                tell(wanted);
                toldAt = now;
            }
            failing = false;
        } catch (BrokerAwayException e) {
            // an exception would end the schedule; the rights are as they were, and set when the broker answers
            LOG.log(failing ? Level.FINE : Level.WARNING, "Rights on partners' topics wait: {0}", e.getMessage());
            failing = true;
        } catch (RuntimeException e) {
            LOG.log(Level.FINE, "The partners are not known now", e);
        }
    }

    private void tell(Map<String, Set<String>> wanted) {
        Map<String, Set<String>> before = told;
        Set<String> gone = new HashSet<>(broker.addresses(PREFIX));
        for (Map.Entry<String, Set<String>> account : wanted.entrySet()) {
            String topic = PREFIX + account.getKey();
            gone.remove(topic);
            broker.letRead(topic, account.getValue());
            if (!account.getValue().containsAll(before.getOrDefault(account.getKey(), Set.of()))) {
                broker.disconnectReaders(topic);
            }
        }
        for (String topic : gone) {
            broker.letRead(topic, Set.of());
            broker.disconnectReaders(topic);
        }
        told = wanted;
    }

    /** The role of each partner's own (see EmbeddedBroker), by the account that it may read. */
    static Map<String, Set<String>> wanted(Map<String, String> accounts) {
        return accounts.entrySet().stream()
                .filter(p -> p.getKey().matches(NAME) && p.getValue().matches(NAME))
                .collect(Collectors.groupingBy(
                        Map.Entry::getValue, Collectors.mapping(p -> "reply." + p.getKey(), Collectors.toSet())));
    }
}
