package io.orderfield.messaging.delivery;

import jakarta.jms.BytesMessage;
import jakarta.jms.JMSContext;
import jakarta.jms.JMSException;
import jakarta.jms.JMSRuntimeException;
import jakarta.jms.Message;
import jakarta.jms.MessageFormatException;
import jakarta.jms.TextMessage;
import java.util.Collections;
import java.util.Enumeration;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Copies a message that was received into one that can be sent: its body, its correlation and its sender's properties. */
final class MessageCopy {
    private MessageCopy() {}

    /** @param left properties that stay behind */
    static Message of(JMSContext context, Message original, Predicate<String> left) throws JMSException {
        Message copy;
        if (original instanceof BytesMessage bytes) {
            BytesMessage written = context.createBytesMessage();
            written.writeBytes(bytes(bytes));
            copy = written;
        } else {
            copy = context.createTextMessage(text(original));
        }
        for (Object name : Collections.list((Enumeration<?>) original.getPropertyNames())) {
            String property = (String) name;
            if (isSettable(property, original) && !left.test(property)) {
                set(copy, property, original.getObjectProperty(property));
            }
        }
        copy.setJMSCorrelationID(original.getJMSCorrelationID());
        return copy;
    }

    private static void set(Message copy, String property, Object value) throws JMSException {
        try {
            copy.setObjectProperty(property, value);
        } catch (MessageFormatException | IllegalArgumentException | JMSRuntimeException unsettable) {
            // of an AMQP client: a name or type that JMS doesn't have; the copy goes without
        }
    }

    static @Nullable String text(Message message) throws JMSException {
        return message instanceof TextMessage t ? t.getText() : null;
    }

    private static byte[] bytes(BytesMessage message) throws JMSException {
        message.reset();
        byte[] bytes = new byte[(int) Math.min(message.getBodyLength(), MessageCodec.MAXIMUM_LENGTH)];
        message.readBytes(bytes);
        return bytes;
    }

    /** AMQP clients and the broker also set properties whose names or types JMS lets nobody set. */
    private static boolean isSettable(String property, Message original) throws JMSException {
        boolean ofTheProvider = property.startsWith("_AMQ_")
                || (property.startsWith("JMSX") && !property.equals(MessageProperties.GROUP));
        return !ofTheProvider
                && property.chars().allMatch(Character::isJavaIdentifierPart)
                && !(original.getObjectProperty(property) instanceof byte[]);
    }
}
