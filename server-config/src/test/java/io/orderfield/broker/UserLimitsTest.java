package io.orderfield.broker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.jms.Connection;
import jakarta.jms.ConnectionFactory;
import jakarta.jms.JMSException;
import jakarta.jms.JMSSecurityException;
import jakarta.jms.Message;
import jakarta.jms.Session;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import org.apache.activemq.artemis.api.core.QueueConfiguration;
import org.apache.activemq.artemis.api.core.RoutingType;
import org.apache.activemq.artemis.api.core.SimpleString;
import org.apache.qpid.protonj2.client.Client;
import org.apache.qpid.protonj2.client.ConnectionOptions;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What one outside user may take of the broker, with real clients. */
class UserLimitsTest {
    private static final String PASSWORD = "password-of-acme-1";
    private static final String USERS =
            "acme=" + PASSWORD + ":partner;acme=password-of-acme-2:partner;zeta=password-of-zeta-1:partner;"
                    + "erp=password-of-the-erp:integrator";
    private static final Duration SOON = Duration.ofSeconds(30);

    @TempDir
    private Path data;

    @ParameterizedTest
    @EnumSource
    void aUserHasSoManyConnectionsAndOneMoreOnlyWhenOneHasGone(Protocol protocol) throws Exception {
        List<Connection> connections = new ArrayList<>();
        try (TestBroker broker = new TestBroker(data, USERS, limits(3, 20))) {
            for (int i = 0; i < 3; i++) {
                connections.add(open(protocol.of(broker), "acme", PASSWORD));
            }
            assertThatThrownBy(() -> open(protocol.of(broker), "acme", PASSWORD))
                    .isInstanceOf(JMSException.class)
                    .hasMessageContaining("3 connections");
            open(protocol.of(broker), "zeta", "password-of-zeta-1").close();
            broker.application().close();
            Awaitility.await().atMost(SOON).untilAsserted(() -> assertThat(outside(broker))
                    .isEqualTo(3));

            connections.remove(0).close();
            Awaitility.await()
                    .atMost(SOON)
                    .ignoreExceptions()
                    .until(() -> connections.add(open(protocol.of(broker), "acme", PASSWORD)));
            for (Connection connection : connections) {
                connection.close();
            }
        }
    }

    /** With protonj2, which shows what an AMQP client is told. */
    @Test
    void oneConnectionTooManyIsToldThatItIs() throws Exception {
        try (TestBroker broker = new TestBroker(data, USERS, limits(1, 20));
                Connection first = open(broker.amqp(), "acme", PASSWORD);
                Client client = Client.create()) {
            ConnectionOptions options = new ConnectionOptions().user("acme").password(PASSWORD);
            assertThatThrownBy(() -> {
                        var second = client.connect("127.0.0.1", broker.port(), options);
                        second.openSession().openFuture().get(20, TimeUnit.SECONDS);
                    })
                    .rootCause()
                    .hasMessageContaining("1 connections")
                    .hasMessageContaining("amqp:resource-limit-exceeded");
            assertThat(first.getMetaData()).isNotNull();
        }
    }

    /** A line each of what a user wants and does not get: whoever takes too much shall not fill the log. */
    @ParameterizedTest
    @EnumSource
    void aRefusalLeavesNoStackInTheLog(Protocol protocol) throws Exception {
        try (BrokerLog log = new BrokerLog("org.apache.activemq.artemis", Level.WARNING);
                TestBroker broker = new TestBroker(data, USERS, limits(1, 1));
                Connection acme = open(protocol.of(broker), "acme", PASSWORD)) {
            assertThatThrownBy(() -> open(protocol.of(broker), "acme", PASSWORD))
                    .isInstanceOf(JMSException.class);
            Session session = acme.createSession(Session.AUTO_ACKNOWLEDGE);
            session.createTemporaryQueue();
            assertThatThrownBy(session::createTemporaryQueue).isInstanceOf(JMSException.class);
            Message large = session.createTextMessage("x".repeat(6_000_000));
            assertThatThrownBy(() -> session.createProducer(session.createQueue("om.partner-orders"))
                            .send(large))
                    .isInstanceOf(JMSException.class);
            // now, before the broker of this test stops
            assertThat(log.lines()).allSatisfy(line -> assertThat(
                            line.getThrown() == null
                                    ? new StackTraceElement[0]
                                    : line.getThrown().getStackTrace())
                    .as(line.getMessage())
                    .isEmpty());
        }
    }

