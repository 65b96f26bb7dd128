package io.orderfield.messaging.delivery;

import io.orderfield.messaging.broker.AnswerQueues;
import io.orderfield.messaging.contract.MessageType;
import jakarta.jms.BytesMessage;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.Queue;
import jakarta.jms.TextMessage;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
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

    /** Where the broker puts the message id of an AMQP message, in the form in which it turns it back. */
    private static final String AMQP_MESSAGE_ID = "NATIVE_MESSAGE_ID";

    /** Begins a binary id in that form. */
    private static final String BINARY_ID = "ID:AMQP_BINARY:";

    private static final Pattern TRACEPARENT = Pattern.compile("[0-9a-f]{2}-[0-9a-f]{32}-[0-9a-f]{16}-[0-9a-f]{2}");

    private OutsideMessages() {}

    /** Who wrote to a queue that is the application's own: the user whom the broker validated, where it did. */
    static OutsideSender stranger(Message message) throws JMSException {
        String user = user(message);
        return new OutsideSender(user == null ? "" : user, "", "", null);
    }

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
     * @param queue name of the queue that the message came by, as its listener knows it: the message does not always say
     * @return null when the broker vouches for nobody
     */
    static @Nullable OutsideSender sender(Message message, String application, String queue) throws JMSException {
        String validated = user(message);
        if (validated == null || validated.isEmpty()) {
            return null;
        }
        String first = validated.equals(application) ? text(message, OutsideSender.USER) : null;
        String sender = first == null ? validated : first;
        String wanted = first == null ? replyTo(message) : text(message, OutsideSender.ANSWERS);
        return new OutsideSender(sender, queue, answers(sender, queue, wanted), correlation(message));
    }

    /** Reads the message; what is wrong with it is part of the answer. */
    static <T extends Record> OutsideMessage<T> read(
            Message message, OutsideSender sender, Class<T> type, MessageCodec codec) throws JMSException {
        T body = null;
        UnreadableMessageException problem = null;
        try {
            checkType(text(message, MessageProperties.TYPE), type);
            body = codec.read(text(message), type);
        } catch (UnreadableMessageException e) {
            problem = e;
        }
        return new OutsideMessage<>(sender.user(), sender.answers(), sender.correlation(), body, problem);
    }

    /** The W3C trace context of the sender; anything else that it may have written there is nobody's. */
    static @Nullable String traceparent(Message message) throws JMSException {
        String traceparent = text(message, MessageProperties.TRACEPARENT);
        return traceparent != null && TRACEPARENT.matcher(traceparent).matches() ? traceparent : null;
    }

    /**
     * The same for every delivery of the message, for counting its failures. A sender need not give its messages ids, nor
     * different ones, so the body counts too.
     */
    static UUID identity(Message message, OutsideMessage<?> outside) throws JMSException {
        String id = outside.user() + '\n' + messageId(message) + '\n' + outside.body();
        return UUID.nameUUIDFromBytes(id.getBytes(StandardCharsets.UTF_8));
    }

    /** A property as text, whatever type its sender gave it; null when it isn't there, or is nothing that can be read. */
    static @Nullable String text(Message message, String property) throws JMSException {
        Object value = message.getObjectProperty(property);
        return value == null || value instanceof byte[] ? null : value.toString();
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

    /** What can't be kept as text, or is too long, is left out as if it were not there. */
    private static @Nullable String correlation(Message message) throws JMSException {
        String correlation = message.getJMSCorrelationID();
        byte[] bytes = correlation == null ? message.getJMSCorrelationIDAsBytes() : null;
        if (bytes != null) {
            correlation = BINARY_ID + HexFormat.of().withUpperCase().formatHex(bytes);
        }
        if (correlation != null && isKept(correlation)) {
            return correlation;
        }
        String id = messageId(message);
        return id != null && isKept(id) ? id : null;
    }

    /**
     * The id that the sender gave the message. Of an AMQP message the broker writes it, with its type, into a property; as
     * {@code JMSMessageID} it has another one at every delivery.
     */
    private static @Nullable String messageId(Message message) throws JMSException {
        String amqp = text(message, AMQP_MESSAGE_ID);
        return amqp == null ? message.getJMSMessageID() : amqp;
    }

    private static boolean isKept(String id) {
        return id.length() <= LONGEST_CORRELATION
                && id.chars().noneMatch(c -> c == 0 || Character.isSurrogate((char) c));
    }

    /** The queue that the sender names for answers; null for any other destination, and for what is none. */
    private static @Nullable String replyTo(Message message) throws JMSException {
        try {
            return message.getJMSReplyTo() instanceof Queue queue ? queue.getQueueName() : null;
        } catch (RuntimeException unreadable) {
            return null; // a property of that name that is no destination; the answer goes where it goes without one
        }
    }

    /**
     * Where the answer goes. An answer is the application's message and may be written anywhere, so the sender may choose
     * only among queues of its own: those below its name, and temporary ones, whose names are UUIDs that nobody else has.
     */
    private static String answers(String user, String cameBy, @Nullable String wanted) {
        String own = "reply." + user + ".";
        return wanted != null && (isBelow(own, wanted) || AnswerQueues.isTemporary(wanted))
                ? wanted
                : own + lastWord(cameBy);
    }

    /** What the queue that the message came by is about: orders of {@code om.partner-orders}. */
    private static String lastWord(String cameBy) {
        return cameBy.replaceAll(".*[.-]", "");
    }

    /** Letters, digits and a few marks only: no wildcard, and no {@code ::} that would name a queue of another address. */
    private static boolean isBelow(String own, String name) {
        return name.length() <= 200
                && name.startsWith(own)
                && name.substring(own.length()).matches("[\\w-]+(\\.[\\w-]+)*");
    }
}
