package io.orderfield.om.messaging;

import io.orderfield.messaging.delivery.AttemptLog;
import io.orderfield.messaging.delivery.DeliveryRetention;
import io.orderfield.messaging.delivery.Dispatcher;
import io.orderfield.messaging.delivery.Inbox;
import io.orderfield.messaging.delivery.Outbox;
import io.orderfield.messaging.delivery.OutgoingMessage;
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
import java.time.Clock;
import java.util.List;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;

/** Runs the delivery of Order Management: sends after each commit, and sweeps once a second. */
@Singleton
@Startup
@DependsOn("OmSchema")
@PermitAll
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class OmDelivery {
    static final String SCHEMA = "om";

    @Resource(lookup = "jdbc/appNonJta")
    private DataSource dataSource;

    @Resource
    private ManagedExecutorService executor;

    @Resource
    private ManagedScheduledExecutorService scheduler;

    @EJB
    private OmMessageSender sender;

    private Dispatcher dispatcher;
    private DeliveryRetention retention;
    private ScheduledFuture<?> sweeps;

    @PostConstruct
    void start() {
        Clock clock = Clock.systemUTC();
        dispatcher = new Dispatcher(new Outbox(SCHEMA), dataSource, sender::send, executor, clock, (message, error) -> {
            // the dispatcher has logged it; a fallout comes with the sync monitor
        });
        retention = new DeliveryRetention(new Inbox(SCHEMA), new AttemptLog(dataSource, SCHEMA), dataSource, clock);
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

    private void sweep() {
        dispatcher.sweep();
        retention.purgeIfDue();
    }
}
