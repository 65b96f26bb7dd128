package io.orderfield.broker;

import java.time.Clock;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.logging.Logger;
import org.apache.activemq.artemis.api.core.ActiveMQException;
import org.apache.activemq.artemis.api.core.ActiveMQSessionCreationException;
import org.apache.activemq.artemis.api.core.RoutingType;
import org.apache.activemq.artemis.api.core.SimpleString;
import org.apache.activemq.artemis.core.persistence.OperationContext;
import org.apache.activemq.artemis.core.server.ActiveMQServer;
import org.apache.activemq.artemis.core.server.plugin.ActiveMQServerSessionPlugin;
import org.apache.activemq.artemis.spi.core.protocol.RemotingConnection;
import org.apache.activemq.artemis.spi.core.protocol.SessionCallback;
import org.jspecify.annotations.Nullable;

/**
 * How many connections an outside user has at a time. One too many gets no session, with a message that says why, and is
 * closed a second later: an AMQP client that opens no session would never hear it.
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
            server.getScheduledPool()
                    .schedule(() -> connection.getTransportConnection().close(), 1, TimeUnit.SECONDS);
        }
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
            throw new ActiveMQSessionCreationException(
                    "The broker user " + username + " may have " + most + " connections at a time");
        }
    }
}
