package io.orderfield.messaging.delivery;

import io.orderfield.messaging.contract.MessageType;
import jakarta.jms.BytesMessage;
import jakarta.jms.Destination;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.Queue;
import jakarta.jms.TextMessage;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads what outside applications send, and is tolerant about everything but the body: their client libraries set other
 * properties than ours, and send JSON as text or as bytes.
 */
final class OutsideMessages {
    /** Longest correlation id that comes back. */
    static final int LONGEST_CORRELATION = 200;

    /**
     * Written by the broker over whatever the sender said: as text for CORE clients (populate-validated-user), as bytes
     * for AMQP clients (its plug-in ValidatedUser).
     */
    private static final String VALIDATED_USER = "_AMQ_VALIDATED_USER";

    private static final Pattern TRACEPARENT = Pattern.compile("[0-9a-f]{2}-[0-9a-f]{32}-[0-9a-f]{16}-[0-9a-f]{2}");

    private OutsideMessages() {}

    /** The user whom the broker validated, or null. */
    static @Nullable String user(Message message) throws JMSException {
        Object user = message.getObjectProperty(VALIDATED_USER);
        if (user instanceof byte[] bytes) {
            return new String(bytes, StandardCharsets.UTF_8);
        }
        return user instanceof String text ? text : null;
    }

    /**
     * Who sent the message. What this application itself sends to such a queue is the replay of a dead letter, which names
     * the one whom the broker had validated then; nobody else's word counts for that.
     *
     * @param application the broker user of this application
     * @return null when the broker vouches for nobody
     */
    static @Nullable OutsideSender sender(Message message, String application) throws JMSException {
        String validated = user(message);
        if (validated == null || validated.isEmpty()) {
            return null;
        }
        String first = validated.equals(application) ? message.getStringProperty(OutsideSender.USER) : null;
        return first == null
                ? new OutsideSender(validated, answers(message, validated), correlation(message))
                : new OutsideSender(
                        first,
                        answers(message, first, message.getStringProperty(OutsideSender.ANSWERS)),
                        correlation(message));
    }

    /** Reads the message; what is wrong with it is part of the answer. */
    static <T extends Record> OutsideMessage<T> read(
            Message message, OutsideSender sender, Class<T> type, MessageCodec codec) throws JMSException {
        T body = null;
        UnreadableMessageException problem = null;
        try {
            checkType(message.getStringProperty(MessageProperties.TYPE), type);
            body = codec.read(text(message), type);
        } catch (UnreadableMessageException e) {
            problem = e;
        }
        return new OutsideMessage<>(sender.user(), sender.answers(), sender.correlation(), body, problem);
    }

    /** The W3C trace context of the sender; anything else that it may have written there is nobody's. */
    static @Nullable String traceparent(Message message) throws JMSException {
        String traceparent = message.getStringProperty(MessageProperties.TRACEPARENT);
        return traceparent != null && TRACEPARENT.matcher(traceparent).matches() ? traceparent : null;
    }

    /** The same for every delivery of the message, for counting its failures. */
    static UUID identity(Message message, String user) throws JMSException {
        String id = Objects.requireNonNullElse(message.getJMSMessageID(), "");
        return UUID.nameUUIDFromBytes((user + '\n' + id).getBytes(StandardCharsets.UTF_8));
    }

    private static void checkType(@Nullable String name, Class<? extends Record> type) {
        if (name != null
                && MessageType.byWireName(name).filter(t -> t.body() == type).isEmpty()) {
            throw new UnreadableMessageException(
                    "unknown-message-type", "This queue takes no messages of the type that messageType names.");
        }
    }

    private static String text(Message message) throws JMSException {
        if (message instanceof TextMessage text && text.getText() != null) {
            return text.getText();
        }
        if (message instanceof BytesMessage bytes && bytes.getBodyLength() > 0) {
            return decoded(bytes);
        }
        throw new UnreadableMessageException("no-text", "The message has no JSON, neither as text nor as bytes.");
    }

    private static String decoded(BytesMessage message) throws JMSException {
        // a character has at most four bytes
        if (message.getBodyLength() > 4L * MessageCodec.MAXIMUM_LENGTH) {
            throw MessageCodec.tooLong(message.getBodyLength());
        }
        byte[] bytes = new byte[(int) message.getBodyLength()];
        message.reset();
        message.readBytes(bytes);
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new UnreadableMessageException("not-json", "The body is not JSON in UTF-8.");
        }
    }

    private static @Nullable String correlation(Message message) throws JMSException {
        String correlation = message.getJMSCorrelationID();
        String known = correlation == null || correlation.length() > LONGEST_CORRELATION
                ? message.getJMSMessageID()
                : correlation;
        return known == null || known.length() > LONGEST_CORRELATION ? null : known;
    }

    /**
     * Where the answer goes. An answer is the application's message and may be written anywhere, so the sender may choose
     * only among queues of its own: those below its name, and temporary ones, whose names are UUIDs that nobody else has.
     */
    private static String answers(Message message, String user) throws JMSException {
        Destination wanted = message.getJMSReplyTo();
        return answers(message, user, wanted instanceof Queue queue ? queue.getQueueName() : null);
    }

    private static String answers(Message message, String user, @Nullable String name) throws JMSException {
        String own = "reply." + user + ".";
        return name != null && (isBelow(own, name) || AnswerQueues.isTemporary(name))
                ? name
                : own + lastWord(message.getJMSDestination());
    }

    /** What the queue that the message came by is about: orders of {@code om.partner-orders}. */
    private static String lastWord(@Nullable Destination cameBy) throws JMSException {
        String name = cameBy instanceof Queue queue ? queue.getQueueName() : "";
        String word = name.replaceAll(".*[.-]", "");
        return word.isEmpty() ? "answers" : word;
    }

    /** Letters, digits and a few marks only: no wildcard, and no {@code ::} that would name a queue of another address. */
    private static boolean isBelow(String own, String name) {
        return name.length() <= 200
                && name.startsWith(own)
                && name.substring(own.length()).matches("[\\w-]+(\\.[\\w-]+)*");
    }
}
