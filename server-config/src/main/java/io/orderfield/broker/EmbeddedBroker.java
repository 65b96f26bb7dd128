package io.orderfield.broker;

import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Collectors;
import org.apache.activemq.artemis.api.core.TransportConfiguration;
import org.apache.activemq.artemis.core.config.FileDeploymentManager;
import org.apache.activemq.artemis.core.config.impl.FileConfiguration;
import org.apache.activemq.artemis.core.remoting.impl.netty.NettyAcceptorFactory;
import org.apache.activemq.artemis.core.remoting.impl.netty.TransportConstants;
import org.apache.activemq.artemis.core.security.Role;
import org.apache.activemq.artemis.core.server.ActiveMQServer;
import org.apache.activemq.artemis.core.server.embedded.EmbeddedActiveMQ;
import org.jspecify.annotations.Nullable;

/**
 * An Artemis broker inside this process. Addresses, limits and the rights of roles come from a {@code broker.xml};
 * directories, the acceptor and the users from here.
 *
 * <p>Besides what its roles allow, every outside user may read the addresses below {@code reply.<its name>.}, and nobody
 * else may: that is where answers to it go. It has a role of its own for that, {@code reply.<its name>}, by which Orderfield
 * also lets a partner read the events of its account.
 */
final class EmbeddedBroker {
    /** User name and role of the application itself; no outside user may have either. */
    static final String APPLICATION = "orderfield";

    private static final Logger LOG = Logger.getLogger(EmbeddedBroker.class.getName());

    private final EmbeddedActiveMQ server = new EmbeddedActiveMQ();
    private final FileConfiguration configuration = new FileConfiguration();
    private final UserQueues queues;

    /** With the limits that outside users have by default. */
    public EmbeddedBroker(
            Path brokerXml, Path dataDirectory, String secret, List<OutsideUsers.User> outsideUsers, EventLimits limits)
            throws Exception {
        this(brokerXml, dataDirectory, secret, outsideUsers, limits, UserLimits.DEFAULT);
    }

    /**
     * @param secret password of the application itself
     * @param limits what is kept of events that outside applications have not read
     * @param userLimits what one outside user may take
     * @throws IllegalArgumentException when an outside user has a name or role of the application
     */
    public EmbeddedBroker(
            Path brokerXml,
            Path dataDirectory,
            String secret,
            List<OutsideUsers.User> outsideUsers,
            EventLimits limits,
            UserLimits userLimits)
            throws Exception {
        FileDeploymentManager files =
                new FileDeploymentManager(brokerXml.toUri().toString());
        files.addDeployable(configuration);
        files.readConfiguration();
        configuration.setJournalDirectory(dataDirectory.resolve("journal").toString());
        configuration.setNodeManagerLockDirectory(
                dataDirectory.resolve("journal").toString());
        configuration.setBindingsDirectory(dataDirectory.resolve("bindings").toString());
        configuration.setLargeMessagesDirectory(dataDirectory.resolve("large").toString());
        configuration.setPagingDirectory(dataDirectory.resolve("paging").toString());
        limits.applyTo(configuration.getAddressSettings());
        userLimits.applyTo(configuration);
        Clock clock = Clock.systemUTC();
        SignInBrake brake = new SignInBrake(userLimits, clock);
        UserConnections connections = new UserConnections(userLimits, APPLICATION, clock);
        queues = new UserQueues(userLimits, APPLICATION, names(outsideUsers), clock);
        // the last makes a reply queue for a message that all before have let pass
        List.of(
                        new OutsideDoor(brake, clock),
                        connections,
                        new ValidatedUser(),
                        new LargestMessage(APPLICATION),
                        new ReadableMessages(),
                        new SleepingReaders(),
                        queues)
                .forEach(configuration::registerBrokerPlugin);
        BrokerSecurity security = new BrokerSecurity(APPLICATION, brake, connections::signedIn, queues::ownerOf);
        addUsers(security, secret, outsideUsers);
        // see BrokerSecurity
        configuration.setAuthenticationCacheSize(0);
        configuration.setAuthorizationCacheSize(0);
        server.setConfiguration(configuration);
        server.setSecurityManager(security);
    }

    private static Set<String> names(List<OutsideUsers.User> users) {
        return users.stream().map(OutsideUsers.User::name).collect(Collectors.toUnmodifiableSet());
    }

