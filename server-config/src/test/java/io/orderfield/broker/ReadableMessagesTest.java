package io.orderfield.broker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.orderfield.messaging.broker.JmsTransaction;
import io.orderfield.messaging.delivery.DeadLetter;
import io.orderfield.messaging.delivery.DeadLetterQueue;
import jakarta.jms.BytesMessage;
import jakarta.jms.Connection;
import jakarta.jms.JMSException;
import jakarta.jms.MapMessage;
import jakarta.jms.Message;
import jakarta.jms.MessageConsumer;
import jakarta.jms.MessageProducer;
import jakarta.jms.Session;
import jakarta.jms.StreamMessage;
import jakarta.jms.TextMessage;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.logging.Level;
import org.apache.activemq.artemis.api.core.ActiveMQException;
import org.apache.activemq.artemis.api.core.ActiveMQInternalErrorException;
import org.apache.activemq.artemis.api.core.SimpleString;
import org.apache.activemq.artemis.api.core.TransportConfiguration;
import org.apache.activemq.artemis.api.core.client.ActiveMQClient;
import org.apache.activemq.artemis.api.core.client.ClientMessage;
import org.apache.activemq.artemis.api.core.client.ClientProducer;
import org.apache.activemq.artemis.api.core.client.ClientSession;
import org.apache.activemq.artemis.api.core.client.ClientSessionFactory;
import org.apache.activemq.artemis.api.core.client.ServerLocator;
import org.apache.activemq.artemis.core.config.FileDeploymentManager;
import org.apache.activemq.artemis.core.config.impl.FileConfiguration;
import org.apache.activemq.artemis.core.config.impl.SecurityConfiguration;
import org.apache.activemq.artemis.core.remoting.impl.netty.NettyAcceptorFactory;
import org.apache.activemq.artemis.core.remoting.impl.netty.TransportConstants;
import org.apache.activemq.artemis.core.server.MessageReference;
import org.apache.activemq.artemis.core.server.ServerConsumer;
import org.apache.activemq.artemis.core.server.embedded.EmbeddedActiveMQ;
import org.apache.activemq.artemis.core.server.plugin.ActiveMQServerBasePlugin;
import org.apache.activemq.artemis.core.server.plugin.ActiveMQServerMessagePlugin;
import org.apache.activemq.artemis.jms.client.ActiveMQConnectionFactory;
import org.apache.activemq.artemis.spi.core.security.ActiveMQJAASSecurityManager;
import org.apache.activemq.artemis.spi.core.security.jaas.InVMLoginModule;
import org.apache.qpid.protonj2.client.AdvancedMessage;
import org.apache.qpid.protonj2.client.Client;
import org.apache.qpid.protonj2.client.ConnectionOptions;
import org.apache.qpid.protonj2.client.DeliveryState;
import org.apache.qpid.protonj2.client.Sender;
import org.apache.qpid.protonj2.client.Tracker;
import org.apache.qpid.protonj2.types.messaging.AmqpSequence;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Messages from outside that nobody can read, with the broker.xml that ships. */
class ReadableMessagesTest {
    private static final String SECRET = "drawn-at-start";
    private static final String QUEUE = "om.partner-orders";
    private static final Path BROKER_XML = Path.of(System.getProperty("broker.xml"));

    @TempDir
    private Path data;

    private int port;
    private EmbeddedActiveMQ broker;

    @BeforeEach
    void choosePort() throws Exception {
        try (ServerSocket socket = new ServerSocket(0)) {
            port = socket.getLocalPort();
        }
    }

    @AfterEach
    void stop() throws Exception {
        broker.stop();
    }

    @Test
    void whatCannotBeConvertedIsRefusedToItsSender() throws Exception {
        start(new ValidatedUser(), new ReadableMessages());
        for (AdvancedMessage<?> message : inconvertible()) {
            assertThat(send(message).remoteState().getType()).isEqualTo(DeliveryState.Type.REJECTED);
        }

        assertThat(send(good("next")).remoteState().isAccepted()).isTrue();
        assertThat(read(1)).containsExactly("next");
    }

