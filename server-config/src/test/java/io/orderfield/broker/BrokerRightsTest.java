package io.orderfield.broker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.orderfield.messaging.broker.BrokerAwayException;
import io.orderfield.messaging.broker.BrokerManagement;
import jakarta.jms.Connection;
import jakarta.jms.ConnectionFactory;
import jakarta.jms.Destination;
import jakarta.jms.JMSException;
import jakarta.jms.JMSSecurityException;
import jakarta.jms.Message;
import jakarta.jms.MessageConsumer;
import jakarta.jms.Queue;
import jakarta.jms.Session;
import jakarta.jms.TemporaryQueue;
import jakarta.jms.TextMessage;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.activemq.artemis.jms.client.ActiveMQConnectionFactory;
import org.apache.qpid.jms.JmsConnectionFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Who may do what at the broker, with the broker.xml that ships and both protocols that outside applications speak. */
class BrokerRightsTest {
    private static final String SECRET = "drawn-at-start";
    private static final String USERS =
            "erp=erp-password:integrator;acme=acme-password:partner;zeta=zeta-password:partner;"
                    + "crew=crew-password:field-system";

    @TempDir
    private static Path data;

    private static EmbeddedBroker broker;
    private static int port;

    @BeforeAll
    static void start() throws Exception {
        try (ServerSocket socket = new ServerSocket(0)) {
            port = socket.getLocalPort();
        }
        broker = new EmbeddedBroker(
                Path.of(System.getProperty("broker.xml")),
                data,
                SECRET,
                OutsideUsers.parse(USERS),
                EventLimits.DEFAULT,
                new UserLimits(20, 20, Duration.ofDays(7), 1_000, Duration.ofMinutes(1)));
        broker.start("127.0.0.1", port, null);
    }

    @AfterAll
    static void stop() throws Exception {
        broker.stop();
    }

    static Stream<ConnectionFactory> protocols() throws IOException {
        return Stream.of(
                new ActiveMQConnectionFactory("tcp://127.0.0.1:" + port),
                new JmsConnectionFactory("amqp://127.0.0.1:" + port));
    }

    @ParameterizedTest
    @MethodSource("protocols")
    void anIntegratorReadsBothTopicsAndWritesNothing(ConnectionFactory protocol) throws JMSException {
        try (Connection connection = protocol.createConnection("erp", "erp-password")) {
            Session session = open(connection);
            for (String topic : new String[] {"om.events", "fsm.events"}) {
                MessageConsumer events = session.createConsumer(session.createTopic(topic));
                applicationSends(topic, true);
                assertThat(events.receive(10_000)).as(topic).isNotNull();
                refusesToSend(session, session.createTopic(topic));
            }
            refusesToSend(session, session.createQueue("fsm.work-order-commands"));
            refusesToSend(session, session.createQueue("om.work-order-events"));
            refusesToSend(session, session.createQueue("om.partner-orders"));
            refusesToSend(session, session.createQueue("made.up"));
        }
    }

