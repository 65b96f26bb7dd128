package io.orderfield.om.messaging;

import io.orderfield.messaging.delivery.Delivery;
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
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import javax.sql.DataSource;

/** Runs the delivery of Order Management. */
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

    @EJB
    private MessageFallouts fallouts;

    private Delivery delivery;

    @PostConstruct
    void start() {
        delivery = Delivery.start(
                SCHEMA, dataSource, sender::send, executor, scheduler, Clock.systemUTC(), this::raiseFallouts);
    }

    @PreDestroy
    void stop() {
        delivery.stop();
    }

    /** Sends messages that were committed to the outbox; soon, in another thread. */
    public void dispatch(List<OutgoingMessage> messages) {
        delivery.dispatch(messages);
    }

    /** How many messages were given up and wait for a person. */
    public long failedMessages() throws SQLException {
        return delivery.failedMessages();
    }

    private void raiseFallouts() {
        boolean more;
        do {
            more = fallouts.raiseForFailedMessages();
        } while (more);
    }
}