    /** A line each, in our words: whoever sends nonsense shall not fill the log. */
    @Test
    void aRefusalLeavesNoStackInTheLog() throws Exception {
        start(new ValidatedUser(), new ReadableMessages());
        try (BrokerLog log = new BrokerLog("org.apache.activemq.artemis.protocol.amqp", Level.WARNING)) {
            for (AdvancedMessage<?> message : inconvertible()) {
                send(message);
            }

            assertThat(log.lines()).hasSameSizeAs(inconvertible()).allSatisfy(line -> {
                assertThat(line.getMessage()).isNotBlank().doesNotContain("Exception");
                assertThat(line.getThrown().getStackTrace()).isEmpty();
            });
        }
    }

    /** It would lie on the queue for years and look as if nobody worked it off. */
    @Test
    void whatIsPostponedIsRefusedToItsSender() throws Exception {
        start(new ValidatedUser(), new ReadableMessages());

        for (String when : List.of("x-opt-delivery-delay", "x-opt-delivery-time")) {
            long day = TimeUnit.DAYS.toMillis(1) + (when.endsWith("time") ? System.currentTimeMillis() : 0);
            AdvancedMessage<?> postponed = good("tomorrow");
            postponed.annotation(when, day);
            assertThat(send(postponed).remoteState().getType()).isEqualTo(DeliveryState.Type.REJECTED);
        }

        assertThat(send(good("today")).remoteState().isAccepted()).isTrue();
        assertThat(read(1)).containsExactly("today");
    }

    /** Nobody would answer it. */
    @ParameterizedTest
    @ValueSource(strings = {"om.partner-orders", "fsm.partner-updates"})
    void whatHasExpiredIsRefusedToItsSender(String queue) throws Exception {
        start(new ValidatedUser(), new ReadableMessages());
        AdvancedMessage<?> late = good("yesterday");
        late.absoluteExpiryTime(System.currentTimeMillis() - TimeUnit.DAYS.toMillis(1));

        assertThat(send(queue, late).remoteState().getType()).isEqualTo(DeliveryState.Type.REJECTED);

        assertThat(send(queue, good("today")).remoteState().isAccepted()).isTrue();
        assertThat(read(queue, 1)).containsExactly("today");
    }

    /** It is worked off and answered all the same, also when the broker was started anew in between. */
    @ParameterizedTest
    @ValueSource(strings = {"om.partner-orders", "fsm.partner-updates"})
    void whatExpiresOnTheQueueIsStillThere(String queue) throws Exception {
        start(new ValidatedUser(), new ReadableMessages());
        long soon = System.currentTimeMillis() + 2_000;
        AdvancedMessage<?> absolute = good("absolute");
        absolute.absoluteExpiryTime(soon);
        AdvancedMessage<?> lasting = good("lasting");
        lasting.timeToLive(2_000);
        for (AdvancedMessage<?> message : List.of(absolute, lasting)) {
            assertThat(send(queue, message).remoteState().isAccepted()).isTrue();
        }
        try (Connection connection =
                new ActiveMQConnectionFactory("tcp://127.0.0.1:" + port).createConnection("acme", "acme-password")) {
            Session session = connection.createSession(Session.AUTO_ACKNOWLEDGE);
            MessageProducer producer = session.createProducer(session.createQueue(queue));
            producer.setTimeToLive(2_000);
            producer.send(session.createTextMessage("core"));
        }
        broker.stop();
        start(new ValidatedUser(), new ReadableMessages());
        await().until(() -> System.currentTimeMillis() > soon + 1_000);

        assertThat(read(queue, 3)).containsExactly("absolute", "lasting", "core");
    }

    /** A broker of before took them; they lie on the queue when this one starts, and what was behind them is served. */
    @ParameterizedTest
    @ValueSource(strings = {"om.partner-orders", "fsm.partner-updates"})
    void whatAnOldBrokerTookIsSetAsideAsADeadLetter(String queue) throws Exception {
        start(new ValidatedUser());
        for (AdvancedMessage<?> message : inconvertible()) {
            assertThat(send(queue, message).remoteState().isAccepted()).isTrue();
        }
        assertThat(send(queue, good("behind")).remoteState().isAccepted()).isTrue();
        broker.stop();

        start(new ValidatedUser(), new ReadableMessages());

        assertThat(read(queue, 1)).containsExactly("behind");
        DeadLetterQueue letters = new DeadLetterQueue(application(), JmsTransaction.OWN);
        await().until(() -> letters.depth("DLQ", 10) == inconvertible().size());
        assertThat(letters.depth(queue, 10)).isZero();
        for (DeadLetter letter : letters.list(0, 10)) {
            assertThat(letter.code()).isEqualTo("delivery-given-up");
            assertThat(letter.originalDestination()).isEqualTo(queue);
            assertThat(letter.body()).contains("from acme", "can't be converted");
            assertThat(letters.find(letter.id())).isPresent();
            assertThat(letters.remove(letter.id())).isTrue();
        }
        assertThat(letters.depth("DLQ", 10)).isZero();
    }

