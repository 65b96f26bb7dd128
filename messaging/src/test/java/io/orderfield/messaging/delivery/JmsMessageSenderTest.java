package io.orderfield.messaging.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.orderfield.messaging.broker.BrokerAwayException;
import io.orderfield.messaging.broker.JmsTransaction;
import io.orderfield.messaging.testing.MovableClock;
import jakarta.jms.BytesMessage;
import jakarta.jms.JMSConsumer;
import jakarta.jms.JMSContext;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.TextMessage;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.apache.activemq.artemis.jms.client.ActiveMQMessage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class JmsMessageSenderTest extends MessageSenderContract {
    private final EmbeddedBroker broker = new EmbeddedBroker(QUEUE, OTHER_QUEUE, DeadLetters.QUEUE);

    @AfterEach
    void stopBroker() {
        broker.close();
    }

    @Override
    JmsMessageSender sender() {
        return new JmsMessageSender(broker.connectionFactory(), JmsTransaction.OWN, new MovableClock());
    }

    @Override
    void brokerGoesAway() {
        broker.stop();
    }

    @Override
    void brokerComesBack() {
        broker.start();
    }

    @Override
    List<OutgoingMessage> received(String queue) {
        List<OutgoingMessage> messages = new ArrayList<>();
        try (JMSContext context = broker.connectionFactory().createContext();
                JMSConsumer consumer = context.createConsumer(context.createQueue(queue))) {
            for (Message m = consumer.receiveNoWait(); m != null; m = consumer.receiveNoWait()) {
                messages.add(new OutgoingMessage(
                        UUID.fromString(m.getStringProperty("messageId")),
                        queue,
                        false,
                        m.getStringProperty("messageType"),
                        m.getStringProperty("JMSXGroupID"),
                        m.getJMSCorrelationID(),
                        m.getStringProperty("traceparent"),
                        ((TextMessage) m).getText(),
                        Instant.parse(m.getStringProperty("occurredAt"))));
            }
        } catch (JMSException e) {
            throw new IllegalStateException(e);
        }
        return messages;
    }

    @Test
    void keepsADeadLetterWithItsPropertiesCodeAndReason() throws JMSException {
        OutgoingMessage message = Messages.message("SO1", "{\"a\":1}");
        sender().send(List.of(message));
        try (JMSContext context = broker.connectionFactory().createContext()) {
            Message original =
                    context.createConsumer(context.createQueue(QUEUE)).receive(5000);

            sender().add(original, null, "not-json", "The body is not JSON.");

            TextMessage letter = (TextMessage) context.createConsumer(context.createQueue(DeadLetters.QUEUE))
                    .receive(5000);
            assertThat(letter.getText()).isEqualTo("{\"a\":1}");
            assertThat(letter.getStringProperty("deadLetterCode")).isEqualTo("not-json");
            assertThat(letter.getStringProperty("deadLetterReason")).isEqualTo("The body is not JSON.");
            assertThat(letter.getStringProperty("messageId"))
                    .isEqualTo(message.id().toString());
            assertThat(letter.getStringProperty("messageType")).isEqualTo("RequestEntries.v1");
            assertThat(letter.getStringProperty("JMSXGroupID")).isEqualTo("SO1");
            assertThat(letter.getJMSCorrelationID()).isEqualTo("ORD0001001");
            assertThat(letter.getStringProperty("originalDestination")).contains(QUEUE);
        }
    }

    @Test
    void keepsADeadLetterWhosePropertiesJmsWouldNotLetAnybodySet() throws JMSException {
        try (JMSContext context = broker.connectionFactory().createContext()) {
            TextMessage original = context.createTextMessage("{");
            original.setStringProperty("ordinary", "kept");
            // as messages of AMQP clients have them
            ((ActiveMQMessage) original).getCoreMessage().putStringProperty("JMS_AMQP_MA_x-opt-jms-msg-type", "5");
            ((ActiveMQMessage) original).getCoreMessage().putBytesProperty("_AMQ_VALIDATED_USER", new byte[] {97});

            sender().add(original, null, "not-json", "…");

            Message letter = context.createConsumer(context.createQueue(DeadLetters.QUEUE))
                    .receive(5000);
            assertThat(letter.getStringProperty("ordinary")).isEqualTo("kept");
            assertThat(letter.getStringProperty("deadLetterCode")).isEqualTo("not-json");
        }
    }

    @Test
    void keepsADeadLetterThatIsNoText() throws JMSException {
        try (JMSContext context = broker.connectionFactory().createContext()) {
            byte[] body = "bytes".getBytes(StandardCharsets.UTF_8);
            context.createProducer().send(context.createQueue(QUEUE), body);
            context.createProducer().send(context.createQueue(QUEUE), context.createObjectMessage("an object"));
            JMSConsumer consumer = context.createConsumer(context.createQueue(QUEUE));
            sender().add(consumer.receive(5000), null, "no-text", "…");
            sender().add(consumer.receive(5000), null, "no-text", "…");

            JMSConsumer letters = context.createConsumer(context.createQueue(DeadLetters.QUEUE));
            assertThat(((BytesMessage) letters.receive(5000)).getBodyLength()).isEqualTo(5);
            assertThat(((TextMessage) letters.receive(5000)).getText()).isNull();
        }
    }

    @Test
    void aDeadLetterThatCannotBeStoredIsNoSuccess() throws JMSException {
        try (JMSContext context = broker.connectionFactory().createContext()) {
            Message original = context.createTextMessage("x");
            broker.stop();
            assertThatThrownBy(() -> sender().add(original, null, "code", "reason"))
                    .isInstanceOf(BrokerAwayException.class);
        } finally {
            broker.start();
        }
    }
}
