package io.orderfield.om.messaging;

import io.orderfield.messaging.delivery.Connections;
import io.orderfield.messaging.delivery.Outbox;
import io.orderfield.messaging.delivery.TransactionOutbox;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.Resource;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.time.Clock;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** What Order Management sends: with the caller's transaction or not at all, and right after its commit. */
@Stateless
@PermitAll
@TransactionAttribute(TransactionAttributeType.MANDATORY)
public class OmOutbox {
    private final Outbox rows = new Outbox(OmDelivery.SCHEMA);

    @Resource(lookup = "jdbc/app")
    private DataSource dataSource;

    @Inject
    private Clock clock;

    @Resource
    private TransactionSynchronizationRegistry transactions;

    @EJB
    private OmDelivery delivery;

    private TransactionOutbox outbox;

    @PostConstruct
    void open() {
        outbox = new TransactionOutbox(rows, dataSource, transactions, delivery::dispatch, clock);
    }

    /**
     * Sends a message to a queue once the current transaction is committed.
     *
     * @param queue name of the queue
     * @param message a record of the contract
     * @param group number of the domain order: messages of a group are worked off in order; or null
     * @param correlation number of the customer order, or null
     * @throws IllegalArgumentException when the record is no message, or longer than a message may be
     */
    public void send(String queue, Record message, @Nullable String group, @Nullable String correlation) {
        outbox.add(queue, false, message, group, correlation);
    }

    /** The same, to a topic. */
    public void publish(String topic, Record message, @Nullable String group, @Nullable String correlation) {
        outbox.add(topic, true, message, group, correlation);
    }

    /**
     * Has a message sent again that was given up, with the current transaction.
     *
     * @return false when there is no such message
     */
    public boolean retry(UUID messageId) {
        return Connections.with(dataSource, connection -> rows.retry(connection, messageId, clock.instant()));
    }
}