    @ParameterizedTest
    @MethodSource("protocols")
    void anIntegratorReadsNoTopicOfAPartner(ConnectionFactory protocol) throws JMSException {
        applicationSends("om.events.ACCT0001001", true);
        try (Connection connection = protocol.createConnection("erp", "erp-password")) {
            Session session = open(connection);
            for (String topic : new String[] {"om.events.ACCT0001001", "om.events.*", "om.events.#"}) {
                refusesToRead(session, session.createTopic(topic));
                refusesToSend(session, session.createTopic(topic));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("protocols")
    void anIntegratorKeepsADurableSubscription(ConnectionFactory protocol) throws JMSException {
        try (Connection connection = protocol.createConnection("erp", "erp-password")) {
            connection.setClientID("erp-" + protocol.getClass().getSimpleName());
            Session session = open(connection);
            session.createDurableSubscriber(session.createTopic("om.events"), "orders")
                    .close();
            applicationSends("om.events", true);
            MessageConsumer again = session.createDurableSubscriber(session.createTopic("om.events"), "orders");
            assertThat(again.receive(10_000)).isNotNull();
            again.close();
            session.unsubscribe("orders");
        }
    }

    @ParameterizedTest
    @MethodSource("protocols")
    void nobodyFromOutsideReadsTheQueues(ConnectionFactory protocol) throws JMSException {
        for (String user : new String[] {"erp", "acme", "crew"}) {
            try (Connection connection = protocol.createConnection(user, user + "-password")) {
                Session session = open(connection);
                for (String queue : new String[] {
                    "fsm.work-order-commands", "om.work-order-events", "om.partner-orders", "fsm.partner-updates", "DLQ"
                }) {
                    refusesToRead(session, session.createQueue(queue));
                }
            }
        }
    }

    @ParameterizedTest
    @MethodSource("protocols")
    void aPartnerSendsOrdersAndReadsItsOwnAnswersOnly(ConnectionFactory protocol) throws JMSException {
        try (Connection connection = protocol.createConnection("acme", "acme-password")) {
            Session session = open(connection);
            session.createProducer(session.createQueue("om.partner-orders")).send(session.createTextMessage("{}"));
            MessageConsumer answers = session.createConsumer(session.createQueue("reply.acme.orders"));
            applicationSends("reply.acme.orders", false);
            assertThat(answers.receive(10_000)).isNotNull();
            refusesToRead(session, session.createQueue("reply.zeta.orders"));
            refusesToRead(session, session.createTopic("om.events"));
            refusesToSend(session, session.createQueue("reply.zeta.orders"));
            refusesToSend(session, session.createQueue("fsm.partner-updates"));
        }
    }

    @ParameterizedTest
    @MethodSource("protocols")
    void aPartnerReadsTheTopicOfItsAccountFromTheMomentOnThatTheApplicationLetsItUntilItDoesNot(
            ConnectionFactory protocol) throws JMSException {
        String topic = "om.events." + protocol.getClass().getSimpleName();
        BrokerManagement management = new BrokerManagement(application());
        try (Connection connection = protocol.createConnection("acme", "acme-password")) {
            connection.setClientID("acme-" + protocol.getClass().getSimpleName());
            Session session = open(connection);
            refusesToRead(session, session.createTopic(topic));

            management.letRead(topic, Set.of("reply.acme"));
            MessageConsumer events = session.createDurableSubscriber(session.createTopic(topic), "events");
            applicationSends(topic, true);
            assertThat(events.receive(10_000)).isNotNull();
            assertThat(management.subscriptions())
                    .filteredOn(s -> s.topic().equals(topic))
                    .singleElement()
                    .satisfies(s -> assertThat(s.consumers()).isOne());

            refusesToSend(session, session.createTopic(topic));
            refusesToRead(session, session.createTopic("om.events.*"));
            refusesToRead(session, session.createTopic("om.events.#"));
            refusesToSend(session, session.createQueue("activemq.management"));
        }
        try (Connection other = protocol.createConnection("zeta", "zeta-password")) {
            Session session = open(other);
            refusesToRead(session, session.createTopic(topic));
        }
        management.letRead(topic, Set.of());
        management.disconnectReaders(topic);
        try (Connection connection = protocol.createConnection("acme", "acme-password")) {
            Session session = open(connection);
            refusesToRead(session, session.createTopic(topic));
        }
    }

    @Test
    void nobodyOutsideManagesTheBroker() {
        for (String user : new String[] {"erp", "acme", "crew"}) {
            ActiveMQConnectionFactory outside = new ActiveMQConnectionFactory("tcp://127.0.0.1:" + port);
            outside.setUser(user).setPassword(user + "-password");
            assertThatThrownBy(() -> new BrokerManagement(outside).letRead("om.events", Set.of("reply." + user)))
                    .as(user)
                    .isInstanceOf(BrokerAwayException.class);
        }
    }

    @ParameterizedTest
    @MethodSource("protocols")
    void anAnswerWaitsForAPartnerThatIsAway(ConnectionFactory protocol) throws JMSException {
        String queue = "reply.acme.away-" + protocol.getClass().getSimpleName();
        for (int round = 0; round < 2; round++) {
            applicationSends(queue, false);
            try (Connection connection = protocol.createConnection("acme", "acme-password")) {
                Session session = open(connection);
                MessageConsumer answers = session.createConsumer(session.createQueue(queue));
                assertThat(answers.receive(10_000)).as("round %s", round).isNotNull();
            }
        }
    }

    @ParameterizedTest
    @MethodSource("protocols")
    void aPartnerMayReadAnswersFromATemporaryQueue(ConnectionFactory protocol) throws JMSException {
        try (Connection connection = protocol.createConnection("acme", "acme-password")) {
            Session session = open(connection);
            TemporaryQueue answers = session.createTemporaryQueue();
            MessageConsumer consumer = session.createConsumer(answers);
            Message order = session.createTextMessage("{}");
            order.setStringProperty("marker", "temporary-" + protocol.getClass().getSimpleName());
            order.setJMSReplyTo(answers);
            session.createProducer(session.createQueue("om.partner-orders")).send(order);
            try (Connection application = inside()) {
                Session own = open(application);
                Message received = own.createConsumer(
                                own.createQueue("om.partner-orders"),
                                "marker = '" + order.getStringProperty("marker") + "'")
                        .receive(10_000);
                assertThat(((Queue) received.getJMSReplyTo()).getQueueName())
                        .matches("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");
                applicationSends(((Queue) received.getJMSReplyTo()).getQueueName(), false);
            }
            assertThat(consumer.receive(10_000)).isNotNull();
        }
        try (Connection integrator = protocol.createConnection("erp", "erp-password")) {
            Session session = open(integrator);
            assertThatThrownBy(session::createTemporaryQueue).isInstanceOf(JMSException.class);
        }
    }

    @ParameterizedTest
    @MethodSource("protocols")
    void aFieldSystemSendsUpdatesOnly(ConnectionFactory protocol) throws JMSException {
        try (Connection connection = protocol.createConnection("crew", "crew-password")) {
            Session session = open(connection);
            session.createProducer(session.createQueue("fsm.partner-updates")).send(session.createTextMessage("{}"));
            refusesToSend(session, session.createQueue("om.partner-orders"));
            refusesToSend(session, session.createQueue("fsm.work-order-commands"));
        }
    }

    @ParameterizedTest
    @MethodSource("protocols")
    void aWrongPasswordNoPasswordAndNoUserAreRefused(ConnectionFactory protocol) {
        refusesToConnect(protocol, "erp", "guessed");
        refusesToConnect(protocol, "erp", "");
        refusesToConnect(protocol, "nobody", "erp-password");
        refusesToConnect(protocol, null, null);
        // the application has been authenticated inside the process already: that must not open the door outside
        refusesToConnect(protocol, "orderfield", "");
        refusesToConnect(protocol, "orderfield", "orderfield");
    }

    @ParameterizedTest
    @MethodSource("protocols")
    void aMessageCarriesTheUserThatTheBrokerValidatedWhateverItsSenderSays(ConnectionFactory protocol)
            throws JMSException {
        for (int length : new int[] {2, 300_000}) {
            String marker = protocol.getClass().getSimpleName() + length;
            try (Connection partner = protocol.createConnection("acme", "acme-password");
                    Connection application = inside()) {
                Session session = open(partner);
                Message order = session.createTextMessage("x".repeat(length));
                order.setStringProperty("marker", marker);
                order.setStringProperty("_AMQ_VALIDATED_USER", "zeta");
                session.createProducer(session.createQueue("om.partner-orders")).send(order);
                Session own = open(application);
                Message received = own.createConsumer(own.createQueue("om.partner-orders"), "marker = '" + marker + "'")
                        .receive(10_000);
                Object user = received.getObjectProperty("_AMQ_VALIDATED_USER");
                assertThat(user instanceof byte[] bytes ? new String(bytes, StandardCharsets.UTF_8) : user)
                        .as(marker)
                        .isEqualTo("acme");
                assertThat(((TextMessage) received).getText()).hasSize(length);
            }
        }
    }

    @Test
    void noOutsideUserMayTakeTheNameOrRoleOfTheApplication() {
        for (String users : new String[] {"orderfield=pw:integrator", "erp=pw:orderfield"}) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> new EmbeddedBroker(
                            Path.of(System.getProperty("broker.xml")),
                            data,
                            SECRET,
                            OutsideUsers.parse(users),
                            EventLimits.DEFAULT))
                    .withMessageContaining("application's own");
        }
    }

    private static ConnectionFactory application() {
        return new ActiveMQConnectionFactory("vm://0", "orderfield", SECRET);
    }

    private static Connection inside() throws JMSException {
        return new ActiveMQConnectionFactory("vm://0").createConnection("orderfield", SECRET);
    }

    private static Session open(Connection connection) throws JMSException {
        connection.start();
        return connection.createSession(Session.AUTO_ACKNOWLEDGE);
    }

    private static void applicationSends(String destination, boolean topic) throws JMSException {
        try (Connection connection = inside()) {
            Session session = open(connection);
            Destination to = topic ? session.createTopic(destination) : session.createQueue(destination);
            session.createProducer(to).send(session.createTextMessage("{}"));
        }
    }

    private static void refusesToSend(Session session, Destination destination) {
        assertThatThrownBy(() -> session.createProducer(destination).send(session.createTextMessage("{}")))
                .as("send to %s", destination)
                .isInstanceOf(JMSException.class);
    }

    private static void refusesToRead(Session session, Destination destination) {
        assertThatThrownBy(() -> session.createConsumer(destination))
                .as("read %s", destination)
                .isInstanceOf(JMSException.class)
                .hasMessageContaining("does not have permission");
    }

    private static void refusesToConnect(ConnectionFactory protocol, String user, String password) {
        assertThatThrownBy(() -> {
                    try (Connection connection = protocol.createConnection(user, password)) {
                        open(connection);
                    }
                })
                .as("connect as %s", user)
                .isInstanceOf(JMSSecurityException.class);
    }
}
