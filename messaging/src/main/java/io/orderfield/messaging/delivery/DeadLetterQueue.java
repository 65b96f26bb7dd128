package io.orderfield.messaging.delivery;

import io.orderfield.messaging.broker.BrokerAwayException;
import io.orderfield.messaging.broker.BrokerManagement;
import io.orderfield.messaging.broker.JmsTransaction;
import jakarta.jms.ConnectionFactory;
import jakarta.jms.JMSConsumer;
import jakarta.jms.JMSContext;
import jakarta.jms.JMSException;
import jakarta.jms.JMSRuntimeException;
import jakarta.jms.Message;
import jakarta.jms.Queue;
import jakarta.jms.QueueBrowser;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The dead letter queue by JMS. Reading leaves everything where it is; taking a letter out and sending it on is one JMS
 * transaction, so a letter is never lost and never in two places. Calls may run in parallel: of two that want the same
 * letter, one gets it.
 */
public final class DeadLetterQueue {
    /** Longest body of a letter in a list. */
    public static final int LISTED_BODY = 2_000;

    private static final Pattern IDENTITY = Pattern.compile("[0-9a-fA-F-]{36}");
    private static final String MESSAGE_ID_PREFIX = "ID:";

    /**
     * What a broker without our plug-in gave up, or one of before, may have no identity at all. All such letters have this one:
     * the oldest of them is the one that is found, sent on or taken out.
     */
    private static final String NAMELESS = new UUID(0, 0).toString();

    private static final Set<String> OF_THE_LETTER = Set.of(
            DeadLetters.ID,
            DeadLetters.AT,
            DeadLetters.CODE,
            DeadLetters.REASON,
            MessageProperties.ORIGINAL_DESTINATION,
            MessageProperties.ID);

    private final ConnectionFactory factory;
    private final JmsTransaction transaction;
    private final BrokerManagement management;

    public DeadLetterQueue(ConnectionFactory factory, JmsTransaction transaction) {
        this.factory = factory;
        this.transaction = transaction;
        this.management = new BrokerManagement(factory);
    }

    /** Letters in the order in which they came, with bodies of at most {@link #LISTED_BODY} characters. */
    public List<DeadLetter> list(int first, int max) {
        return look(DeadLetters.QUEUE, null, (look, letters) -> {
            int position = 0;
            while (letters.size() < max && look.hasNext()) {
                Message message = look.next();
                if (position >= first) {
                    letters.add(letter(message, LISTED_BODY));
                }
                position++;
            }
        });
    }

    /** A letter with its whole body. */
    public Optional<DeadLetter> find(String id) {
        if (!IDENTITY.matcher(id).matches()) {
            return Optional.empty();
        }
        List<DeadLetter> found = look(DeadLetters.QUEUE, selector(id), (look, letters) -> {
            if (look.hasNext()) {
                letters.add(letter(look.next(), Integer.MAX_VALUE));
            }
        });
        return found.stream().findFirst();
    }

    /** How many messages wait in a queue, as the broker tells; one that does not let itself be asked is looked through. */
    public int depth(String queue, int most) {
        try {
            return (int) Math.min(most, management.messages(queue));
        } catch (BrokerAwayException e) {
            return look(queue, null, (look, found) -> {
                        while (found.size() < most && look.hasNext()) {
                            look.next();
                            found.add(Boolean.TRUE);
                        }
                    })
                    .size();
        }
    }

    /**
     * Sends a letter to the queue that it was meant for.
     *
     * @param messageId the identity of the message from now on: the old one may be known as worked off
     * @return false when somebody else took the letter
     */
    public boolean replay(String id, String queue, UUID messageId) {
        return take(id, (context, letter) -> {
            Message message = MessageCopy.of(context, letter, OF_THE_LETTER::contains);
            message.setStringProperty(MessageProperties.ID, messageId.toString());
            context.createProducer().send(context.createQueue(queue), message);
        });
    }

