package io.orderfield.broker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import jakarta.jms.Connection;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.MessageConsumer;
import jakarta.jms.MessageProducer;
import jakarta.jms.Session;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Level;
import org.apache.activemq.artemis.core.settings.impl.AddressSettings;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Who takes nothing though there is something, with a check period of two seconds in place of broker.xml's minute. */
class SleepingReadersTest {
    private static final String EVENTS = "om.events";
    private static final String SLOW = "AMQ221048";

    @TempDir
    private Path data;

    private TestBroker broker;
    private BrokerLog log;

    @BeforeEach
    void start() throws Exception {
        broker = new TestBroker(data, "erp=password-of-the-erp:integrator");
        AddressSettings shipped = broker.server().getAddressSettingsRepository().getMatch(EVENTS);
        broker.server()
                .getAddressSettingsRepository()
                .addMatch(EVENTS, new AddressSettings(shipped).setSlowConsumerCheckPeriod(2));
        log = new BrokerLog("org.apache.activemq.artemis.core.server", Level.INFO);
    }

    @AfterEach
    void stop() throws Exception {
        log.close();
        broker.close();
    }

    @ParameterizedTest
    @EnumSource
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
            await().until(() -> timesFoundSlow() > 0); // the broker looked before the reader was ready with it
            first.acknowledge();
            Message second = reader.receive(10_000);
            assertThat(second).isNotNull();
            assertThat(lost).isEmpty();

            await().until(() -> !lost.isEmpty()); // it takes no more
            assertThat(timesFoundSlow()).isGreaterThan(1);
        }
    }

    private long timesFoundSlow() {
        return log.lines().stream()
                .filter(line -> line.getMessage().startsWith(SLOW))
                .count();
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