    private void addUsers(BrokerSecurity security, String secret, List<OutsideUsers.User> outsideUsers) {
        security.add(APPLICATION, List.of(secret), Set.of(APPLICATION));
        for (OutsideUsers.User user : outsideUsers) {
            if (user.name().equals(APPLICATION) || user.roles().contains(APPLICATION)) {
                throw new IllegalArgumentException(
                        "The broker user and role '" + APPLICATION + "' are the application's own");
            }
            String answers = "reply." + user.name();
            Set<String> roles = new HashSet<>(user.roles());
            roles.add(answers);
            security.add(user.name(), user.passwords(), roles);
            configuration.putSecurityRoles(answers + ".#", Set.of(writer(APPLICATION), reader(answers)));
        }
        String weak = outsideUsers.stream()
                .filter(OutsideUsers.User::isWeak)
                .map(OutsideUsers.User::name)
                .collect(Collectors.joining(", "));
        if (!weak.isEmpty()) {
            LOG.log(
                    Level.WARNING,
                    "Broker users with a password of less than 16 characters, which may be guessed: {0}",
                    weak);
        }
    }

    private static Role writer(String name) {
        Role role = new Role();
        role.setName(name);
        role.setSend(true);
        role.setCreateAddress(true);
        role.setCreateDurableQueue(true);
        return role;
    }

    private static Role reader(String name) {
        Role role = new Role();
        role.setName(name);
        role.setConsume(true);
        role.setBrowse(true);
        role.setCreateAddress(true);
        role.setCreateDurableQueue(true);
        role.setDeleteDurableQueue(true);
        role.setCreateNonDurableQueue(true);
        role.setDeleteNonDurableQueue(true);
        return role;
    }

    /**
     * @param port for outside applications (CORE and AMQP), or 0 when there are none
     * @param keys for TLS; with null it listens on this machine alone, where nobody listens in
     * @throws IllegalArgumentException when others could reach it without TLS, or the port is taken
     */
    public void start(String host, int port, @Nullable KeyStoreFile keys) throws Exception {
        if (port != 0) {
            requireFree(host, port);
            configuration.addAcceptorConfiguration(acceptor(host, port, keys));
        }
        ClosedLooks.keepOut();
        server.start();
        queues.dropEmptyReplyQueues();
        LOG.log(Level.INFO, "Broker started; outside applications: {0}{1}", new Object[] {
            port == 0 ? "none" : host + ":" + port, keys == null ? "" : " by TLS"
        });
    }

    /** Before anything starts: the broker would go on without the acceptor, or say at length what one line says. */
    private static void requireFree(String host, int port) throws IOException {
        try (ServerSocket probe = new ServerSocket()) {
            probe.setReuseAddress(true);
            probe.bind(new InetSocketAddress(host, port));
        } catch (BindException e) {
            throw new IllegalArgumentException(
                    "port " + port + " of " + host + " can't be had (" + e.getMessage()
                            + "); ARTEMIS_PORT and ARTEMIS_HOST choose another",
                    e);
        }
    }

    private static TransportConfiguration acceptor(String host, int port, @Nullable KeyStoreFile keys)
            throws UnknownHostException {
        Map<String, Object> settings = new HashMap<>();
        settings.put(TransportConstants.HOST_PROP_NAME, host);
        settings.put(TransportConstants.PORT_PROP_NAME, port);
        settings.put(TransportConstants.PROTOCOLS_PROP_NAME, "CORE,AMQP");
        // by default an AMQP client is offered ANONYMOUS as well, gets a yes, and is refused only when it opens
        settings.put("saslMechanisms", "PLAIN");
        if (keys != null) {
            settings.putAll(keys.ofAcceptor());
        } else if (!InetAddress.getByName(host).isLoopbackAddress()) {
            throw new IllegalArgumentException("artemis.host is " + host
                    + ": others than this machine reach the broker by TLS only; set artemis.keystore and its password");
        }
        return new TransportConfiguration(NettyAcceptorFactory.class.getName(), settings, "outside");
    }

    /** The broker itself, once it has started. */
    ActiveMQServer running() {
        return server.getActiveMQServer();
    }

    public void stop() throws Exception {
        server.stop();
        LOG.info("Broker stopped");
    }
}