    @ParameterizedTest
    @EnumSource
    void aUserHasSoManyQueuesOfWhateverKind(Protocol protocol) throws Exception {
        try (TestBroker broker = new TestBroker(data, USERS, limits(20, 3));
                Connection acme = open(protocol.of(broker), "acme", PASSWORD)) {
            Session session = acme.createSession(Session.AUTO_ACKNOWLEDGE);
            session.createTemporaryQueue();
            session.createConsumer(session.createQueue("reply.acme.first"));
            session.createConsumer(session.createQueue("reply.acme.second"));

            assertThatThrownBy(session::createTemporaryQueue)
                    .isInstanceOf(JMSException.class)
                    .hasMessageContaining("3 queues");
            assertThatThrownBy(() -> session.createConsumer(session.createQueue("reply.acme.third")))
                    .isInstanceOf(JMSException.class);
            session.createConsumer(session.createQueue("reply.acme.second")).close();
            assertThat(broker.queues())
                    .contains("reply.acme.first", "reply.acme.second")
                    .doesNotContain("reply.acme.third");
        }
    }

    @ParameterizedTest
    @EnumSource
    void aReplyQueueThatAMessageAsksForCountsForItsSender(Protocol protocol) throws Exception {
        try (TestBroker broker = new TestBroker(data, USERS, limits(20, 2));
                Connection acme = open(protocol.of(broker), "acme", PASSWORD)) {
            Session session = acme.createSession(Session.AUTO_ACKNOWLEDGE);
            order(session, "reply.acme.one");
            order(session, "reply.acme.two");
            order(session, "reply.acme.one");
            order(session, "reply.zeta.not-its-own");
            assertThatThrownBy(() -> order(session, "reply.acme.three"))
                    .isInstanceOf(JMSException.class)
                    .hasMessageContaining("2 queues");
            assertThat(broker.queues())
                    .contains("reply.acme.one", "reply.acme.two")
                    .doesNotContain("reply.acme.three", "reply.zeta.not-its-own");
        }
    }

    @ParameterizedTest
    @EnumSource
    void aSubscriptionCountsAndWhatWasThereBeforeTheLimitStays(Protocol protocol) throws Exception {
        try (TestBroker before = new TestBroker(data, USERS, limits(20, 20));
                Connection erp = protocol.of(before).createConnection("erp", "password-of-the-erp")) {
            erp.setClientID("erp");
            Session session = erp.createSession(Session.AUTO_ACKNOWLEDGE);
            for (String name : List.of("a", "b", "c")) {
                session.createDurableSubscriber(session.createTopic("om.events"), name)
                        .close();
            }
        }
        try (TestBroker broker = new TestBroker(data, USERS, limits(20, 2));
                Connection erp = protocol.of(broker).createConnection("erp", "password-of-the-erp")) {
            erp.setClientID("erp");
            Session session = erp.createSession(Session.AUTO_ACKNOWLEDGE);
            for (String name : List.of("a", "b", "c")) {
                session.createDurableSubscriber(session.createTopic("om.events"), name)
                        .close();
            }
            assertThatThrownBy(() -> session.createDurableSubscriber(session.createTopic("om.events"), "d"))
                    .isInstanceOf(JMSException.class);
        }
    }

    @Test
    void anAnswerThatNobodyReadsGoesAndThenItsQueueAndAddress() throws Exception {
        UserLimits limits = new UserLimits(20, 20, Duration.ofMillis(500), 10, Duration.ofMinutes(1));
        try (TestBroker broker = new TestBroker(data, USERS, limits)) {
            try (Connection acme = open(broker.amqp(), "acme", PASSWORD)) {
                Session session = acme.createSession(Session.AUTO_ACKNOWLEDGE);
                order(session, "reply.acme.forgotten");
            }
            answer(broker, "reply.acme.forgotten");
            assertThat(broker.queues()).contains("reply.acme.forgotten");

            Awaitility.await()
                    .atMost(SOON)
                    .untilAsserted(() -> assertThat(broker.made().toString()).doesNotContain("reply.acme.forgotten"));
            assertThat(broker.server().locateQueue(SimpleString.of("expired")).getMessageCount())
                    .isZero();

            answer(broker, "reply.acme.forgotten");
            try (Connection acme = open(broker.amqp(), "acme", PASSWORD)) {
                Session session = acme.createSession(Session.AUTO_ACKNOWLEDGE);
                assertThat(session.createConsumer(session.createQueue("reply.acme.forgotten"))
                                .receive(10_000))
                        .as("an answer after that")
                        .isNotNull();
            }
        }
    }

    @Test
    void anAnswerThatWaitsKeepsItsQueue() throws Exception {
        try (TestBroker broker = new TestBroker(data, USERS)) {
            answer(broker, "reply.acme.orders");
        }
        try (TestBroker broker = new TestBroker(data, USERS);
                Connection acme = open(broker.amqp(), "acme", PASSWORD)) {
            Session session = acme.createSession(Session.AUTO_ACKNOWLEDGE);
            Message answer = session.createConsumer(session.createQueue("reply.acme.orders"))
                    .receive(10_000);
            assertThat(answer.getJMSExpiration())
                    .isBetween(
                            System.currentTimeMillis() + Duration.ofDays(6).toMillis(),
                            System.currentTimeMillis() + Duration.ofDays(7).toMillis());
        }
    }

