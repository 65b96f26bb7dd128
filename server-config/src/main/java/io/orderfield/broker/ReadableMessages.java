package io.orderfield.broker;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.apache.activemq.artemis.api.core.ActiveMQException;
import org.apache.activemq.artemis.api.core.ActiveMQExceptionType;
import org.apache.activemq.artemis.api.core.ActiveMQInternalErrorException;
import org.apache.activemq.artemis.api.core.ICoreMessage;
import org.apache.activemq.artemis.api.core.Message;
import org.apache.activemq.artemis.api.core.RoutingType;
import org.apache.activemq.artemis.api.core.SimpleString;
import org.apache.activemq.artemis.core.message.impl.CoreMessage;
import org.apache.activemq.artemis.core.server.ActiveMQServer;
import org.apache.activemq.artemis.core.server.MessageReference;
import org.apache.activemq.artemis.core.server.Queue;
import org.apache.activemq.artemis.core.server.RoutingContext;
import org.apache.activemq.artemis.core.server.ServerConsumer;
import org.apache.activemq.artemis.core.server.ServerSession;
import org.apache.activemq.artemis.core.server.plugin.ActiveMQServerConsumerPlugin;
import org.apache.activemq.artemis.core.server.plugin.ActiveMQServerMessagePlugin;
import org.apache.activemq.artemis.core.transaction.Transaction;
import org.apache.activemq.artemis.protocol.amqp.broker.AMQPMessage;
import org.apache.activemq.artemis.protocol.amqp.broker.AMQPStandardMessage;
import org.apache.activemq.artemis.protocol.amqp.converter.AmqpCoreConverter;
import org.apache.activemq.artemis.reader.MapMessageUtil;
import org.apache.activemq.artemis.reader.TextMessageUtil;
import org.apache.activemq.artemis.utils.UUIDGenerator;
import org.apache.qpid.proton.amqp.DescribedType;
import org.apache.qpid.proton.amqp.messaging.AmqpValue;
import org.jspecify.annotations.Nullable;

/**
 * No message from outside stops a queue. The broker keeps a message as it was sent and converts it only when it hands it to
 * the application, which speaks another protocol; when that fails it removes the application's consumer, and every other one
 * that it tries.
 *
 * <ul>
 *   <li>What can't be converted or read, is to wait on the queue, or has expired, is refused when it is sent.
 *   <li>Nothing expires on the queue: every message gets its answer, however late.
 *   <li>What the broker itself gives up gets an identity of its own: by it the dead letter is found, replayed and discarded,
 *       and many a client sends none.
 *   <li>What lies on a queue all the same, from a time when nobody looked, is set aside: a dead letter that says what it was.
 *   <li>A consumer of the application that the broker removes for whatever reason loses its connection, and so comes back:
 *       its client takes a lost connection up again, and a lost consumer for good.
 * </ul>
 *
 * <p>An external broker needs this plug-in too. There the property {@code application} names the application's user where it
 * is not {@code orderfield}.
 */
public final class ReadableMessages implements ActiveMQServerMessagePlugin, ActiveMQServerConsumerPlugin {
    /** Values in values: no message of the contract has any, and few are handled by recursion everywhere. */
    private static final int DEEPEST = 32;

    /** The address of dead letters, and the property by which the application knows each: the words of its contract. */
    private static final SimpleString LETTERS = SimpleString.of("DLQ");

    private static final SimpleString LETTER_ID = SimpleString.of("deadLetterId");

    private static final Logger LOG = Logger.getLogger(ReadableMessages.class.getName());

    private final Clock clock = Clock.systemUTC();
    private final Set<Long> underWay = ConcurrentHashMap.newKeySet();
    private String application = EmbeddedBroker.APPLICATION;
    private @Nullable ActiveMQServer server;

    @Override
    public void init(Map<String, String> properties) {
        application = properties.getOrDefault("application", application);
    }

    @Override
    public void registered(ActiveMQServer started) {
        server = started;
    }

