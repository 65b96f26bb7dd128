package io.orderfield.broker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import io.orderfield.messaging.broker.JmsTransaction;
import io.orderfield.messaging.delivery.DeadLetterQueue;
import jakarta.jms.Connection;
import jakarta.jms.JMSException;
import jakarta.jms.MessageProducer;
import jakarta.jms.Session;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import java.util.UUID;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Looks at dead letters of which some are large: the broker keeps those in files of their own, and sends them in pieces. */
class DeadLetterLooksTest {
    private static final String LOGGER = "org.apache.activemq.artemis.core.server";
    private static final int LETTERS = 40;

    @TempDir
    private Path data;

    private TestBroker broker;
    private BrokerLog log;

    @BeforeEach
    void start() throws Exception {
        broker = new TestBroker(data, "");
        log = new BrokerLog(LOGGER, Level.INFO);
    }

    @AfterEach
    void stop() throws Exception {
        log.close();
        broker.close();
    }

    @Test
    void eachSeesWhatLiesBehindLargeLettersAndLeavesNothingInTheLog() throws Exception {
        bury(LETTERS, 300_000);
        DeadLetterQueue letters = new DeadLetterQueue(broker.applications(), JmsTransaction.OWN);

        for (int look = 0; look < 20; look++) {
            assertThat(letters.list(0, 20)).hasSize(20);
            assertThat(letters.list(10, 20)).hasSize(20);
            assertThat(letters.list(20, 30)).hasSize(20);
            assertThat(letters.depth("DLQ", 30)).isEqualTo(30);
            assertThat(letters.depth("DLQ", 1_000)).isEqualTo(LETTERS);
        }
        assertThat(log.lines()).isEmpty();
    }

    @Test
    void eachLetterIsFoundWhole() throws Exception {
        bury(LETTERS, 300_000);
        DeadLetterQueue letters = new DeadLetterQueue(broker.applications(), JmsTransaction.OWN);

        assertThat(letters.list(0, LETTERS)).hasSize(LETTERS).allSatisfy(listed -> assertThat(
                        letters.find(listed.id()).orElseThrow().body())
                .hasSizeGreaterThan(30_000));
    }

    /** Others that lie there are none of its business: nothing more of it can come. */
    @Test
    void whoIsNotThereIsNotWaitedFor() throws Exception {
        bury(5, 10);
        DeadLetterQueue letters = new DeadLetterQueue(broker.applications(), JmsTransaction.OWN);

        assertTimeoutPreemptively(Duration.ofSeconds(60), () -> {
            for (int i = 0; i < 20; i++) {
                assertThat(letters.find(UUID.randomUUID().toString())).isEmpty();
            }
        });
    }

    /** An external broker may keep its management to itself. */
    @Test
    void eachCountsByLookingWhereTheBrokerDoesNotLetItselfBeAsked() throws Exception {
        broker.server().getSecurityRepository().addMatch("activemq.management", Set.of());
        bury(5, 10);
        DeadLetterQueue letters = new DeadLetterQueue(broker.applications(), JmsTransaction.OWN);

        assertThat(letters.depth("DLQ", 3)).isEqualTo(3);
        assertThat(letters.depth("DLQ", 1_000)).isEqualTo(5);
        assertThat(letters.list(2, 10)).hasSize(3);
    }

    @Test
    void whatElseHappensStaysInTheLog() {
        Logger broken = Logger.getLogger(LOGGER);

        broken.log(Level.SEVERE, "AMQ224046: Exception while browser handled", new NullPointerException("of ours"));
        broken.log(Level.SEVERE, "AMQ224045: Failed to run large message deliverer", new IllegalStateException());
        broken.log(
                Level.SEVERE, "AMQ222000: with the word SessionCallback", new NullPointerException("SessionCallback"));

        assertThat(log.lines()).hasSize(3);
    }

    private void bury(int count, int large) throws JMSException {
        try (Connection connection = broker.application()) {
            Session session = connection.createSession(Session.AUTO_ACKNOWLEDGE);
            MessageProducer producer = session.createProducer(session.createQueue("DLQ"));
            for (int i = 0; i < count; i++) {
                producer.send(session.createTextMessage("x".repeat(i % 8 == 7 ? large : large / 8)));
            }
        }
    }
}
