package io.orderfield.messaging.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.orderfield.messaging.contract.MessageType;
import io.orderfield.messaging.contract.RequestEntries;
import io.orderfield.messaging.testing.DatabaseTest;
import io.orderfield.messaging.testing.MovableClock;
import io.orderfield.messaging.testing.TestDatabase;
import io.orderfield.messaging.testing.WithDatabase;
import jakarta.ejb.EJBException;
import jakarta.jms.JMSContext;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

@WithDatabase(schemas = "proof")
class ReceptionTest {
    /** As the broker writes it. */
    private static final String VALIDATED_USER = "_AMQ_VALIDATED_USER";

    private static EmbeddedBroker broker;
    private static JMSContext context;

    private final UUID key = UUID.randomUUID();
    private final UUID messageId = UUID.randomUUID();
    private final String body = "{\"workOrderKey\":\"" + key + "\",\"fromSequence\":3}";
    private final List<String> deadLetters = new ArrayList<>();
    private final List<Record> handled = new ArrayList<>();

    @BeforeAll
    static void startBroker() {
        broker = new EmbeddedBroker("test.orders");
        context = broker.connectionFactory().createContext();
    }

    @AfterAll
    static void stopBroker() {
        context.close();
        broker.close();
    }

    @DatabaseTest
    void handsOverBodyAndContext(TestDatabase database) throws JMSException {
        Message message = message(body);
        message.setStringProperty("traceparent", "00-aa-bb-01");
        List<MessageContext> contexts = new ArrayList<>();

        reception(database).receive(message, (record, context) -> {
            handled.add(record);
            contexts.add(context);
            assertThat(TraceContext.current()).isEqualTo("00-aa-bb-01");
        });

        assertThat(handled).containsExactly(new RequestEntries(key, 3));
        assertThat(contexts)
                .containsExactly(new MessageContext(
                        messageId, MessageType.REQUEST_ENTRIES, "SO1", "ORD1", Messages.NOW, "00-aa-bb-01"));
        assertThat(TraceContext.current()).isNull();
        assertThat(deadLetters).isEmpty();
    }

    @DatabaseTest
    void buriesWhatItCannotReadAtOnce(TestDatabase database) throws JMSException {
        Reception reception = reception(database);
        reception.receive(without("messageType"), this::handle);
        reception.receive(with("messageType", "RequestEntries.v9"), this::handle);
        reception.receive(without("messageId"), this::handle);
        reception.receive(with("messageId", "17"), this::handle);
        reception.receive(with("occurredAt", "yesterday"), this::handle);
        reception.receive(message("{\"workOrderKey\":"), this::handle);
        reception.receive(message("{\"workOrderKey\":\"17\",\"fromSequence\":3}"), this::handle);
        reception.receive(message("null"), this::handle);
        reception.receive(message("x".repeat(MessageCodec.MAXIMUM_LENGTH + 1)), this::handle);
        reception.receive(properties(context.createBytesMessage()), this::handle);
        reception.receive(message(null), this::handle);

        assertThat(handled).isEmpty();
        assertThat(deadLetters)
                .containsExactly(
                        "no-message-type",
                        "unknown-message-type",
                        "no-message-id",
                        "no-message-id",
                        "no-occurred-at",
                        "not-json",
                        "wrong-shape",
                        "wrong-shape",
                        "body-too-long",
                        "no-text",
                        "no-text");
    }

    @DatabaseTest
    void buriesWhatTheApplicationItselfDidNotSend(TestDatabase database) throws JMSException {
        List<@Nullable OutsideSender> senders = new ArrayList<>();
        Reception reception = new Reception(
                (original, sender, code, reason) -> {
                    senders.add(sender);
                    deadLetters.add(code);
                },
                new AttemptLog(database.dataSource(), "proof"),
                new MovableClock());
        Message nobody = context.createTextMessage(body);
        nobody.setStringProperty("messageType", "RequestEntries.v1");

        reception.receive(with(VALIDATED_USER, "partner"), this::handle);
        reception.receive(with(VALIDATED_USER, ""), this::handle);
        reception.receive(nobody, this::handle);

        assertThat(handled).isEmpty();
        assertThat(deadLetters).containsExactly("unknown-sender", "unknown-sender", "unknown-sender");
        assertThat(senders).extracting(OutsideSender::user).containsExactly("partner", "", "");
    }