    @Override
    public void beforeSend(
            ServerSession session, Transaction transaction, Message message, boolean direct, boolean noAutoCreateQueue)
            throws ActiveMQException {
        if (application.equals(session.getUsername())) {
            return;
        }
        String problem = problem(message);
        if (problem == null && isPostponed(message)) {
            problem = "A message may not be postponed: when the work is wanted stands in the order.";
        }
        if (problem == null && message.isExpired()) {
            problem = "The message has expired: its expiry time is over.";
        }
        if (problem != null) {
            throw new RefusedException(problem, ActiveMQExceptionType.ILLEGAL_STATE);
        }
        if (message.getExpiration() > 0) {
            message.setExpiration(0);
            // an AMQP message lies on the queue as its sender encoded it
            message.reencode();
        }
    }

    @Override
    public void beforeMessageRoute(Message message, RoutingContext context, boolean direct, boolean rejectDuplicates) {
        // the properties of a large AMQP message stay what they are in its file: such a one is known by its sender's
        // identity
        if (LETTERS.equals(message.getAddressSimpleString())
                && !(message instanceof AMQPMessage && message.isLargeMessage())
                && message.getAnnotationString(Message.HDR_ORIGINAL_ADDRESS) != null) {
            message.putStringProperty(
                    LETTER_ID, SimpleString.of(UUID.randomUUID().toString()));
            message.reencode();
        }
    }

    /** Why the application could not read the message; null when it could. */
    private static @Nullable String problem(Message message) {
        try {
            if (message instanceof AMQPMessage amqp && isTooDeep(amqp)) {
                return "Values may lie " + DEEPEST + " deep in each other.";
            }
            ICoreMessage converted = converted(message);
            if (converted.getBooleanProperty(Message.HDR_LARGE_COMPRESSED)) {
                return "A message may not be compressed: nobody knows how large it is.";
            }
            // what the client reads before the application gets to see the message: of another type it ends the
            // connection
            converted.getRoutingType();
            converted.getGroupID();
            converted.getGroupSequence();
            converted.getScheduledDeliveryTime();
            switch (converted.getType()) {
                case Message.TEXT_TYPE -> TextMessageUtil.readBodyText(converted.getReadOnlyBodyBuffer());
                case Message.MAP_TYPE -> MapMessageUtil.readBodyMap(converted.getReadOnlyBodyBuffer());
                case Message.DEFAULT_TYPE, Message.BYTES_TYPE, Message.OBJECT_TYPE, Message.STREAM_TYPE -> {
                    // whatever the bytes are, reading them harms nobody
                }
                default -> {
                    return "There is no message of the type " + converted.getType() + ".";
                }
            }
            return null;
        } catch (Exception | Error e) { // a stack that overflows among them
            LOG.log(Level.FINE, "A message that can't be converted", e);
            return "Send JSON as one text or as UTF-8 data, and simple properties; this can't be converted.";
        }
    }

    /** As when it is handed on, without the stack in the log that the broker writes when that fails. */
    private static ICoreMessage converted(Message message) throws Exception {
        return message instanceof AMQPStandardMessage amqp
                ? AmqpCoreConverter.toCore(
                        amqp,
                        null,
                        amqp.getHeader(),
                        amqp.getMessageAnnotations(),
                        amqp.getProperties(),
                        amqp.getApplicationProperties(),
                        amqp.getBody(),
                        amqp.getFooter())
                : message.toCore();
    }

    /** It would lie on its queue for as long as its sender likes, and look as if nobody worked it off. */
    private boolean isPostponed(Message message) {
        Long delivery = message.getScheduledDeliveryTime();
        return delivery != null && delivery > clock.millis();
    }

    /** Where conversion itself takes any depth that the stack of its thread takes, and delivery has another thread. */
    private static boolean isTooDeep(AMQPMessage message) {
        return message.getBody() instanceof AmqpValue body && isDeeper(body.getValue(), 0)
                || message.getMessageAnnotations() != null
                        && isDeeper(message.getMessageAnnotations().getValue(), 0)
                || message.getFooter() != null && isDeeper(message.getFooter().getValue(), 0);
    }

