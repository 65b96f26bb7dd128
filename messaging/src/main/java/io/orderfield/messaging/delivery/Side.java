package io.orderfield.messaging.delivery;

import com.github.f4b6a3.uuid.UuidCreator;
import io.orderfield.messaging.contract.MessageType;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.inject.Inject;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/**
 * One of the two that talk to each other, Order Management or Field Service Management, as far as messages go: it sends what a
 * transaction decides, remembers what it received, works off what comes, and counts. Each is a startup singleton of its own
 * module, which knows its schema and what to report when a message is given up.
 *
 * <p>What the current JTA transaction wants to send is collected. Right before its commit all of it goes to the outbox in one
 * batch; after the commit, to the delivery. A rollback forgets it.
 *
 * <p>A listener is bean-managed and one line:
 *
 * <pre>{@code
 * public void onMessage(Message message) {
 *     side.receive(message, this::handle);
 * }
 * }</pre>
 *
 * A normal return acknowledges the message; an exception has the broker deliver it again.
 */
@PermitAll
@TransactionAttribute(TransactionAttributeType.MANDATORY)
public abstract class Side {
    private final String schema;
    private final Outbox outbox;
    private final Inbox inbox;
    private final MessageCodec codec = new MessageCodec();

    /** Connections of the current transaction, of the same database as the entities'. */
    @Resource(lookup = "jdbc/app")
    private DataSource dataSource;

    /** Connections that take part in no other transaction and can be committed by hand. */
    @Resource(lookup = "jdbc/appNonJta")
    private DataSource ownConnections;

    @Resource
    private TransactionSynchronizationRegistry transactions;

    @Resource
    private ManagedScheduledExecutorService executor;

    @Inject
    private SweepTimer timer;

    @Inject
    private BrokerSender broker;

    @Inject
    private Clock clock;

    @Inject
    @ConfigProperty(name = "NODE_NAME")
    private Optional<String> nodeName;

    @Inject
    @ConfigProperty(name = "https.port", defaultValue = "9443")
    private int httpsPort;

    @Inject
    @ConfigProperty(name = "artemis.mode", defaultValue = "embedded")
    private String brokerMode;

    /** The broker user of this application, with a broker elsewhere. */
    @Inject
    @ConfigProperty(name = "artemis.user")
    private Optional<String> brokerUser;

    private DeliveryFigures figures;
    private Reception reception;
    private Delivery delivery;

    /** @param schema the schema of its tables; a name of ours, never input */
    protected Side(String schema) {
        this.schema = schema;
        this.outbox = new Outbox(schema);
        this.inbox = new Inbox(schema);
    }

    /** Outside a container, where it only sends. */
    Side(String schema, DataSource dataSource, TransactionSynchronizationRegistry transactions, Clock clock) {
        this(schema);
        this.dataSource = dataSource;
        this.transactions = transactions;
        this.clock = clock;
    }

    @PostConstruct
    void start() {
        figures = new DeliveryFigures(clock);
        reception = new Reception(
                this::bury,
                new AttemptLog(ownConnections, schema),
                clock,
                figures,
                brokerUser.filter(u -> brokerMode.equals("external")));
        delivery = Delivery.start(
                schema,
                ownConnections,
                broker,
                executor,
                timer,
                clock,
                this::reportFailed,
                figures,
                NodeName.of(nodeName.orElse(null), httpsPort));
    }

    @PreDestroy
    void stop() {
        delivery.stop();
    }

    /**
     * Reports messages of the outbox that were given up and are not reported yet; called after the start and after each
     * message that was given up, once more a second later when it fails. A side without fallouts has nothing to do: the
     * dispatcher has logged them, the sync monitor counts them.
     */
    protected void reportFailed() {}

    /** Reports a message of the application's own that goes to the dead letter queue; in a transaction of its own. */
    protected void reportDeadLetter(Message message, String code, String reason) throws JMSException {}

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
        add(queue, false, message, group, correlation);
    }

    /** The same, to a topic. */
    public void publish(String topic, Record message, @Nullable String group, @Nullable String correlation) {
        add(topic, true, message, group, correlation);
    }

    private void add(
            String destination, boolean topic, Record message, @Nullable String group, @Nullable String correlation) {
        OutgoingMessage outgoing = new OutgoingMessage(
                UuidCreator.getTimeOrderedEpoch(),
                destination,
                topic,
                MessageType.of(message).wireName(),
                group,
                correlation,
                TraceContext.current(),
                codec.write(message),
                clock.instant().truncatedTo(ChronoUnit.MILLIS));
        collected().messages.add(outgoing);
    }

    /**
     * Has a message sent again that was given up, with the current transaction.
     *
     * @return false when there is no such message
     */
    public boolean retry(UUID messageId) {
        return Connections.with(dataSource, connection -> outbox.retry(connection, messageId, clock.instant()));
    }

    /**
     * Notes the message as worked off, with the current transaction; call it first.
     *
     * @return false when it was worked off before: return without doing anything
     */
    public boolean firstTime(UUID messageId) {
        boolean first =
                Connections.with(dataSource, connection -> inbox.firstTime(connection, messageId, clock.instant()));
        if (!first) {
            figures.duplicate();
        }
        return first;
    }

    /**
     * Works off the message; see {@link Reception#receive}.
     *
     * @throws RuntimeException when the message must not be acknowledged
     */
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    public void receive(Message message, MessageHandler handler) {
        reception.receive(message, handler);
    }

    /**
     * Works off a message of an outside application; see {@link Reception#receiveFromOutside}.
     *
     * @throws RuntimeException when the message must not be acknowledged
     */
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    public <T extends Record> void receiveFromOutside(
            Message message, String queue, Class<T> type, OutsideMessageHandler<T> handler) {
        reception.receiveFromOutside(message, queue, type, handler);
    }

    /** The figures of all nodes, at most 15 seconds old; null right after the start. */
    @TransactionAttribute(TransactionAttributeType.SUPPORTS)
    public @Nullable SideFigures latestFigures() {
        return delivery.latestFigures();
    }

    /** Sends messages that were committed to the outbox; soon, in another thread. */
    void dispatch(List<OutgoingMessage> messages) {
        delivery.dispatcher().dispatch(messages);
    }

    private void bury(Message message, @Nullable OutsideSender sender, String code, String reason) throws JMSException {
        if (sender == null) {
            reportDeadLetter(message, code, reason);
        }
        broker.add(message, sender, code, reason);
    }

    private Collected collected() {
        Collected collected = (Collected) transactions.getResource(this);
        if (collected == null) {
            collected = new Collected();
            transactions.registerInterposedSynchronization(collected);
            transactions.putResource(this, collected);
        }
        return collected;
    }

    private final class Collected implements Synchronization {
        private final List<OutgoingMessage> messages = new ArrayList<>();

        @Override
        public void beforeCompletion() {
            try (Connection connection = dataSource.getConnection()) {
                outbox.add(connection, messages);
            } catch (SQLException e) {
                throw new DeliveryStoreException(e);
            }
        }

        @Override
        public void afterCompletion(int status) {
            if (status == Status.STATUS_COMMITTED) {
                dispatch(messages);
            }
        }
    }
}
