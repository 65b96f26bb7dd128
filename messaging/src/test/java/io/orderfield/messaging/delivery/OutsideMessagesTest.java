package io.orderfield.messaging.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.orderfield.messaging.broker.JmsTransaction;
import io.orderfield.messaging.contract.PartnerOrder;
import io.orderfield.messaging.testing.DatabaseTest;
import io.orderfield.messaging.testing.MovableClock;
import io.orderfield.messaging.testing.TestDatabase;
import io.orderfield.messaging.testing.WithDatabase;
import jakarta.jms.BytesMessage;
import jakarta.jms.JMSConsumer;
import jakarta.jms.JMSContext;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.TextMessage;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.apache.activemq.artemis.api.core.RoutingType;
import org.apache.activemq.artemis.api.core.SimpleString;
import org.apache.activemq.artemis.jms.client.ActiveMQDestination;
import org.apache.activemq.artemis.jms.client.ActiveMQMessage;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the reception makes of messages whose senders are not ours. */
@WithDatabase(schemas = "proof")
class OutsideMessagesTest {
    private static final String BODY = "{\"externalReference\":\"PO-7\",\"lineItems\":[],\"addedLater\":true}";
    private static EmbeddedBroker broker;
    private static JMSContext context;

    private final List<String> deadLetters = new ArrayList<>();
    private final List<OutsideMessage<PartnerOrder>> handled = new ArrayList<>();

    @BeforeAll
    static void startBroker() {
        broker = new EmbeddedBroker("test.orders", "test.replays", DeadLetters.QUEUE);
        context = broker.connectionFactory().createContext();
    }

    @AfterAll
    static void stopBroker() {
        context.close();
        broker.close();
    }

    @DatabaseTest
    void handsOverTheBodyInTheNameOfTheUserWhomTheBrokerValidated(TestDatabase database) throws JMSException {
        Message message = message(BODY);
        message.setJMSCorrelationID("17");

        receive(database, message);

        assertThat(handled).hasSize(1);
        OutsideMessage<PartnerOrder> outside = handled.get(0);
        assertThat(outside.user()).isEqualTo("acme");
        assertThat(outside.correlation()).isEqualTo("17");
        assertThat(outside.answers()).isEqualTo("reply.acme.orders");
        assertThat(Objects.requireNonNull(outside.body()).externalReference()).isEqualTo("PO-7");
        assertThat(deadLetters).isEmpty();
    }

    @DatabaseTest
    void takesBytesForTextAndNeedsNoMessageType(TestDatabase database) throws JMSException {
        BytesMessage bytes = context.createBytesMessage();
        bytes.writeBytes(BODY.replace("PO-7", "Größe-7").getBytes(StandardCharsets.UTF_8));
        bytes.setStringProperty("_AMQ_VALIDATED_USER", "acme");
        bytes.reset();
        Message typed = message(BODY);
        typed.setStringProperty("messageType", "PartnerOrder.v1");

        receive(database, bytes);
        receive(database, typed);

        assertThat(handled)
                .extracting(m -> Objects.requireNonNull(m.body()).externalReference())
                .containsExactly("Größe-7", "PO-7");
    }

    @DatabaseTest
    void answersGoWhereTheQueueSaysThatTheMessageCameBy(TestDatabase database) throws JMSException {
        Message message = message(BODY);
        // of a plain AMQP client: neither queue nor topic
        message.setJMSDestination(ActiveMQDestination.createDestination((RoutingType) null, SimpleString.of("any")));

        receive(database, message);

        assertThat(handled).extracting(OutsideMessage::answers).containsExactly("reply.acme.orders");
    }

    /** What the broker makes of an AMQP message's ids, and turns back for an AMQP client. */
    @DatabaseTest
    void anAnswerIsRelatedToTheSendersOwnMessageIdWithoutACorrelationId(TestDatabase database) throws JMSException {
        Message withId = message(BODY);
        withId.setStringProperty("NATIVE_MESSAGE_ID", "ID:AMQP_ULONG:17");
        Message withBoth = message(BODY);
        withBoth.setStringProperty("NATIVE_MESSAGE_ID", "ID:AMQP_ULONG:17");
        withBoth.setJMSCorrelationIDAsBytes(new byte[] {(byte) 0xca, (byte) 0xfe});
        Message tooLong = message(BODY);
        tooLong.setJMSCorrelationID("x".repeat(201));
        tooLong.setStringProperty("NATIVE_MESSAGE_ID", "ID:7");
        Message notText = message(BODY);
        notText.setJMSCorrelationID("zero \0");

        for (Message message : List.of(withId, withBoth, tooLong, notText)) {
            receive(database, message);
        }

        assertThat(handled)
                .extracting(OutsideMessage::correlation)
                .containsExactly("ID:AMQP_ULONG:17", "ID:AMQP_BINARY:CAFE", "ID:7", null);
    }

