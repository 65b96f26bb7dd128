package io.orderfield.messaging.delivery;

import static java.util.logging.Level.FINE;

import com.github.f4b6a3.uuid.UuidCreator;
import io.orderfield.messaging.broker.AnswerQueues;
import io.orderfield.messaging.broker.BrokerAwayException;
import io.orderfield.messaging.broker.JmsTransaction;
import jakarta.jms.ConnectionFactory;
import jakarta.jms.Destination;
import jakarta.jms.InvalidDestinationException;
import jakarta.jms.InvalidDestinationRuntimeException;
import jakarta.jms.JMSContext;
import jakarta.jms.JMSException;
import jakarta.jms.JMSProducer;
import jakarta.jms.JMSRuntimeException;
import jakarta.jms.JMSSecurityException;
import jakarta.jms.JMSSecurityRuntimeException;
import jakarta.jms.Message;
import jakarta.jms.MessageFormatException;
import jakarta.jms.MessageFormatRuntimeException;
import jakarta.jms.Queue;
import jakarta.jms.TextMessage;
import jakarta.jms.Topic;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Sends by JMS: a text message with the contract's properties for each. */
public final class JmsMessageSender implements MessageSender, DeadLetters {
    private static final Logger LOG = Logger.getLogger(JmsMessageSender.class.getName());

    /** Outside applications choose names of their own for answers: not all of them are kept. */
    private static final int MOST_KNOWN = 1_000;

    private static final Set<String> OF_THE_SENDER = Set.of(OutsideSender.USER, OutsideSender.ANSWERS);

    private final ConnectionFactory factory;
    private final JmsTransaction transaction;
    private final Clock clock;
    private final Map<String, Destination> queues = new ConcurrentHashMap<>();
    private final Map<String, Destination> topics = new ConcurrentHashMap<>();

    public JmsMessageSender(ConnectionFactory factory, JmsTransaction transaction, Clock clock) {
        this.factory = factory;
        this.transaction = transaction;
        this.clock = clock;
    }

    @Override
    public void send(List<OutgoingMessage> messages) {
        inTransaction(context -> {
            JMSProducer producer = context.createProducer();
            for (OutgoingMessage message : messages) {
                produce(context, producer, message);
            }
        });
    }

    private void produce(JMSContext context, JMSProducer producer, OutgoingMessage message) {
        Destination destination = destination(context, message);
        if (destination == null) {
            LOG.log(FINE, "Message {0} answers somebody who has left", message.id());
            return;
        }
        try {
            producer.send(destination, text(context, message));
        } catch (JMSException | JMSRuntimeException e) {
            throw isOfTheMessage(e) ? refused(message, e) : away(e);
        }
    }

    /**
     * Looked up once and kept, temporary queues excepted: a destination belongs to no session, and the look-up asks the
     * broker. Null for a temporary queue that went with its connection: nobody can read the answer any more.
     */
    private @Nullable Destination destination(JMSContext context, OutgoingMessage message) {
        Map<String, Destination> known = message.topic() ? topics : queues;
        Destination destination = known.get(message.destination());
        if (destination == null) {
            try {
                destination = message.topic()
                        ? context.createTopic(message.destination())
                        : context.createQueue(message.destination());
            } catch (JMSRuntimeException e) {
                if (isUnknownDestination(e) && AnswerQueues.isTemporary(message.destination())) {
                    return null;
                }
                throw isOfTheMessage(e) || isUnknownDestination(e) ? refused(message, e) : away(e);
            }
            if (known.size() < MOST_KNOWN && !AnswerQueues.isTemporary(message.destination())) {
                known.put(message.destination(), destination);
            }
        }
        return destination;
    }

    private static TextMessage text(JMSContext context, OutgoingMessage message) throws JMSException {
        TextMessage text = context.createTextMessage(message.body());
        text.setStringProperty(MessageProperties.TYPE, message.type());
        text.setStringProperty(MessageProperties.ID, message.id().toString());
        text.setStringProperty(
                MessageProperties.OCCURRED_AT, message.occurredAt().toString());
        if (message.group() != null) {
            text.setStringProperty(MessageProperties.GROUP, message.group());
        }
        if (message.correlation() != null) {
            text.setJMSCorrelationID(message.correlation());
        }
        if (message.traceparent() != null) {
            text.setStringProperty(MessageProperties.TRACEPARENT, message.traceparent());
        }
        return text;
    }

    @Override
    public void add(Message original, @Nullable OutsideSender sender, String code, String reason) throws JMSException {
        inTransaction(context -> {
            try {
                // who sent it is what the broker vouched for, whatever the message itself says
                Message copy = MessageCopy.of(context, original, OF_THE_SENDER::contains);
                if (sender != null) {
                    copy.setStringProperty(OutsideSender.USER, sender.user());
                    copy.setStringProperty(OutsideSender.ANSWERS, sender.answers());
                    copy.setJMSCorrelationID(sender.correlation());
                }
                String queue = sender == null || sender.queue().isEmpty()
                        ? name(original.getJMSDestination())
                        : sender.queue();
                if (queue != null) {
                    copy.setStringProperty(MessageProperties.ORIGINAL_DESTINATION, queue);
                }
                copy.setStringProperty(ID, UuidCreator.getTimeOrderedEpoch().toString());
                copy.setStringProperty(
                        AT, clock.instant().truncatedTo(ChronoUnit.MILLIS).toString());
                copy.setStringProperty(CODE, code);
                copy.setStringProperty(REASON, reason);
                context.createProducer().send(context.createQueue(QUEUE), copy);
            } catch (JMSException e) {
                throw away(e);
            }
        });
    }

    /** Null for none, and for the destination of an AMQP message that doesn't say whether it is a queue or a topic. */
    private static @Nullable String name(@Nullable Destination destination) throws JMSException {
        if (destination instanceof Queue queue) {
            return queue.getQueueName();
        }
        return destination instanceof Topic topic ? topic.getTopicName() : null;
    }

    private interface Work {
        void run(JMSContext context);
    }

    private void inTransaction(Work work) {
        try (JMSContext context = transaction.open(factory)) {
            work.run(context);
            transaction.commit(context);
        } catch (JMSRuntimeException e) {
            throw away(e);
        }
    }

    private static boolean isOfTheMessage(Exception e) {
        return e instanceof InvalidDestinationException
                || e instanceof InvalidDestinationRuntimeException
                || e instanceof MessageFormatException
                || e instanceof MessageFormatRuntimeException
                || e instanceof JMSSecurityException
                || e instanceof JMSSecurityRuntimeException;
    }

    /**
     * Artemis answers a look-up of an unknown name with a bare JMSException; what goes wrong on the way to the broker has a
     * class of its own or a cause.
     */
    private static boolean isUnknownDestination(JMSRuntimeException e) {
        return e.getCause() instanceof JMSException cause
                && cause.getClass() == JMSException.class
                && cause.getCause() == null;
    }

    private static MessageRefusedException refused(OutgoingMessage message, Exception cause) {
        return new MessageRefusedException(
                message.type() + " to " + message.destination() + " was refused: " + words(cause), cause);
    }

    private static BrokerAwayException away(Exception cause) {
        return new BrokerAwayException("The broker takes no messages: " + words(cause), cause);
    }

    private static @Nullable String words(Exception cause) {
        return cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage();
    }
}