    @DatabaseTest
    void theUserOfTheApplicationIsTheOneThatItHasAtABrokerOfItsOwn(TestDatabase database) throws JMSException {
        MovableClock clock = new MovableClock();
        Reception reception = new Reception(
                (original, sender, code, reason) -> deadLetters.add(code),
                new AttemptLog(database.dataSource(), "proof"),
                clock,
                new DeliveryFigures(clock),
                Optional.of("application"));

        reception.receive(with(VALIDATED_USER, "application"), this::handle);
        reception.receive(message(body), this::handle);

        assertThat(handled).hasSize(1);
        assertThat(deadLetters).containsExactly("unknown-sender");
    }

    @DatabaseTest
    void buriesAContractViolationAtOnceHoweverItIsWrapped(TestDatabase database) throws JMSException {
        Reception reception = reception(database);
        ContractViolationException violation = new ContractViolationException("negative-revision", "…");

        reception.receive(message(body), (b, c) -> {
            throw violation;
        });
        reception.receive(message(body), (b, c) -> {
            throw new EJBException(new RuntimeException(violation));
        });

        assertThat(deadLetters).containsExactly("negative-revision", "negative-revision");
    }

    @DatabaseTest
    void redeliversWithoutLimitWhileTheInfrastructureFails(TestDatabase database) throws JMSException {
        Reception reception = reception(database);
        for (int i = 0; i < 50; i++) {
            assertThatThrownBy(() -> reception.receive(message(body), (b, c) -> {
                        throw new EJBException(new RuntimeException(new SQLException("gone", "08006")));
                    }))
                    .isInstanceOf(RedeliveryException.class);
        }
        assertThat(deadLetters).isEmpty();
        assertThatCode(() -> reception.receive(message(body), this::handle)).doesNotThrowAnyException();
    }

    @DatabaseTest
    void givesUpAfterTenFailuresOfItsOwn(TestDatabase database) throws JMSException {
        Reception reception = reception(database);
        for (int i = 1; i < Reception.MAXIMUM_ATTEMPTS; i++) {
            assertThatThrownBy(() -> reception.receive(message(body), (b, c) -> {
                        throw new IllegalStateException("a bug");
                    }))
                    .isInstanceOf(RedeliveryException.class);
            assertThat(deadLetters).isEmpty();
        }
        reception.receive(message(body), (b, c) -> {
            throw new IllegalStateException("a bug");
        });
        assertThat(deadLetters).containsExactly("attempts-exhausted");
    }

    @DatabaseTest
    void doesNotAcknowledgeADeadLetterThatCouldNotBeStored(TestDatabase database) throws JMSException {
        DeadLetters away = (original, sender, code, reason) -> {
            throw new JMSException("away");
        };
        Reception reception = new Reception(away, new AttemptLog(database.dataSource(), "proof"), new MovableClock());

        Message unreadable = message("{");
        assertThatThrownBy(() -> reception.receive(unreadable, this::handle)).isInstanceOf(RedeliveryException.class);
    }

    private void handle(Record record, MessageContext context) {
        handled.add(record);
    }

    private Reception reception(TestDatabase database) {
        return new Reception(
                (original, sender, code, reason) -> deadLetters.add(code),
                new AttemptLog(database.dataSource(), "proof"),
                new MovableClock());
    }

    private Message message(@Nullable String text) throws JMSException {
        return properties(context.createTextMessage(text));
    }

    private Message properties(Message message) throws JMSException {
        message.setStringProperty(VALIDATED_USER, "orderfield");
        message.setStringProperty("messageType", "RequestEntries.v1");
        message.setStringProperty("messageId", messageId.toString());
        message.setStringProperty("occurredAt", Messages.NOW.toString());
        message.setStringProperty("JMSXGroupID", "SO1");
        message.setJMSCorrelationID("ORD1");
        return message;
    }

    private Message with(String property, String value) throws JMSException {
        Message message = message(body);
        message.setStringProperty(property, value);
        return message;
    }

    private Message without(String property) throws JMSException {
        Message message = context.createTextMessage(body);
        message.setStringProperty(VALIDATED_USER, "orderfield");
        for (String name : List.of("messageType", "messageId", "occurredAt")) {
            if (!name.equals(property)) {
                message.setStringProperty(name, message(body).getStringProperty(name));
            }
        }
        return message;
    }
}