    @DatabaseTest
    void propertiesOfOtherTypesThanOursDoNotDisturb(TestDatabase database) throws JMSException {
        Message strange = message(BODY);
        // as an AMQP client may send them; JMS would not let us
        org.apache.activemq.artemis.api.core.Message core = ((ActiveMQMessage) strange).getCoreMessage();
        for (String name : List.of("traceparent", "outsideUser", "NATIVE_MESSAGE_ID", "JMSReplyTo", "JMSType")) {
            core.putBytesProperty(name, new byte[] {1, 2});
        }
        core.putIntProperty("messageId", 7);
        Message otherType = message(BODY);
        otherType.setIntProperty("messageType", 7);

        receive(database, strange);
        receive(database, otherType);

        assertThat(handled)
                .extracting(m -> m.problem() == null ? "read" : m.problem().code())
                .containsExactly("read", "unknown-message-type");
        assertThat(deadLetters).isEmpty();
    }

    /** Not acknowledged, it would come again and again, and be buried each time. */
    @DatabaseTest
    void aDeadLetterIsAcknowledgedWhateverItsPropertiesAre(TestDatabase database) throws JMSException {
        Message strange = message(BODY);
        ((ActiveMQMessage) strange).getCoreMessage().putBytesProperty("messageId", new byte[] {1, 2});

        reception(database).receiveFromOutside(strange, "om.partner-orders", PartnerOrder.class, m -> {
            throw new ContractViolationException("broken", "It is broken.");
        });

        assertThat(deadLetters).containsExactly("broken");
    }

    @DatabaseTest
    void handsOverWhatIsWrongForTheAnswerInsteadOfMakingADeadLetter(TestDatabase database) throws JMSException {
        Message otherType = message(BODY);
        otherType.setStringProperty("messageType", "RequestWorkOrder.v1");
        BytesMessage notText = context.createBytesMessage();
        notText.writeBytes(new byte[] {(byte) 0xff, (byte) 0xfe});
        notText.setStringProperty("_AMQ_VALIDATED_USER", "acme");
        notText.reset();

        receive(database, message("{\"externalReference\":"));
        receive(database, message("{\"lineItems\":[{\"quantity\":\"two\"}]}"));
        receive(database, message("x".repeat(MessageCodec.MAXIMUM_LENGTH + 1)));
        receive(database, message(null));
        receive(database, otherType);
        receive(database, notText);

        assertThat(deadLetters).isEmpty();
        assertThat(handled).allSatisfy(m -> assertThat(m.body()).isNull());
        assertThat(handled)
                .extracting(m -> Objects.requireNonNull(m.problem()).code())
                .containsExactly(
                        "not-json", "wrong-shape", "body-too-long", "no-text", "unknown-message-type", "not-json");
        assertThat(Objects.requireNonNull(handled.get(1).problem()).field()).isEqualTo("lineItems[0].quantity");
    }

    @DatabaseTest
    void buriesAMessageThatNobodyIsKnownToHaveSent(TestDatabase database) throws JMSException {
        receive(database, context.createTextMessage(BODY));

        assertThat(handled).isEmpty();
        assertThat(deadLetters).containsExactly("no-validated-user");
    }

