package io.orderfield.broker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import jakarta.jms.Connection;
import jakarta.jms.ConnectionFactory;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.MessageConsumer;
import jakarta.jms.MessageProducer;
import jakarta.jms.Session;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.StreamHandler;
import java.util.stream.Stream;
import org.apache.activemq.artemis.core.settings.impl.AddressSettings;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Who takes nothing though there is something, with a check period of two seconds in place of broker.xml's minute. */
class SleepingReadersTest {
    private static final String EVENTS = "om.events";
    private static final String SLOW = "AMQ221048";

    @TempDir
    private Path data;

    private TestBroker broker;
    private final AtomicInteger foundSlow = new AtomicInteger();
    private final Logger log = Logger.getLogger("org.apache.activemq.artemis.core.server");
    private final Handler listener = new StreamHandler() {
        @Override
        public void publish(LogRecord line) {
            if (line.getMessage().startsWith(SLOW)) {
                foundSlow.incrementAndGet();
            }
        }
    };

    @BeforeEach
    void start() throws Exception {
        broker = new TestBroker(data, "erp=password-of-the-erp:integrator");
        AddressSettings shipped = broker.server().getAddressSettingsRepository().getMatch(EVENTS);
        broker.server()
                .getAddressSettingsRepository()
                .addMatch(EVENTS, new AddressSettings(shipped).setSlowConsumerCheckPeriod(2));
        log.setLevel(Level.INFO);
        log.addHandler(listener);
    }

    @AfterEach
    void stop() throws Exception {
        log.removeHandler(listener);
        log.setLevel(null);
        broker.close();
    }

    private interface Protocol {
        ConnectionFactory of(TestBroker broker);
    }

    static Stream<Protocol> protocols() {
        return Stream.of(TestBroker::core, TestBroker::amqp);
    }

    @ParameterizedTest
    @MethodSource("protocols")
    void whoHasJustComeToABacklogReadsItAndWhoSleepsIsDisconnected(Protocol protocol) throws Exception {
        try (Connection connection = protocol.of(broker).createConnection("erp", "password-of-the-erp")) {
            List<JMSException> lost = new CopyOnWriteArrayList<>();
            connection.setExceptionListener(lost::add);
            connection.setClientID("erp-reader");
            Session session = connection.createSession(Session.CLIENT_ACKNOWLEDGE);
            session.createDurableSubscriber(session.createTopic(EVENTS), "orders")
                    .close();
            backlog();
            connection.start();
            MessageConsumer reader = session.createDurableSubscriber(session.createTopic(EVENTS), "orders");

            Message first = reader.receive(10_000);
            await().until(() -> foundSlow.get() > 0); // the broker looked before the reader was ready with it
            first.acknowledge();
            Message second = reader.receive(10_000);
            assertThat(second).isNotNull();
            assertThat(lost).isEmpty();

            await().until(() -> !lost.isEmpty()); // it takes no more
            assertThat(foundSlow.get()).isGreaterThan(1);
        }
    }

    private void backlog() throws JMSException {
        try (Connection connection = broker.application()) {
            Session session = connection.createSession(Session.AUTO_ACKNOWLEDGE);
            MessageProducer producer = session.createProducer(session.createTopic(EVENTS));
            for (int i = 0; i < 20; i++) {
                producer.send(session.createTextMessage("{}"));
            }
        }
    }
}