    /** Many a client sends no message id; one names its message as a dead letter of its own would be named. */
    @Test
    void whatTheBrokerGivesUpHasAnIdentityOfItsOwn() throws Exception {
        start(new ValidatedUser(), new ReadableMessages());
        for (AdvancedMessage<?> message : identified()) {
            send(message);
            giveUp();
        }

        DeadLetterQueue letters = new DeadLetterQueue(application(), JmsTransaction.OWN);
        List<DeadLetter> listed = letters.list(0, 10);
        assertThat(listed)
                .extracting(DeadLetter::id)
                .doesNotHaveDuplicates()
                .hasSize(identified().size());
        for (DeadLetter letter : listed) {
            assertThat(letter.code()).isEqualTo("delivery-given-up");
            assertThat(letter.originalDestination()).isEqualTo(QUEUE);
            assertThat(letters.find(letter.id()))
                    .as("%s: %.20s", letter.id(), letter.body())
                    .hasValueSatisfying(found -> assertThat(found.body()).startsWith("order"));
        }
        UUID anew = UUID.randomUUID();
        assertThat(letters.replay(listed.get(0).id(), QUEUE, anew)).isTrue();
        assertThat(received(QUEUE, 1).get(0).getStringProperty("deadLetterId")).isNull();
        for (DeadLetter letter : listed.subList(1, listed.size())) {
            assertThat(letters.remove(letter.id())).isTrue();
        }
        assertThat(letters.depth("DLQ", 10)).isZero();

        send(good("order large " + "x".repeat(600_000)));
        giveUp();
        assertThat(letters.list(0, 10)).hasSize(1); // it is seen; only the broker's own console can take it out
    }

    /** The list of a broker of before, or of one that has no plug-in, is read and emptied all the same, the oldest first. */
    @Test
    void aDeadLetterWithoutAnyIdentityIsSeenAndDiscarded() throws Exception {
        start();
        for (String body : List.of("order one", "order two")) {
            send(good(body));
            giveUp();
        }

        DeadLetterQueue letters = new DeadLetterQueue(application(), JmsTransaction.OWN);
        List<DeadLetter> listed = letters.list(0, 10);
        assertThat(listed).extracting(DeadLetter::body).containsExactly("order one", "order two");
        String id = listed.get(0).id();
        assertThat(letters.find(id))
                .hasValueSatisfying(oldest -> assertThat(oldest.body()).isEqualTo("order one"));
        assertThat(letters.remove(id)).isTrue();
        assertThat(letters.find(id))
                .hasValueSatisfying(next -> assertThat(next.body()).isEqualTo("order two"));
        assertThat(letters.remove(id)).isTrue();
        assertThat(letters.remove(id)).isFalse();
        assertThat(letters.depth("DLQ", 10)).isZero();
    }

    private static List<AdvancedMessage<?>> identified() throws Exception {
        AdvancedMessage<?> named = good("order named");
        named.messageId("order-4711");
        AdvancedMessage<?> forged = good("order forged");
        forged.property("deadLetterId", "mine");
        return List.of(good("order nameless"), named, forged);
    }

    /** As when the broker has delivered it too often, or somebody at its console wants it out of the way. */
    private void giveUp() throws Exception {
        org.apache.activemq.artemis.core.server.Queue queue =
                broker.getActiveMQServer().locateQueue(SimpleString.of(QUEUE));
        assertThat(queue.sendMessagesToDeadLetterAddress(null)).isOne();
    }

