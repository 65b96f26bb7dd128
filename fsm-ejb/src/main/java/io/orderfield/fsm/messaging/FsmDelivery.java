package io.orderfield.fsm.messaging;

import io.orderfield.messaging.delivery.Delivery;
import io.orderfield.messaging.delivery.NodeName;
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
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/** Runs the delivery of Field Service Management. */
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

    @Inject
    private Clock clock;

    @Resource
    private ManagedScheduledExecutorService executor;

    @Inject
    private FsmSweepTimer timer;

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

    private Delivery delivery;

    @PostConstruct
    void start() {
        delivery = Delivery.start(
                SCHEMA,
                dataSource,
                sender::send,
                executor,
                timer,
                clock,
                () -> {
                    // Field Service has no fallouts: the dispatcher has logged it, the sync monitor counts it
                },
                figures.figures(),
                NodeName.of(nodeName.orElse(null), httpsPort));
    }

    @PreDestroy
    void stop() {
        delivery.stop();
    }

    /** Sends messages that were committed to the outbox; soon, in another thread. */
    public void dispatch(List<OutgoingMessage> messages) {
        delivery.dispatch(messages);
    }

    /** The figures of all nodes, at most 15 seconds old; null right after the start. */
    public @Nullable SideFigures latestFigures() {
        return delivery.latestFigures();
    }
}
