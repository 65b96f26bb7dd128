package io.orderfield.fsm.messaging;

import io.orderfield.messaging.delivery.AttemptLog;
import io.orderfield.messaging.delivery.DeliveryRetention;
import io.orderfield.messaging.delivery.Dispatcher;
import io.orderfield.messaging.delivery.FiguresStore;
import io.orderfield.messaging.delivery.Heartbeat;
import io.orderfield.messaging.delivery.Inbox;
import io.orderfield.messaging.delivery.NodeName;
import io.orderfield.messaging.delivery.Outbox;
import io.orderfield.messaging.delivery.OutgoingMessage;
import io.orderfield.messaging.delivery.SideFigures;
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
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/** Runs the delivery of Field Service Management: sends after each commit, and sweeps once a second. */
@Singleton
@Startup
@DependsOn("FsmSchema")
@PermitAll
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class FsmDelivery {
    static final String SCHEMA = "fsm";

    @Resource(lookup = "jdbc/appNonJta")
    private DataSource dataSource;

    @Resource
    private ManagedExecutorService executor;

    @Resource
    private ManagedScheduledExecutorService scheduler;

    @EJB
    private FsmMessageSender sender;

    @EJB
    private FsmFigures figures;

    @Inject
    @ConfigProperty(name = "NODE_NAME")
    private Optional<String> nodeName;

    @Inject
    @ConfigProperty(name = "https.port", defaultValue = "9443")
    private int httpsPort;

    private Heartbeat heartbeat;
    private Dispatcher dispatcher;
    private DeliveryRetention retention;
    private ScheduledFuture<?> sweeps;

    @PostConstruct
    void start() {
        Clock clock = Clock.systemUTC();
        dispatcher = new Dispatcher(new Outbox(SCHEMA), dataSource, sender::send, executor, clock, (message, error) -> {
            // the dispatcher has logged it; the sync monitor counts it and raises the alarm
        });
        retention = new DeliveryRetention(new Inbox(SCHEMA), new AttemptLog(dataSource, SCHEMA), dataSource, clock);
        String node = NodeName.of(nodeName.orElse(null), httpsPort);
        heartbeat = new Heartbeat(new FiguresStore(SCHEMA), figures.figures(), dataSource, node, clock);
        sweeps = scheduler.scheduleWithFixedDelay(this::sweep, 1, 1, TimeUnit.SECONDS);
    }

    @PreDestroy
    void stop() {
        sweeps.cancel(false);
        dispatcher.stop();
    }

    /** Sends messages that were committed to the outbox; soon, in another thread. */
    public void dispatch(List<OutgoingMessage> messages) {
        dispatcher.dispatch(messages);
    }

    /** The figures of all nodes, at most 15 seconds old; null right after the start. */
    public @Nullable SideFigures latestFigures() {
        return heartbeat.latest();
    }

    private void sweep() {
        dispatcher.sweep();
        retention.purgeIfDue();
        heartbeat.beatIfDue();
    }
}
