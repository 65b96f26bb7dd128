package io.orderfield.broker;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.apache.activemq.artemis.api.core.TransportConfiguration;
import org.apache.activemq.artemis.core.config.FileDeploymentManager;
import org.apache.activemq.artemis.core.config.impl.FileConfiguration;
import org.apache.activemq.artemis.core.config.impl.SecurityConfiguration;
import org.apache.activemq.artemis.core.remoting.impl.netty.NettyAcceptorFactory;
import org.apache.activemq.artemis.core.remoting.impl.netty.TransportConstants;
import org.apache.activemq.artemis.core.security.Role;
import org.apache.activemq.artemis.core.server.embedded.EmbeddedActiveMQ;
import org.apache.activemq.artemis.spi.core.security.ActiveMQJAASSecurityManager;
import org.apache.activemq.artemis.spi.core.security.jaas.InVMLoginModule;
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

    /**
     * @param secret password of the application itself
     * @param limits what is kept of events that outside applications have not read
     * @throws IllegalArgumentException when an outside user has a name or role of the application
     */
    EmbeddedBroker(
            Path brokerXml, Path dataDirectory, String secret, List<OutsideUsers.User> outsideUsers, EventLimits limits)
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
        configuration.registerBrokerPlugin(new ValidatedUser());
        configuration.registerBrokerPlugin(new LargestMessage(APPLICATION));
        configuration.registerBrokerPlugin(new ReadableMessages());
        limits.applyTo(configuration.getAddressSettings());
        server.setConfiguration(configuration);
        server.setSecurityManager(
                new ActiveMQJAASSecurityManager(InVMLoginModule.class.getName(), users(secret, outsideUsers)));
    }

    private SecurityConfiguration users(String secret, List<OutsideUsers.User> outsideUsers) {
        SecurityConfiguration users = new SecurityConfiguration();
        users.addUser(APPLICATION, secret);
        users.addRole(APPLICATION, APPLICATION);
        for (OutsideUsers.User user : outsideUsers) {
            if (user.name().equals(APPLICATION) || user.roles().contains(APPLICATION)) {
                throw new IllegalArgumentException(
                        "The broker user and role '" + APPLICATION + "' are the application's own");
            }
            users.addUser(user.name(), user.password());
            user.roles().forEach(role -> users.addRole(user.name(), role));
            String answers = "reply." + user.name();
            users.addRole(user.name(), answers);
            configuration.putSecurityRoles(answers + ".#", Set.of(writer(APPLICATION), reader(answers)));
        }
        return users;
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
     * @throws IllegalArgumentException when others could reach it without TLS
     */
    void start(String host, int port, @Nullable KeyStoreFile keys) throws Exception {
        if (port != 0) {
            configuration.addAcceptorConfiguration(acceptor(host, port, keys));
        }
        server.start();
        LOG.log(Level.INFO, "Broker started; outside applications: {0}{1}", new Object[] {
            port == 0 ? "none" : host + ":" + port, keys == null ? "" : " by TLS"
        });
    }

    private static TransportConfiguration acceptor(String host, int port, @Nullable KeyStoreFile keys)
            throws UnknownHostException {
        Map<String, Object> settings = new HashMap<>();
        settings.put(TransportConstants.HOST_PROP_NAME, host);
        settings.put(TransportConstants.PORT_PROP_NAME, port);
        settings.put(TransportConstants.PROTOCOLS_PROP_NAME, "CORE,AMQP");
        if (keys != null) {
            settings.putAll(keys.ofAcceptor());
        } else if (!InetAddress.getByName(host).isLoopbackAddress()) {
            throw new IllegalArgumentException("artemis.host is " + host
                    + ": others than this machine reach the broker by TLS only; set artemis.keystore and its password");
        }
        return new TransportConfiguration(NettyAcceptorFactory.class.getName(), settings, "outside");
    }

    void stop() throws Exception {
        server.stop();
        LOG.info("Broker stopped");
    }
}