    private static boolean isDeeper(@Nullable Object value, int depth) {
        if (depth > DEEPEST) {
            return true;
        }
        if (value instanceof Collection<?> items) {
            return items.stream().anyMatch(item -> isDeeper(item, depth + 1));
        }
        if (value instanceof Map<?, ?> map) {
            return isDeeper(map.keySet(), depth) || isDeeper(map.values(), depth);
        }
        return value instanceof DescribedType described && isDeeper(described.getDescribed(), depth + 1);
    }

    @Override
    public boolean canAccept(ServerConsumer consumer, MessageReference reference) {
        Message message = reference.getMessage();
        String problem = isFromOutside(message) ? problem(message) : null;
        if (problem == null) {
            return true;
        }
        // the queue is locked here, and delivers what lies behind
        ActiveMQServer broker = server;
        if (broker != null && underWay.add(message.getMessageID())) {
            broker.getThreadPool().execute(() -> setAside(broker, consumer.getQueue(), message, problem));
        }
        return false;
    }

    private boolean isFromOutside(Message message) {
        if (!(message instanceof ICoreMessage)) {
            return true;
        }
        String user = message.getValidatedUserID();
        return user != null && !user.equals(application);
    }

    /** First the letter, then the message: a crash in between leaves both, and a second letter. */
    private void setAside(ActiveMQServer broker, Queue queue, Message message, String problem) {
        try {
            SimpleString letters = broker.getAddressSettingsRepository()
                    .getMatch(queue.getAddress().toString())
                    .getDeadLetterAddress();
            broker.getPostOffice().route(letter(broker, queue, letters, message, problem), false);
            queue.deleteReference(message.getMessageID());
            LOG.log(Level.WARNING, "Message {0} on {1} went to the dead letter queue: {2}", new Object[] {
                message.getMessageID(), queue.getName(), problem
            });
        } catch (Exception e) {
            // it stays where it is, in nobody's way, and the next delivery tries again
            LOG.log(Level.SEVERE, e, () -> "Message " + message.getMessageID() + " can't be set aside");
        } finally {
            underWay.remove(message.getMessageID());
        }
    }

    /** As the broker itself would write one that it gives up; in place of the body, which nobody can read, what it was. */
    private Message letter(ActiveMQServer broker, Queue queue, SimpleString address, Message message, String problem)
            throws ActiveMQException {
        CoreMessage letter = new CoreMessage(broker.getStorageManager().generateID(), 512);
        letter.setType(Message.TEXT_TYPE);
        letter.setDurable(true);
        letter.setAddress(address);
        letter.setRoutingType(RoutingType.ANYCAST);
        letter.setUserID(UUIDGenerator.getInstance().generateUUID());
        letter.setTimestamp(clock.millis());
        letter.putStringProperty(Message.HDR_ORIGINAL_ADDRESS, queue.getAddress());
        letter.putStringProperty(Message.HDR_ORIGINAL_QUEUE, queue.getName());
        TextMessageUtil.writeBodyText(
                letter.getBodyBuffer(),
                SimpleString.of("In place of a message of " + message.getPersistentSize() + " bytes from "
                        + sender(message) + ". " + problem));
        return letter;
    }

    private static String sender(Message message) {
        byte[] amqp = message.getExtraBytesProperty(Message.HDR_VALIDATED_USER);
        return amqp == null ? String.valueOf(message.getValidatedUserID()) : new String(amqp, StandardCharsets.UTF_8);
    }

    @Override
    public void afterCloseConsumer(ServerConsumer consumer, boolean failed) {
        ActiveMQServer broker = server;
        ServerSession session = failed && broker != null ? broker.getSessionByID(consumer.getSessionID()) : null;
        if (session != null && application.equals(session.getUsername())) {
            session.getRemotingConnection()
                    .fail(new ActiveMQInternalErrorException("The broker has removed a consumer of this connection"));
        }
    }
}
