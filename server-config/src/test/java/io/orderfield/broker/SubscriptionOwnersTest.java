package io.orderfield.broker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.jms.Connection;
import jakarta.jms.JMSException;
import jakarta.jms.MessageConsumer;
import jakarta.jms.QueueBrowser;
import jakarta.jms.Session;
import jakarta.jms.TemporaryQueue;
import jakarta.jms.Topic;
import java.nio.file.Path;
import java.util.List;
import org.apache.activemq.artemis.api.core.ActiveMQException;
import org.apache.activemq.artemis.api.core.QueueConfiguration;
import org.apache.activemq.artemis.api.core.RoutingType;
import org.apache.activemq.artemis.api.core.SimpleString;
import org.apache.activemq.artemis.api.core.client.ActiveMQClient;
import org.apache.activemq.artemis.api.core.client.ClientSession;
import org.apache.activemq.artemis.api.core.client.ClientSessionFactory;
import org.apache.activemq.artemis.api.core.client.ServerLocator;
import org.apache.activemq.artemis.core.server.Queue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A subscription belongs to the user that made it, whichever way another one tries to get at it. */
class SubscriptionOwnersTest {
    private static final String USERS = "erp=password-of-the-erp:integrator;bi=password-of-the-bi:integrator;"
            + "acme=password-of-acme-1:partner;zeta=password-of-zeta-1:partner";

    @TempDir
    private Path data;

    private TestBroker broker;

    @BeforeEach
    void start() throws Exception {
        broker = new TestBroker(data, USERS);
    }

    @AfterEach
    void stop() throws Exception {
        broker.close();
    }

    @ParameterizedTest
    @EnumSource
    void anotherUsersAttemptsAreRefusedAndTheEventsStay(Protocol protocol) throws Exception {
        try (Connection erp = connect(protocol, "erp", "password-of-the-erp", "warehouse")) {
            Session session = erp.createSession(Session.AUTO_ACKNOWLEDGE);
            session.createDurableSubscriber(topic(session), "orders").close();
            session.createSharedDurableConsumer(topic(session), "shared").close();
        }
        List<String> subscriptions = broker.queues().stream()
                .filter(queue -> queue.contains("orders") && !queue.startsWith("om.") || queue.contains("shared"))
                .toList();
        assertThat(subscriptions).hasSize(2);
        event();
        // what was subscribed survives a restart, and so does whose it is
        stop();
        start();

        try (Connection bi = connect(protocol, "bi", "password-of-the-bi", "warehouse")) {
            Session session = bi.createSession(Session.AUTO_ACKNOWLEDGE);
            assertThatThrownBy(() -> session.createDurableSubscriber(topic(session), "orders"))
                    .isInstanceOf(JMSException.class);
            assertThatThrownBy(() -> session.createDurableSubscriber(topic(session), "orders", "x = 1", false))
                    .as("with a filter, for which a client deletes the old one")
                    .isInstanceOf(JMSException.class);
            assertThatThrownBy(() -> session.createSharedDurableConsumer(topic(session), "shared"))
                    .isInstanceOf(JMSException.class);
            assertThatThrownBy(() -> session.unsubscribe("orders")).isInstanceOf(JMSException.class);
            for (String subscription : subscriptions) {
                jakarta.jms.Queue direct = session.createQueue("om.events::" + subscription);
                assertThatThrownBy(() -> session.createConsumer(direct).receive(500))
                        .as("read %s", direct)
                        .isInstanceOf(JMSException.class);
                assertThatThrownBy(() -> browse(session, direct))
                        .as("browse %s", direct)
                        .isInstanceOf(JMSException.class);
            }
        }
        for (String subscription : subscriptions) {
            assertThat(broker.server()
                            .locateQueue(SimpleString.of(subscription))
                            .getMessageCount())
                    .as(subscription)
                    .isOne();
        }
        try (Connection erp = connect(protocol, "erp", "password-of-the-erp", "warehouse")) {
            Session session = erp.createSession(Session.AUTO_ACKNOWLEDGE);
            assertThat(session.createDurableSubscriber(topic(session), "orders").receive(10_000))
                    .isNotNull();
            assertThat(session.createSharedDurableConsumer(topic(session), "shared")
                            .receive(10_000))
                    .isNotNull();
        }
    }