    @DatabaseTest
    void answersToAQueueOfTheSenderAsItWishes(TestDatabase database) throws JMSException {
        String temporary = UUID.randomUUID().toString();
        for (String own : List.of("reply.acme.orders", "reply.acme.erp.7", temporary)) {
            Message message = message(BODY);
            message.setJMSReplyTo(ActiveMQDestination.createQueue(own));
            receive(database, message);
        }

        assertThat(handled)
                .extracting(OutsideMessage::answers)
                .containsExactly("reply.acme.orders", "reply.acme.erp.7", temporary);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "reply.zeta.orders",
                "reply.acme",
                "reply.acme.",
                "reply.acmeX.orders",
                "reply.acme.#",
                "reply.acme.x::fsm.work-order-commands",
                "om.work-order-events",
                "DLQ"
            })
    void neverAnswersElsewhere(String elsewhere) throws JMSException {
        Message message = message(BODY);
        message.setJMSReplyTo(ActiveMQDestination.createTemporaryQueue(elsewhere));

        OutsideSender sender =
                Objects.requireNonNull(OutsideMessages.sender(message, Reception.APPLICATION, "om.partner-orders"));

        assertThat(sender.answers()).isEqualTo("reply.acme.orders");
    }

    @DatabaseTest
    void aReplayCountsAsSentByTheOneWhomTheBrokerVouchedForTheFirstTime(TestDatabase database) throws JMSException {
        Message order = message(BODY);
        order.setStringProperty("outsideUser", "zeta");
        order.setJMSReplyTo(ActiveMQDestination.createQueue("reply.acme.erp"));
        order.setJMSCorrelationID("17");
        JmsMessageSender letters =
                new JmsMessageSender(broker.connectionFactory(), JmsTransaction.OWN, new MovableClock());
        new Reception(letters, new AttemptLog(database.dataSource(), "proof"), new MovableClock())
                .receiveFromOutside(order, "om.partner-orders", PartnerOrder.class, m -> {
                    throw new ContractViolationException("broken", "It is broken.");
                });
        DeadLetterQueue queue = new DeadLetterQueue(broker.connectionFactory(), JmsTransaction.OWN);
        DeadLetter letter = queue.list(0, 1).get(0);
        assertThat(letter.sender()).isEqualTo("acme");
        assertThat(letter.customerOrder()).isNull();

        assertThat(queue.replay(letter.id(), "test.replays", UUID.randomUUID())).isTrue();

        Message replayed;
        try (JMSConsumer replays = context.createConsumer(context.createQueue("test.replays"))) {
            replayed = replays.receive(10_000);
        }
        // as the broker writes it: this application has sent it
        Message received = MessageCopy.of(context, replayed, p -> false);
        received.setStringProperty("_AMQ_VALIDATED_USER", "orderfield");
        received.setJMSDestination(context.createQueue("test.orders"));
        receive(database, received);
        assertThat(handled).singleElement().satisfies(again -> {
            assertThat(again.user()).isEqualTo("acme");
            assertThat(again.answers()).isEqualTo("reply.acme.erp");
            assertThat(again.correlation()).isEqualTo("17");
            assertThat(Objects.requireNonNull(again.body()).externalReference()).isEqualTo("PO-7");
        });
    }

    @DatabaseTest
    void nobodyOutsideSpeaksForAnother(TestDatabase database) throws JMSException {
        Message order = message(BODY);
        order.setStringProperty("outsideUser", "zeta");
        order.setStringProperty("outsideAnswers", "reply.zeta.orders");

        receive(database, order);

        assertThat(handled).singleElement().satisfies(outside -> {
            assertThat(outside.user()).isEqualTo("acme");
            assertThat(outside.answers()).isEqualTo("reply.acme.orders");
        });
    }

    @DatabaseTest
    void givesUpAfterTenFailuresOfItsOwn(TestDatabase database) throws JMSException {
        Message message = message(BODY);
        context.createProducer().send(context.createQueue("test.orders"), message);
        for (int i = 1; i < Reception.MAXIMUM_ATTEMPTS; i++) {
            assertThatThrownBy(() -> reception(database)
                            .receiveFromOutside(message, "om.partner-orders", PartnerOrder.class, m -> {
                                throw new IllegalStateException("a bug");
                            }))
                    .isInstanceOf(RedeliveryException.class);
        }
        reception(database).receiveFromOutside(message, "om.partner-orders", PartnerOrder.class, m -> {
            throw new IllegalStateException("a bug");
        });

        assertThat(deadLetters).containsExactly("attempts-exhausted");
    }

    private void receive(TestDatabase database, Message message) {
        reception(database).receiveFromOutside(message, "om.partner-orders", PartnerOrder.class, handled::add);
    }

    private Reception reception(TestDatabase database) {
        return new Reception(
                (original, sender, code, reason) -> deadLetters.add(code),
                new AttemptLog(database.dataSource(), "proof"),
                new MovableClock());
    }

    private static Message message(String text) throws JMSException {
        TextMessage message = context.createTextMessage(text);
        message.setStringProperty("_AMQ_VALIDATED_USER", "acme");
        message.setJMSDestination(context.createQueue("test.orders"));
        return message;
    }
}
