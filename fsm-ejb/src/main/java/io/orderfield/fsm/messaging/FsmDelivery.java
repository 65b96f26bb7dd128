package io.orderfield.fsm.messaging;

import io.orderfield.messaging.delivery.Delivery;
import io.orderfield.messaging.delivery.DeliveryStoreException;
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
import java.util.logging.Level;
import java.util.logging.Logger;
import javax.sql.DataSource;

/** Runs the delivery of Field Service Management. */
@Singleton
@Startup
@DependsOn("FsmSchema")
@PermitAll
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class FsmDelivery {
    static final String SCHEMA = "fsm";

    private static final Logger LOG = Logger.getLogger(FsmDelivery.class.getName());

    @Resource(lookup = "jdbc/appNonJta")
    private DataSource dataSource;

    @Resource
    private ManagedExecutorService executor;

    @Resource
    private ManagedScheduledExecutorService scheduler;

    @EJB
    private FsmMessageSender sender;

    private Delivery delivery;

    @PostConstruct
    void start() {
        delivery =
                Delivery.start(SCHEMA, dataSource, sender::send, executor, scheduler, Clock.systemUTC(), this::report);
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

    /** Field Service has no fallouts: the log and the gauge of failed messages tell the operator. */
    private void report() {
        try {
            long failed = failedMessages();
            if (failed > 0) {
                LOG.log(
                        Level.SEVERE,
                        "{0} messages to Order Management were given up; see last_error in fsm.outbox",
                        failed);
            }
        } catch (SQLException e) {
            throw new DeliveryStoreException(e);
        }
    }
}