    @Test
    void replyQueuesOfBeforeThatAreEmptyGoAtTheStart() throws Exception {
        UserLimits forEver = new UserLimits(20, 20, Duration.ZERO, 10, Duration.ofMinutes(1));
        try (TestBroker before = new TestBroker(data, USERS, forEver)) {
            for (String name : List.of("reply.acme.empty", "reply.acme.full")) {
                before.server()
                        .createQueue(QueueConfiguration.of(name)
                                .setRoutingType(RoutingType.ANYCAST)
                                .setUser("acme"));
            }
            answer(before, "reply.acme.full");
        }
        try (TestBroker broker = new TestBroker(data, USERS)) {
            assertThat(broker.queues()).contains("reply.acme.full").doesNotContain("reply.acme.empty");
        }
    }

    @ParameterizedTest
    @EnumSource
    void wrongPasswordsShutTheDoorForOthersButNotForWhoCameByItBefore(Protocol protocol) throws Exception {
        UserLimits limits = new UserLimits(20, 20, Duration.ofDays(7), 5, Duration.ofSeconds(5));
        try (TestBroker broker = new TestBroker(data, USERS, limits)) {
            open(protocol.of(broker), "acme", PASSWORD).close();
            for (int i = 0; i < 5; i++) {
                refuses(broker, protocol, "zeta", "guess-" + i);
            }
            refuses(broker, protocol, "zeta", "password-of-zeta-1");
            open(protocol.of(broker), "acme", PASSWORD).close();
            open(protocol.of(broker), "acme", "password-of-acme-2").close();
            Awaitility.await().atMost(SOON).ignoreExceptions().until(() -> {
                open(protocol.of(broker), "zeta", "password-of-zeta-1").close();
                return true;
            });
        }
    }

    @Test
    void whoGuessesOnIsNotEvenLetIn() throws Exception {
        try (TestBroker broker = new TestBroker(data, USERS)) {
            long before = broker.server().getSecurityStore().getAuthenticationFailureCount();
            for (int i = 0; i < 100; i++) {
                assertThatThrownBy(() -> open(broker.amqp(), "acme", "guess")).isInstanceOf(JMSException.class);
            }
            assertThat(broker.server().getSecurityStore().getAuthenticationFailureCount() - before)
                    .as("guesses that came as far as to be refused")
                    .isBetween(1L, 10L);
            broker.application().close();
        }
    }

    @ParameterizedTest
    @EnumSource
    void bothPasswordsOfAUserAreRightWhileTheyAreChanged(Protocol protocol) throws Exception {
        try (TestBroker broker = new TestBroker(data, USERS)) {
            open(protocol.of(broker), "acme", PASSWORD).close();
            open(protocol.of(broker), "acme", "password-of-acme-2").close();
            refuses(broker, protocol, "acme", "password-of-acme-3");
            refuses(broker, protocol, "acme", "");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "0,20,168,10,10",
        "20,0,168,10,10",
        "20,20,-1,10,10",
        "20,20,168,0,10",
        "20,20,168,10,0",
        "a,20,168,10,10"
    })
    void refusesLimitsThatAreNone(String connections, String queues, String hours, String wrong, String minutes) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> UserLimits.parse(connections, queues, hours, wrong, minutes))
                .withMessageContaining("artemis.");
    }

    @Test
    void hasDefaults() {
        assertThat(UserLimits.parse(null, "", " ", null, null)).isEqualTo(UserLimits.DEFAULT);
    }

    private static UserLimits limits(int connections, int queues) {
        return new UserLimits(connections, queues, Duration.ofDays(7), 10, Duration.ofMinutes(1));
    }

    private static long outside(TestBroker broker) {
        return broker.server().getRemotingService().getConnections().stream()
                .filter(connection -> !connection.getRemoteAddress().startsWith("invm"))
                .count();
    }

    private static Connection open(ConnectionFactory factory, String user, String password) throws JMSException {
        Connection connection = factory.createConnection(user, password);
        try {
            connection.start();
            connection.createSession(Session.AUTO_ACKNOWLEDGE);
            return connection;
        } catch (JMSException e) {
            connection.close();
            throw e;
        }
    }

    private static void refuses(TestBroker broker, Protocol protocol, String user, String password) {
        assertThatThrownBy(() -> open(protocol.of(broker), user, password)).isInstanceOf(JMSSecurityException.class);
    }

    private static void order(Session session, String answers) throws JMSException {
        Message order = session.createTextMessage("{}");
        order.setJMSReplyTo(session.createQueue(answers));
        session.createProducer(session.createQueue("om.partner-orders")).send(order);
    }

    private static void answer(TestBroker broker, String queue) throws JMSException {
        try (Connection application = broker.application()) {
            Session session = application.createSession(Session.AUTO_ACKNOWLEDGE);
            session.createProducer(session.createQueue(queue)).send(session.createTextMessage("{}"));
        }
    }
}