    @Test
    void anotherUserDeletesAndTakesNothingByTheCoreApi() throws Exception {
        try (Connection erp = connect(Protocol.CORE, "erp", "password-of-the-erp", "warehouse")) {
            Session session = erp.createSession(Session.AUTO_ACKNOWLEDGE);
            session.createDurableSubscriber(topic(session), "orders").close();
        }
        event();
        try (ServerLocator locator = ActiveMQClient.createServerLocator("tcp://127.0.0.1:" + broker.port());
                ClientSessionFactory factory = locator.createSessionFactory();
                ClientSession session =
                        factory.createSession("bi", "password-of-the-bi", false, true, true, false, 100)) {
            assertThatThrownBy(() -> session.deleteQueue("warehouse.orders")).isInstanceOf(ActiveMQException.class);
            assertThatThrownBy(() -> session.createConsumer("warehouse.orders")).isInstanceOf(ActiveMQException.class);
            assertThatThrownBy(() -> session.createSharedQueue(QueueConfiguration.of("warehouse.orders")
                            .setAddress("om.events")
                            .setRoutingType(RoutingType.MULTICAST)
                            .setFilterString("x = 1")
                            .setUser("erp")))
                    .isInstanceOf(ActiveMQException.class);
            session.createQueue(QueueConfiguration.of("mine")
                    .setAddress("om.events")
                    .setRoutingType(RoutingType.MULTICAST)
                    .setUser("erp"));
        }
        assertThat(queue("warehouse.orders").getMessageCount()).isOne();
        assertThat(queue("mine").getUser().toString())
                .as("whatever its maker says")
                .isEqualTo("bi");
    }

    @ParameterizedTest
    @EnumSource
    void nobodyElseReadsATemporaryQueueEvenByItsName(Protocol protocol) throws Exception {
        try (Connection acme = connect(protocol, "acme", "password-of-acme-1", "a");
                Connection zeta = connect(protocol, "zeta", "password-of-zeta-1", "z")) {
            TemporaryQueue answers =
                    acme.createSession(Session.AUTO_ACKNOWLEDGE).createTemporaryQueue();
            Session session = zeta.createSession(Session.AUTO_ACKNOWLEDGE);
            assertThatThrownBy(() -> session.createConsumer(session.createQueue(answers.getQueueName()))
                            .receive(500))
                    .isInstanceOf(JMSException.class);
        }
    }

    @Test
    void aSubscriptionWithoutAnOwnerIsForWhoeverMayReadTheTopic() throws Exception {
        broker.server()
                .createQueue(QueueConfiguration.of("warehouse.old")
                        .setAddress("om.events")
                        .setRoutingType(RoutingType.MULTICAST)
                        .setDurable(true));
        event();
        try (Connection erp = connect(Protocol.CORE, "erp", "password-of-the-erp", "warehouse")) {
            Session session = erp.createSession(Session.AUTO_ACKNOWLEDGE);
            MessageConsumer events = session.createDurableSubscriber(topic(session), "old");
            assertThat(events.receive(10_000)).isNotNull();
        }
    }

    private static void browse(Session session, jakarta.jms.Queue queue) throws JMSException {
        try (QueueBrowser browser = session.createBrowser(queue)) {
            browser.getEnumeration().hasMoreElements();
        }
    }

    private Queue queue(String name) {
        return broker.server().locateQueue(SimpleString.of(name));
    }

    private Connection connect(Protocol protocol, String user, String password, String clientId) throws JMSException {
        Connection connection = protocol.of(broker).createConnection(user, password);
        connection.setClientID(clientId);
        connection.start();
        return connection;
    }

    private static Topic topic(Session session) throws JMSException {
        return session.createTopic("om.events");
    }

    private void event() throws JMSException {
        try (Connection application = broker.application()) {
            Session session = application.createSession(Session.AUTO_ACKNOWLEDGE);
            session.createProducer(topic(session)).send(session.createTextMessage("{}"));
        }
    }
}
