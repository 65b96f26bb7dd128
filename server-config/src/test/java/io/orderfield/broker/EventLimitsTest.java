package io.orderfield.broker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.jms.BytesMessage;
import jakarta.jms.Connection;
import jakarta.jms.ConnectionFactory;
import jakarta.jms.DeliveryMode;
import jakarta.jms.JMSException;
import jakarta.jms.MessageConsumer;
import jakarta.jms.MessageProducer;
import jakarta.jms.Session;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Stream;
import org.apache.activemq.artemis.jms.client.ActiveMQConnectionFactory;
import org.apache.qpid.jms.JmsConnectionFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What outside applications can't do to the broker: fill its disk, or send what no contract has room for. */
class EventLimitsTest {
    private static final long MEGABYTE = 1024L * 1024;

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
                "secret",
                OutsideUsers.parse("erp=erp-password:integrator;acme=acme-password:partner"),
                new EventLimits(1, Duration.ofHours(1)));
        broker.start("127.0.0.1", port, null);
    }

    @AfterAll
    static void stop() throws Exception {
        broker.stop();
    }

    static Stream<ConnectionFactory> protocols() {
        return Stream.of(
                new ActiveMQConnectionFactory("tcp://127.0.0.1:" + port),
                new JmsConnectionFactory("amqp://127.0.0.1:" + port));
    }

    @Test
    void aDeadSubscriptionTakesItsLimitOfTheDiskAndTheOthersGetEverything() throws Exception {
        try (Connection dead =
                new JmsConnectionFactory("amqp://127.0.0.1:" + port).createConnection("erp", "erp-password")) {
            dead.setClientID("dead");
            Session session = dead.createSession(Session.AUTO_ACKNOWLEDGE);
            session.createDurableSubscriber(session.createTopic("om.events"), "dead")
                    .close();
        }
        int events = 8_000;
        try (Connection application = new ActiveMQConnectionFactory("vm://0").createConnection("orderfield", "secret");
                Connection other = new ActiveMQConnectionFactory("vm://0").createConnection("orderfield", "secret")) {
            application.start();
            other.start();
            Session session = application.createSession(Session.AUTO_ACKNOWLEDGE);
            MessageProducer producer = session.createProducer(session.createTopic("om.events"));
            MessageProducer commands = session.createProducer(session.createQueue("fsm.work-order-commands"));
            MessageConsumer works = session.createConsumer(session.createQueue("fsm.work-order-commands"));
            for (int i = 0; i < events; i++) {
                producer.send(session.createTextMessage("x".repeat(1_000)));
                if (i % 1_000 == 0) {
                    commands.send(session.createTextMessage("{}"));
                    assertThat(works.receive(10_000))
                            .as("command after %s events", i)
                            .isNotNull();
                }
            }
        }
        assertThat(size(data.resolve("paging"))).isBetween(MEGABYTE / 2, 3 * MEGABYTE);
        try (Connection back =
                new JmsConnectionFactory("amqp://127.0.0.1:" + port).createConnection("erp", "erp-password")) {
            back.setClientID("dead");
            back.start();
            Session session = back.createSession(Session.AUTO_ACKNOWLEDGE);
            MessageConsumer again = session.createDurableSubscriber(session.createTopic("om.events"), "dead");
            int kept = 0;
            while (again.receive(2_000) != null) {
                kept++;
            }
            assertThat(kept).isBetween(200, events / 2);
            again.close();
            session.unsubscribe("dead");
        }
    }

    @Test
    void anEventExpiresAndLeavesNothing() throws Exception {
        try (Connection connection = new ActiveMQConnectionFactory("vm://0").createConnection("orderfield", "secret");
                Connection reader =
                        new JmsConnectionFactory("amqp://127.0.0.1:" + port).createConnection("erp", "erp-password")) {
            reader.setClientID("late");
            reader.start();
            Session reading = reader.createSession(Session.AUTO_ACKNOWLEDGE);
            reading.createDurableSubscriber(reading.createTopic("fsm.events"), "late")
                    .close();
            connection.start();
            Session session = connection.createSession(Session.AUTO_ACKNOWLEDGE);
            MessageProducer producer = session.createProducer(session.createTopic("fsm.events"));
            producer.send(session.createTextMessage("gone"), DeliveryMode.PERSISTENT, 4, 1);
            producer.send(session.createTextMessage("kept"));

            MessageConsumer events = reading.createDurableSubscriber(reading.createTopic("fsm.events"), "late");
            jakarta.jms.Message kept = events.receive(10_000);

            assertThat(kept.getBody(String.class)).isEqualTo("kept");
            assertThat(kept.getJMSExpiration())
                    .isBetween(System.currentTimeMillis() + 3_000_000, System.currentTimeMillis() + 3_700_000);
            assertThat(session.createConsumer(session.createQueue("expired")).receiveNoWait())
                    .isNull();
        }
    }

    @ParameterizedTest
    @MethodSource("protocols")
    void aMessageThatNoContractHasRoomForIsRefused(ConnectionFactory protocol) throws JMSException {
        try (Connection connection = protocol.createConnection("acme", "acme-password")) {
            connection.start();
            Session session = connection.createSession(Session.AUTO_ACKNOWLEDGE);
            MessageProducer producer = session.createProducer(session.createQueue("om.partner-orders"));
            BytesMessage large = session.createBytesMessage();
            large.writeBytes(new byte[(int) LargestMessage.BYTES + 1]);

            assertThatThrownBy(() -> producer.send(large)).isInstanceOf(JMSException.class);
            BytesMessage allowed = session.createBytesMessage();
            allowed.writeBytes(new byte[4 * 1024 * 1024]);
            session.createProducer(session.createQueue("om.partner-orders")).send(allowed);
        }
    }

    @ParameterizedTest
    @CsvSource({"0,168", "many,168", "256,-1", "256,soon"})
    void refusesLimitsThatAreNone(String megabytes, String hours) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> EventLimits.parse(megabytes, hours))
                .withMessageContaining("events.");
    }

    private static long size(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .mapToLong(f -> f.toFile().length())
                    .sum();
        }
    }
}
