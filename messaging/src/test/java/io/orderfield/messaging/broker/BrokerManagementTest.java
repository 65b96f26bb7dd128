package io.orderfield.messaging.broker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.orderfield.messaging.delivery.EmbeddedBroker;
import jakarta.jms.JMSConsumer;
import jakarta.jms.JMSContext;
import jakarta.jms.Queue;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class BrokerManagementTest {
    private final EmbeddedBroker broker = new EmbeddedBroker("orders");
    private final BrokerManagement management = new BrokerManagement(broker.connectionFactory());

    @AfterEach
    void stopBroker() {
        broker.close();
    }

    @Test
    void makesATopicOnceAndKnowsItByItsPrefix() {
        management.letRead("om.events.ACCT1", Set.of("reply.acme", "reply.zeta"));
        management.letRead("om.events.ACCT1", Set.of("reply.acme"));
        management.letRead("om.events.ACCT2", Set.of());

        assertThat(management.addresses("om.events.")).containsExactly("om.events.ACCT1", "om.events.ACCT2");
        management.disconnectReaders("om.events.ACCT1");
    }

    @Test
    void tellsHowFarASubscriptionIsBehindAndLeavesNoQueueOfItsOwn() {
        management.letRead("om.events.ACCT1", Set.of("reply.acme"));
        try (JMSContext reader = broker.connectionFactory().createContext()) {
            reader.setClientID("erp");
            reader.createDurableConsumer(reader.createTopic("om.events.ACCT1"), "orders")
                    .close();
        }
        try (JMSContext sender = broker.connectionFactory().createContext()) {
            for (int i = 0; i < 3; i++) {
                sender.createProducer().send(sender.createTopic("om.events.ACCT1"), "{}");
            }
        }

        assertThat(management.subscriptions()).singleElement().satisfies(subscription -> {
            assertThat(subscription.topic()).isEqualTo("om.events.ACCT1");
            assertThat(subscription.name()).contains("erp").contains("orders");
            assertThat(subscription.messages()).isEqualTo(3);
            assertThat(subscription.consumers()).isZero();
            assertThat(subscription.oldest()).isBetween(Duration.ZERO, Duration.ofMinutes(1));
        });
        // but for the one over which this very question is answered
        assertThat(management.addresses(""))
                .filteredOn(AnswerQueues::isTemporary)
                .hasSize(1);
    }

    @Test
    void tellsWhetherAQueueIsWorkedOff() {
        try (JMSContext worker = broker.connectionFactory().createContext()) {
            Queue queue = worker.createQueue("orders");
            worker.createProducer().send(queue, "{}").send(queue, "{}");
            try (JMSConsumer consumer = worker.createConsumer(queue)) {
                consumer.receive(5_000);
                await().untilAsserted(() ->
                        assertThat(management.queue("orders")).isEqualTo(new ServedQueue("orders", 1, 1, 1)));
            }
        }
    }

    @Test
    void saysSoWhenTheBrokerIsAway() {
        broker.stop();

        assertThatThrownBy(management::subscriptions).isInstanceOf(BrokerAwayException.class);
        broker.start();
    }
}
