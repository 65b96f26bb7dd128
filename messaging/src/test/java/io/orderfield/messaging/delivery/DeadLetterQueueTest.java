package io.orderfield.messaging.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.orderfield.messaging.broker.BrokerAwayException;
import io.orderfield.messaging.broker.JmsTransaction;
import io.orderfield.messaging.testing.MovableClock;
import jakarta.jms.JMSContext;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.TextMessage;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class DeadLetterQueueTest {
    private static final String QUEUE = "orders";

    private final EmbeddedBroker broker = new EmbeddedBroker(QUEUE, DeadLetters.QUEUE);
    private final DeadLetterQueue letters = new DeadLetterQueue(broker.connectionFactory(), JmsTransaction.OWN);

    @AfterEach
    void stopBroker() {
        broker.close();
    }

    @Test
    void listsLettersWithIdentityCauseAndOrigin() throws JMSException {
        OutgoingMessage message = bury("{\"a\":1}");

        DeadLetter letter = letters.list(0, 10).get(0);

        assertThat(UUID.fromString(letter.id())).isNotEqualTo(message.id());
        assertThat(letter.messageId()).isEqualTo(message.id().toString());
        assertThat(letter.messageType()).isEqualTo("RequestEntries.v1");
        assertThat(letter.code()).isEqualTo("not-json");
        assertThat(letter.reason()).isEqualTo("It is not JSON.");
        assertThat(letter.group()).isEqualTo("SO1");
        assertThat(letter.correlation()).isEqualTo("ORD0001001");
        assertThat(letter.originalDestination()).isEqualTo(QUEUE);
        assertThat(letter.occurredAt()).isEqualTo(message.occurredAt());
        assertThat(letter.deadSince()).isAfter(Instant.EPOCH);
        assertThat(letter.body()).isEqualTo("{\"a\":1}");
        assertThat(letters.find(letter.id())).contains(letter);
        assertThat(letters.depth(DeadLetters.QUEUE, 10)).isEqualTo(1);
    }

    @Test
    void readsAPageAndLeavesEverythingWhereItIs() throws JMSException {
        for (int i = 0; i < 5; i++) {
            bury("{\"a\":" + i + "}");
        }

        assertThat(letters.list(1, 2)).extracting(DeadLetter::body).containsExactly("{\"a\":1}", "{\"a\":2}");
        assertThat(letters.depth(DeadLetters.QUEUE, 3)).isEqualTo(3);
        assertThat(letters.depth(DeadLetters.QUEUE, 100)).isEqualTo(5);
    }

    @Test
    void cutsTheBodiesOfAListButNotThatOfOneLetter() throws JMSException {
        String body = "\"" + "x".repeat(10_000) + "\"";
        bury(body);

        DeadLetter listed = letters.list(0, 1).get(0);

        assertThat(listed.body()).hasSize(DeadLetterQueue.LISTED_BODY + 1);
        assertThat(letters.find(listed.id()).orElseThrow().body()).isEqualTo(body);
    }

    @Test
    void sendsALetterOnAsANewMessageWithoutWhatMadeItALetter() throws JMSException {
        OutgoingMessage message = bury("{\"a\":1}");
        bury("{\"a\":2}");
        DeadLetter letter = letters.list(0, 1).get(0);
        UUID renewed = UUID.randomUUID();

        assertThat(letters.replay(letter.id(), QUEUE, renewed)).isTrue();

        try (JMSContext context = broker.connectionFactory().createContext()) {
            Message sent = context.createConsumer(context.createQueue(QUEUE)).receive(5000);
            assertThat(((TextMessage) sent).getText()).isEqualTo("{\"a\":1}");
            assertThat(sent.getStringProperty("messageId")).isEqualTo(renewed.toString());
            assertThat(sent.getStringProperty("messageType")).isEqualTo(message.type());
            assertThat(sent.getStringProperty("occurredAt"))
                    .isEqualTo(message.occurredAt().toString());
            assertThat(sent.getStringProperty("JMSXGroupID")).isEqualTo("SO1");
            assertThat(sent.getJMSCorrelationID()).isEqualTo("ORD0001001");
            assertThat(sent.propertyExists("deadLetterCode")).isFalse();
            assertThat(sent.propertyExists("deadLetterId")).isFalse();
        }
        assertThat(letters.list(0, 10)).extracting(DeadLetter::body).containsExactly("{\"a\":2}");
        assertThat(letters.replay(letter.id(), QUEUE, UUID.randomUUID())).isFalse();
    }

    @Test
    void keepsALetterWhoseDestinationDoesNotExist() throws JMSException {
        bury("{}");
        DeadLetter letter = letters.list(0, 1).get(0);

        assertThatThrownBy(() -> letters.replay(letter.id(), "nowhere", UUID.randomUUID()))
                .isInstanceOf(BrokerAwayException.class);

        assertThat(letters.find(letter.id())).isPresent();
    }

    @Test
    void takesALetterOutOnce() throws JMSException {
        bury("{}");
        String id = letters.list(0, 1).get(0).id();

        assertThat(letters.remove(id)).isTrue();
        assertThat(letters.remove(id)).isFalse();
        assertThat(letters.list(0, 10)).isEmpty();
    }

    @Test
    void findsNothingByAnIdThatIsNone() {
        assertThat(letters.find("x' or '1' = '1")).isEmpty();
        assertThat(letters.remove("x' or '1' = '1")).isFalse();
    }

    @Test
    void showsALetterThatTheBrokerItselfGaveUp() throws JMSException {
        try (JMSContext context = broker.connectionFactory().createContext()) {
            context.createProducer().send(context.createQueue(DeadLetters.QUEUE), context.createTextMessage("x"));
        }

        DeadLetter letter = letters.list(0, 1).get(0);

        assertThat(letter.code()).isEqualTo("delivery-given-up");
        assertThat(letter.messageId()).isNull();
        assertThat(letters.find(letter.id())).isPresent();
        assertThat(letters.remove(letter.id())).isTrue();
    }

    private OutgoingMessage bury(String body) throws JMSException {
        JmsMessageSender sender =
                new JmsMessageSender(broker.connectionFactory(), JmsTransaction.OWN, new MovableClock());
        OutgoingMessage message = Messages.message("SO1", body);
        sender.send(List.of(new OutgoingMessage(
                message.id(),
                QUEUE,
                false,
                message.type(),
                message.group(),
                message.correlation(),
                message.traceparent(),
                body,
                message.occurredAt())));
        try (JMSContext context = broker.connectionFactory().createContext()) {
            Message original =
                    context.createConsumer(context.createQueue(QUEUE)).receive(5000);
            sender.add(original, null, "not-json", "It is not JSON.");
        }
        return message;
    }
}