    /** Takes a letter out for good; false when somebody else took it. */
    public boolean remove(String id) {
        return take(id, (context, letter) -> {
            // taking it out is all
        });
    }

    private interface Reading<T> {
        void of(QueueLook look, List<T> found) throws JMSException;
    }

    /** Of what a selector lets through the broker tells no number; the first of it comes before it says that there is no more. */
    private <T> List<T> look(String queue, @Nullable String selector, Reading<T> reading) {
        List<T> found = new ArrayList<>();
        try (JMSContext context = transaction.open(factory);
                QueueBrowser browser = context.createBrowser(context.createQueue(queue), selector)) {
            reading.of(new QueueLook(browser, () -> selector == null ? management.messages(queue) : 0), found);
            return found;
        } catch (JMSException | JMSRuntimeException e) {
            throw away(e);
        }
    }

    private interface Taken {
        void of(JMSContext context, Message letter) throws JMSException;
    }

    private boolean take(String id, Taken then) {
        if (!IDENTITY.matcher(id).matches()) {
            return false;
        }
        try (JMSContext context = transaction.open(factory)) {
            Queue letters = context.createQueue(DeadLetters.QUEUE);
            Message letter;
            try (JMSConsumer consumer = context.createConsumer(letters, selector(id))) {
                letter = consumer.receiveNoWait();
            }
            if (letter != null) {
                then.of(context, letter);
            }
            transaction.commit(context);
            return letter != null;
        } catch (JMSException | JMSRuntimeException e) {
            throw away(e);
        }
    }

    private static String selector(String id) {
        if (id.equals(NAMELESS)) {
            return DeadLetters.ID + " is null and JMSMessageID is null";
        }
        return DeadLetters.ID + " = '" + id + "' or JMSMessageID = '" + MESSAGE_ID_PREFIX + id + "'";
    }

    private static DeadLetter letter(Message m, int longestBody) throws JMSException {
        String own = m.getStringProperty(DeadLetters.ID);
        String original = m.getStringProperty(MessageProperties.ORIGINAL_DESTINATION);
        String body = MessageCopy.text(m);
        Instant at = instant(m.getStringProperty(DeadLetters.AT));
        return new DeadLetter(
                own == null ? byMessageId(m.getJMSMessageID()) : own,
                m.getStringProperty(MessageProperties.ID),
                m.getStringProperty(MessageProperties.TYPE),
                // without a code it was not a listener of ours: the broker itself gave up or let it expire
                Objects.requireNonNullElse(m.getStringProperty(DeadLetters.CODE), "delivery-given-up"),
                Objects.requireNonNullElse(
                        m.getStringProperty(DeadLetters.REASON), "The broker could not deliver it to its receiver."),
                m.getStringProperty(MessageProperties.GROUP),
                m.getJMSCorrelationID(),
                m.getStringProperty(OutsideSender.USER),
                original == null ? m.getStringProperty("_AMQ_ORIG_ADDRESS") : original,
                instant(m.getStringProperty(MessageProperties.OCCURRED_AT)),
                at == null ? Instant.ofEpochMilli(m.getJMSTimestamp()) : at,
                body == null || body.length() <= longestBody ? body : body.substring(0, longestBody) + "…");
    }

    private static String byMessageId(@Nullable String jmsMessageId) {
        if (jmsMessageId == null) {
            return NAMELESS;
        }
        return jmsMessageId.startsWith(MESSAGE_ID_PREFIX)
                ? jmsMessageId.substring(MESSAGE_ID_PREFIX.length())
                : jmsMessageId;
    }

    private static @Nullable Instant instant(@Nullable String text) {
        try {
            return text == null ? null : Instant.parse(text);
        } catch (DateTimeException e) {
            return null; // whoever wrote it; the letter is shown without
        }
    }

    private static BrokerAwayException away(Exception cause) {
        return new BrokerAwayException("The dead letter queue can't be read: " + cause.getMessage(), cause);
    }
}