    /** By this the application knows its own messages; those of the version before are served after an upgrade. */
    @Test
    void whatTheApplicationSentToAnOldBrokerNamesItAsTheSender() throws Exception {
        start();
        try (Connection connection = application().createConnection()) {
            Session session = connection.createSession(Session.AUTO_ACKNOWLEDGE);
            session.createProducer(session.createQueue("om.work-order-events")).send(session.createTextMessage("{}"));
        }
        broker.stop();

        start(new ValidatedUser(), new ReadableMessages());

        assertThat(received("om.work-order-events", 1).get(0).getStringProperty("_AMQ_VALIDATED_USER"))
                .isEqualTo("orderfield");
    }

    @Test
    void aConsumerThatTheBrokerRemovesComesBackByItself() throws Exception {
        AtomicBoolean once = new AtomicBoolean();
        start(new ValidatedUser(), new ReadableMessages(), new ActiveMQServerMessagePlugin() {
            @Override
            public void beforeDeliver(ServerConsumer consumer, MessageReference reference) throws ActiveMQException {
                if (once.compareAndSet(false, true)) {
                    throw new ActiveMQInternalErrorException("a fault that nobody thought of");
                }
            }
        });
        BlockingQueue<String> read = new LinkedBlockingQueue<>();
        ActiveMQConnectionFactory factory = application();
        factory.setReconnectAttempts(-1);
        factory.setRetryInterval(50);
        try (Connection connection = factory.createConnection()) {
            connection
                    .createSession(Session.AUTO_ACKNOWLEDGE)
                    .createConsumer(connection.createSession().createQueue(QUEUE))
                    .setMessageListener(m -> read.add(text(m)));
            connection.start();

            send(good("first"));
            assertThat(read.poll(20, TimeUnit.SECONDS)).isEqualTo("first");
            assertThat(once).isTrue();
            send(good("second"));
            assertThat(read.poll(20, TimeUnit.SECONDS)).isEqualTo("second");
        }
    }

    @Test
    void everyKindOfJmsMessageReachesTheApplicationWhichAnswersIt() throws Exception {
        start(new ValidatedUser(), new ReadableMessages());
        try (Connection connection =
                new ActiveMQConnectionFactory("tcp://127.0.0.1:" + port).createConnection("acme", "acme-password")) {
            Session session = connection.createSession(Session.AUTO_ACKNOWLEDGE);
            MapMessage map = session.createMapMessage();
            map.setInt("k", 1);
            StreamMessage stream = session.createStreamMessage();
            stream.writeLong(7);
            BytesMessage bytes = session.createBytesMessage();
            bytes.writeBytes(new byte[] {(byte) 0xff, (byte) 0xfe});
            for (Message message : List.of(
                    map,
                    stream,
                    bytes,
                    session.createObjectMessage("serialized"),
                    session.createMessage(),
                    session.createTextMessage(null),
                    session.createTextMessage("x".repeat(600_000)))) {
                session.createProducer(session.createQueue(QUEUE)).send(message);
            }
        }

        assertThat(received(QUEUE, 7)).hasSize(7);
    }

    @Test
    void whatOnlyABrokenCoreClientSendsIsRefused() throws Exception {
        start(new ValidatedUser(), new ReadableMessages());
        try (ServerLocator locator = ActiveMQClient.createServerLocator("tcp://127.0.0.1:" + port);
                ClientSessionFactory factory = locator.createSessionFactory();
                ClientSession session = factory.createSession("acme", "acme-password", false, true, true, false, 0)) {
            ClientProducer producer = session.createProducer(QUEUE);
            ClientMessage unknown = session.createMessage((byte) 99, true);
            ClientMessage brokenText = session.createMessage(ClientMessage.TEXT_TYPE, true);
            brokenText.getBodyBuffer().writeByte((byte) 1);
            brokenText.getBodyBuffer().writeInt(1_000_000);
            ClientMessage brokenMap = session.createMessage(ClientMessage.MAP_TYPE, true);
            brokenMap.getBodyBuffer().writeByte((byte) 1);
            brokenMap.getBodyBuffer().writeInt(1_000_000);
            ClientMessage compressed = session.createMessage(ClientMessage.BYTES_TYPE, true);
            compressed.putBooleanProperty("_AMQ_LARGE_COMPRESSED", true);
            for (ClientMessage message : List.of(unknown, brokenText, brokenMap, compressed)) {
                assertThatThrownBy(() -> producer.send(message)).isInstanceOf(ActiveMQException.class);
            }
        }
        send(good("next"));

        assertThat(read(1)).containsExactly("next");
    }

