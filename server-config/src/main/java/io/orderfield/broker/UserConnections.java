package io.orderfield.broker;

import java.time.Clock;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.logging.Logger;
import org.apache.activemq.artemis.api.core.ActiveMQException;
import org.apache.activemq.artemis.api.core.ActiveMQExceptionType;
import org.apache.activemq.artemis.api.core.RoutingType;
import org.apache.activemq.artemis.api.core.SimpleString;
import org.apache.activemq.artemis.core.persistence.OperationContext;
import org.apache.activemq.artemis.core.server.ActiveMQServer;
import org.apache.activemq.artemis.core.server.plugin.ActiveMQServerSessionPlugin;
import org.apache.activemq.artemis.protocol.amqp.broker.ActiveMQProtonRemotingConnection;
import org.apache.activemq.artemis.protocol.amqp.proton.AMQPConnectionContext;
import org.apache.activemq.artemis.protocol.amqp.proton.AmqpSupport;
import org.apache.activemq.artemis.spi.core.protocol.RemotingConnection;
import org.apache.activemq.artemis.spi.core.protocol.SessionCallback;
import org.apache.qpid.proton.amqp.transport.AmqpError;
import org.apache.qpid.proton.amqp.transport.ErrorCondition;
import org.jspecify.annotations.Nullable;

/**
 * How many connections an outside user has at a time. One too many is told so when it opens (AMQP) or wants a session
 * (CORE), and is closed a second later whatever it does.
 */
final class UserConnections implements ActiveMQServerSessionPlugin {
    private static final Logger LOG = Logger.getLogger(UserConnections.class.getName());

    private final int most;
    private final String application;
    private final OncePerWindow warnings;
    private final Map<String, Set<RemotingConnection>> connections = new HashMap<>();
    private @Nullable ActiveMQServer server;

    /** @param application the user that may have as many as it likes */
    UserConnections(UserLimits limits, String application, Clock clock) {
        this.most = limits.connections();
        this.application = application;
        this.warnings = new OncePerWindow(LOG, clock);
    }

    @Override
    public void registered(ActiveMQServer registeredAt) {
        server = registeredAt;
    }

    /** Hears of every sign-in from outside. */
    synchronized void signedIn(String user, RemotingConnection connection) {
        if (user.equals(application)) {
            return;
        }
        Set<RemotingConnection> own = connections.computeIfAbsent(user, name -> new HashSet<>());
        own.removeIf(c -> c.isDestroyed() || !c.getTransportConnection().isOpen());
        if (own.size() < most) {
            own.add(connection);
        } else if (server != null && !own.contains(connection)) {
            warnings.warn(user, "The broker user " + user + " has " + most + " connections and gets no more of them");
            if (connection instanceof ActiveMQProtonRemotingConnection amqp) {
                amqp.getAmqpConnection().addRemoteOpenedListener(opened -> refuse(opened, refusal(user)));
            }
            server.getScheduledPool()
                    .schedule(() -> connection.getTransportConnection().close(), 1, TimeUnit.SECONDS);
        }
    }

    private String refusal(String user) {
        return "The broker user " + user + " may have " + most + " connections at a time";
    }

    /** An AMQP client learns what it is as soon as it opens: a session that fails would be a fault of the broker to it. */
    private static void refuse(AMQPConnectionContext opened, String why) {
        opened.getHandler().getConnection().setProperties(Map.of(AmqpSupport.CONNECTION_OPEN_FAILED, true));
        opened.close(new ErrorCondition(AmqpError.RESOURCE_LIMIT_EXCEEDED, why));
    }

    @Override
    public synchronized void beforeCreateSession(
            String name,
            String username,
            int minLargeMessageSize,
            RemotingConnection connection,
            boolean autoCommitSends,
            boolean autoCommitAcks,
            boolean preAcknowledge,
            boolean xa,
            String defaultAddress,
            SessionCallback callback,
            boolean autoCreateQueues,
            OperationContext context,
            Map<SimpleString, RoutingType> prefixes)
            throws ActiveMQException {
        Set<RemotingConnection> own = connections.get(username);
        if (own != null && !own.contains(connection)) {
            throw new RefusedException(refusal(username), ActiveMQExceptionType.SESSION_CREATION_REJECTED);
        }
    }
}
