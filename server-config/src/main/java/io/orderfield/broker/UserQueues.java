package io.orderfield.broker;

import java.time.Clock;
import java.util.Optional;
import java.util.Set;
import java.util.logging.Logger;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.activemq.artemis.api.core.ActiveMQException;
import org.apache.activemq.artemis.api.core.ActiveMQExceptionType;
import org.apache.activemq.artemis.api.core.ActiveMQInternalErrorException;
import org.apache.activemq.artemis.api.core.Message;
import org.apache.activemq.artemis.api.core.QueueConfiguration;
import org.apache.activemq.artemis.api.core.RoutingType;
import org.apache.activemq.artemis.api.core.SimpleString;
import org.apache.activemq.artemis.core.postoffice.impl.LocalQueueBinding;
import org.apache.activemq.artemis.core.server.ActiveMQServer;
import org.apache.activemq.artemis.core.server.Queue;
import org.apache.activemq.artemis.core.server.ServerSession;
import org.apache.activemq.artemis.core.server.plugin.ActiveMQServerMessagePlugin;
import org.apache.activemq.artemis.core.server.plugin.ActiveMQServerQueuePlugin;
import org.apache.activemq.artemis.core.transaction.Transaction;
import org.jspecify.annotations.Nullable;

/**
 * The queues of outside users: who made which, and how many one may have. Counted are those that the user made
 * (subscriptions, temporary queues, reply queues) and those below {@code reply.<its name>.}, whoever made them. What was
 * there before counts, and stays.
 *
 * <p>A reply queue that a message asks for is made when the message is sent, in the name of its sender: if the limit
 * refuses it the sender hears of it, and not the application with an answer that is due. One that was deleted since,
 * because nobody read it, is made again when an answer comes.
 */
final class UserQueues implements ActiveMQServerQueuePlugin, ActiveMQServerMessagePlugin {
    private static final Logger LOG = Logger.getLogger(UserQueues.class.getName());
    private static final Pattern REPLY = Pattern.compile("reply\\.([\\w-]+)\\.[\\w-]+(\\.[\\w-]+)*");
    private static final String JMS_PREFIX = "queue://";

    private final int most;
    private final String application;
    private final Set<String> users;
    private final OncePerWindow warnings;
    private @Nullable ActiveMQServer server;

    /**
     * @param application the user that makes queues for others
     * @param users those who are limited
     */
    UserQueues(UserLimits limits, String application, Set<String> users, Clock clock) {
        this.most = limits.queues();
        this.application = application;
        this.users = users;
        this.warnings = new OncePerWindow(LOG, clock);
    }

    @Override
    public void registered(ActiveMQServer registeredAt) {
        server = registeredAt;
    }

    /** Who made the queue of this name. */
    @Nullable
    String ownerOf(String queue) {
        Queue there = server == null ? null : server.locateQueue(SimpleString.of(queue));
        return there == null || there.getUser() == null ? null : there.getUser().toString();
    }

    /** The broker makes one queue at a time: nobody gets past the limit by making two at once. */
    @Override
    public void beforeCreateQueue(QueueConfiguration queue) throws ActiveMQException {
        String user = String.valueOf(queue.getUser());
        if (users.contains(user) && queuesOf(user).count() >= most) {
            warnings.warn(
                    user,
                    "The broker user " + user + " has " + most + " queues or more and gets no more of them: "
                            + queue.getName());
            throw new RefusedException(
                    "The broker user " + user + " may have " + most
                            + " queues: subscriptions, reply queues and temporary queues",
                    ActiveMQExceptionType.SECURITY_EXCEPTION);
        }
    }

    private Stream<Queue> queuesOf(String user) {
        String replies = "reply." + user + ".";
        SimpleString maker = SimpleString.of(user);
        return queues().filter(queue ->
                maker.equals(queue.getUser()) || queue.getAddress().toString().startsWith(replies));
    }

    private Stream<Queue> queues() {
        return server == null
                ? Stream.empty()
                : server.getPostOffice()
                        .getAllBindings()
                        .filter(LocalQueueBinding.class::isInstance)
                        .map(binding -> ((LocalQueueBinding) binding).getQueue());
    }

    @Override
    public void beforeSend(
            ServerSession session, Transaction transaction, Message message, boolean direct, boolean noAutoCreateQueue)
            throws ActiveMQException {
        Optional<SimpleString> reply = application.equals(session.getUsername())
                ? replyQueue(message.getAddressSimpleString(), null)
                : replyQueue(message.getReplyTo(), session.getUsername());
        if (server != null && reply.isPresent() && server.locateQueue(reply.get()) == null) {
            try {
                session.createQueue(QueueConfiguration.of(reply.get())
                        .setRoutingType(RoutingType.ANYCAST)
                        .setAutoCreated(true));
            } catch (ActiveMQException e) {
                throw e;
            } catch (Exception e) {
                throw new ActiveMQInternalErrorException("No reply queue " + reply.get(), e);
            }
        }
    }

    /** @param only the user whose reply queues are meant, or null for anybody's */
    private Optional<SimpleString> replyQueue(@Nullable SimpleString address, @Nullable String only) {
        if (address == null) {
            return Optional.empty();
        }
        String name = address.toString();
        var reply = REPLY.matcher(name.startsWith(JMS_PREFIX) ? name.substring(JMS_PREFIX.length()) : name);
        return reply.matches() && users.contains(reply.group(1)) && (only == null || only.equals(reply.group(1)))
                ? Optional.of(SimpleString.of(reply.group()))
                : Optional.empty();
    }

    /**
     * Reply queues of before there was an end to them would stay for ever: the empty ones go now, and come back when they
     * are needed.
     */
    void dropEmptyReplyQueues() throws Exception {
        if (server != null) {
            for (Queue queue : queues().toList()) {
                if (replyQueue(queue.getAddress(), null).isPresent()
                        && !queue.isAutoDelete()
                        && queue.getMessageCount() == 0
                        && queue.getConsumerCount() == 0) {
                    server.destroyQueue(queue.getName(), null, true, false, true, true);
                }
            }
        }
    }
}