    private static List<AdvancedMessage<?>> inconvertible() throws Exception {
        return List.of(
                org.apache.qpid.protonj2.client.Message.create(Map.of("k", List.of(1)))
                        .toAdvancedMessage(),
                AdvancedMessage.create().addBodySection(new AmqpSequence<>(List.of(new Date()))),
                org.apache.qpid.protonj2.client.Message.create("{}")
                        .property("when", new Date())
                        .toAdvancedMessage(),
                // the client itself reads this one, and ends its connection when it is no boolean
                org.apache.qpid.protonj2.client.Message.create("{}")
                        .property("_AMQ_LARGE_COMPRESSED", 7)
                        .toAdvancedMessage());
    }

    private static AdvancedMessage<?> good(String text) throws Exception {
        return org.apache.qpid.protonj2.client.Message.create(text)
                .durable(true)
                .toAdvancedMessage();
    }

    private Tracker send(AdvancedMessage<?> message) throws Exception {
        return send(QUEUE, message);
    }

    private Tracker send(String queue, AdvancedMessage<?> message) throws Exception {
        message.durable(true);
        try (Client client = Client.create();
                org.apache.qpid.protonj2.client.Connection connection = client.connect(
                        "127.0.0.1", port, new ConnectionOptions().user("acme").password("acme-password"));
                Sender sender = connection.openSender(queue)) {
            return sender.send(message).awaitSettlement(20, TimeUnit.SECONDS);
        }
    }

    private List<String> read(int count) throws JMSException {
        return read(QUEUE, count);
    }

    private List<String> read(String queue, int count) throws JMSException {
        return received(queue, count).stream().map(ReadableMessagesTest::text).toList();
    }

    private List<Message> received(String queue, int count) throws JMSException {
        try (Connection connection = application().createConnection()) {
            Session session = connection.createSession(Session.AUTO_ACKNOWLEDGE);
            MessageConsumer consumer = session.createConsumer(session.createQueue(queue));
            connection.start();
            List<Message> received = new ArrayList<>();
            for (int i = 0; i < count; i++) {
                Message message = consumer.receive(20_000);
                assertThat(message).as("message %s", i).isNotNull();
                received.add(message);
            }
            return received;
        }
    }

    private static String text(Message message) {
        try {
            return ((TextMessage) message).getText();
        } catch (JMSException e) {
            throw new IllegalStateException(e);
        }
    }

    private static ActiveMQConnectionFactory application() {
        return new ActiveMQConnectionFactory("vm://0", "orderfield", SECRET);
    }

    private void start(ActiveMQServerBasePlugin... plugins) throws Exception {
        FileConfiguration configuration = new FileConfiguration();
        FileDeploymentManager files =
                new FileDeploymentManager(BROKER_XML.toUri().toString());
        files.addDeployable(configuration);
        files.readConfiguration();
        configuration.setJournalDirectory(data.resolve("journal").toString());
        configuration.setBindingsDirectory(data.resolve("bindings").toString());
        configuration.setLargeMessagesDirectory(data.resolve("large").toString());
        configuration.setPagingDirectory(data.resolve("paging").toString());
        configuration.setMessageExpiryScanPeriod(200);
        configuration.addAcceptorConfiguration(new TransportConfiguration(
                NettyAcceptorFactory.class.getName(),
                Map.of(
                        TransportConstants.HOST_PROP_NAME,
                        "127.0.0.1",
                        TransportConstants.PORT_PROP_NAME,
                        port,
                        TransportConstants.PROTOCOLS_PROP_NAME,
                        "CORE,AMQP"),
                "outside"));
        SecurityConfiguration users = new SecurityConfiguration();
        users.addUser("orderfield", SECRET);
        users.addRole("orderfield", "orderfield");
        users.addUser("acme", "acme-password");
        users.addRole("acme", "partner");
        users.addRole("acme", "field-system");
        for (ActiveMQServerBasePlugin plugin : plugins) {
            configuration.registerBrokerPlugin(plugin);
        }
        broker = new EmbeddedActiveMQ();
        broker.setConfiguration(configuration);
        broker.setSecurityManager(new ActiveMQJAASSecurityManager(InVMLoginModule.class.getName(), users));
        broker.start();
    }
}
