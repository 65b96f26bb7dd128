package io.orderfield.messaging.delivery;

import static java.util.logging.Level.FINE;
import static java.util.logging.Level.WARNING;

import io.orderfield.messaging.broker.BrokerAwayException;
import io.orderfield.messaging.contract.MessageType;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.TextMessage;
import java.sql.SQLException;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * What a listener does with a message: read it, have it handled, and decide what becomes of it when that fails.
 *
 * <ul>
 *   <li>The broker says that somebody else than the application sent it, or does not say who: to the dead letter queue.
 *   <li>It can't be read or breaks the contract: to the dead letter queue at once, with code and reason.
 *   <li>Infrastructure failed, or another transaction was faster: {@link RedeliveryException}; the broker delivers it again,
 *       with its back-off, without limit.
 *   <li>Anything else: the same, but counted; after {@link #MAXIMUM_ATTEMPTS} to the dead letter queue.
 * </ul>
 *
 * <p>A normal return means: acknowledge. Safe for use by many threads.
 */
public final class Reception {
    /** How often a message may fail for a reason that is not the infrastructure's. */
    public static final int MAXIMUM_ATTEMPTS = 10;

    /** The broker user of this application with the embedded broker. */
    static final String APPLICATION = "orderfield";

    private static final Logger LOG = Logger.getLogger(Reception.class.getName());

    private final DeadLetters deadLetters;
    private final AttemptLog attempts;
    private final Clock clock;
    private final DeliveryFigures figures;
    private final String application;
    private final MessageCodec codec = new MessageCodec();

    /** One that counts for nobody. */
    public Reception(DeadLetters deadLetters, AttemptLog attempts, Clock clock) {
        this(deadLetters, attempts, clock, new DeliveryFigures(clock), Optional.empty());
    }

    /**
     * @param brokerUser the broker user of this application where the broker is a process of its own. Its messages are the
     *     only ones on the internal queues; on an outside queue they are replays
     */
    public Reception(
            DeadLetters deadLetters,
            AttemptLog attempts,
            Clock clock,
            DeliveryFigures figures,
            Optional<String> brokerUser) {
        this.application = brokerUser.orElse(APPLICATION);
        this.deadLetters = deadLetters;
        this.attempts = attempts;
        this.clock = clock;
        this.figures = figures;
    }

    /**
     * Works off the message.
     *
     * @throws RedeliveryException when the message must not be acknowledged
     */
    public void receive(Message message, MessageHandler handler) {
        try {
            if (message.getJMSRedelivered()) {
                figures.redelivered();
            }
            work(message, handler);
        } catch (JMSException | BrokerAwayException e) {
            throw new RedeliveryException(e);
        }
    }

    /**
     * Works off a message of an outside application. What is wrong with the message is the sender's to know: the handler
     * gets it all the same and answers. A message without a user whom the broker has validated is a dead letter.
     *
     * @param queue name of the queue that the message came by
     * @param type the one message that the queue takes; the sender may leave the property {@code messageType} out
     * @throws RedeliveryException when the message must not be acknowledged
     */
    public <T extends Record> void receiveFromOutside(
            Message message, String queue, Class<T> type, OutsideMessageHandler<T> handler) {
        try {
            OutsideSender sender = OutsideMessages.sender(message, application, queue);
            if (sender == null) {
                bury(message, null, "no-validated-user", "The broker does not say who sent it.");
                return;
            }
            OutsideMessage<T> outside = OutsideMessages.read(message, sender, type, codec);
            try {
                TraceContext.run(OutsideMessages.traceparent(message), () -> handler.handle(outside));
            } catch (ContractViolationException e) {
                bury(message, sender, e.code(), e.reason());
            } catch (RuntimeException | Error e) {
                judge(message, sender, OutsideMessages.identity(message, outside), e);
            }
        } catch (JMSException | BrokerAwayException e) {
            throw new RedeliveryException(e);
        }
    }

    private void work(Message message, MessageHandler handler) throws JMSException {
        String user = OutsideMessages.user(message);
        if (!application.equals(user)) {
            bury(
                    message,
                    OutsideMessages.stranger(message),
                    "unknown-sender",
                    "It is not from this application: "
                            + (user == null ? "the broker does not say who sent it." : "it was sent by " + user + "."));
            return;
        }
        MessageContext context;
        Record body;
        try {
            context = context(message);
            body = codec.read(text(message), context.type().body());
        } catch (UnreadableMessageException e) {
            bury(message, null, e.code(), e.reason());
            return;
        }
        try {
            TraceContext.run(context.traceparent(), () -> handler.handle(body, context));
            figures.workedOff(context.occurredAt());
        } catch (ContractViolationException e) {
            bury(message, null, e.code(), e.reason());
        } catch (RuntimeException | Error e) {
            judge(message, null, context.messageId(), e);
        }
    }

    private void judge(Message message, @Nullable OutsideSender sender, UUID id, Throwable failure)
            throws JMSException {
        switch (FailureCause.of(failure)) {
            case CONTRACT -> {
                ContractViolationException violation = violation(failure);
                bury(message, sender, violation.code(), violation.reason());
            }
            case INFRASTRUCTURE -> {
                LOG.log(FINE, "Message {0} waits: {1}", new Object[] {id, failure});
                throw new RedeliveryException(failure);
            }
            case OTHER -> {
                int count = count(id, failure);
                if (count < MAXIMUM_ATTEMPTS) {
                    LOG.log(WARNING, failure, () -> "Message " + id + " failed, attempt " + count);
                    throw new RedeliveryException(failure);
                }
                bury(
                        message,
                        sender,
                        "attempts-exhausted",
                        "It failed " + count + " times, last with " + root(failure));
            }
        }
    }

    private int count(UUID id, Throwable failure) {
        try {
            return attempts.count(id, root(failure), clock.instant());
        } catch (SQLException e) {
            e.addSuppressed(failure);
            throw new RedeliveryException(e);
        }
    }

    private void bury(Message message, @Nullable OutsideSender sender, String code, String reason) throws JMSException {
        deadLetters.add(message, sender, code, reason);
        figures.buried();
        LOG.log(WARNING, "Message {0} went to the dead letter queue ({1}): {2}", new Object[] {
            OutsideMessages.text(message, MessageProperties.ID), code, reason
        });
    }

    private static MessageContext context(Message message) throws JMSException {
        String name = message.getStringProperty(MessageProperties.TYPE);
        if (name == null) {
            throw new UnreadableMessageException("no-message-type", "The property messageType is missing.");
        }
        MessageType type = MessageType.byWireName(name)
                .orElseThrow(() -> new UnreadableMessageException(
                        "unknown-message-type", "This release does not know the message " + shortened(name) + "."));
        return new MessageContext(
                id(message),
                type,
                message.getStringProperty(MessageProperties.GROUP),
                message.getJMSCorrelationID(),
                occurredAt(message),
                message.getStringProperty(MessageProperties.TRACEPARENT));
    }

    private static UUID id(Message message) throws JMSException {
        String id = message.getStringProperty(MessageProperties.ID);
        try {
            if (id != null && id.length() == 36) {
                return UUID.fromString(id);
            }
        } catch (IllegalArgumentException e) {
            // falls through to the same answer as a missing one
        }
        throw new UnreadableMessageException("no-message-id", "The property messageId is missing or is no UUID.");
    }

    private static Instant occurredAt(Message message) throws JMSException {
        String occurredAt = message.getStringProperty(MessageProperties.OCCURRED_AT);
        try {
            if (occurredAt != null) {
                return Instant.parse(occurredAt);
            }
        } catch (DateTimeException e) {
            // falls through to the same answer as a missing one
        }
        throw new UnreadableMessageException(
                "no-occurred-at", "The property occurredAt is missing or is no instant in ISO 8601.");
    }

    private static String text(Message message) throws JMSException {
        String text = message instanceof TextMessage t ? t.getText() : null;
        if (text == null) {
            throw new UnreadableMessageException("no-text", "The message is no text message, or has no text.");
        }
        return text;
    }

    private static ContractViolationException violation(Throwable failure) {
        for (@Nullable Throwable t = failure; t != null; t = t.getCause()) {
            if (t instanceof ContractViolationException violation) {
                return violation;
            }
        }
        return new ContractViolationException("contract-violation", root(failure));
    }

    /** Class and code of the deepest cause; not its words, which may hold personal data. */
    private static String root(Throwable failure) {
        Throwable root = failure;
        while (root.getCause() != null && root.getCause() != root) {
            root = root.getCause();
        }
        String state = root instanceof SQLException e ? " (" + e.getSQLState() + ")" : "";
        return root.getClass().getName() + state;
    }

    private static String shortened(String name) {
        return name.length() <= 100 ? name : name.substring(0, 100) + "…";
    }
}
