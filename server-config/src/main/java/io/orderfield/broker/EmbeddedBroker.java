package io.orderfield.broker;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.apache.activemq.artemis.core.config.FileDeploymentManager;
import org.apache.activemq.artemis.core.config.impl.FileConfiguration;
import org.apache.activemq.artemis.core.config.impl.SecurityConfiguration;
import org.apache.activemq.artemis.core.security.Role;
import org.apache.activemq.artemis.core.server.embedded.EmbeddedActiveMQ;
import org.apache.activemq.artemis.spi.core.security.ActiveMQJAASSecurityManager;
import org.apache.activemq.artemis.spi.core.security.jaas.InVMLoginModule;

/**
 * An Artemis broker inside this process. Addresses, limits and the rights of roles come from a {@code broker.xml};
 * directories, the acceptor and the users from here.
 *
 * <p>Besides what its roles allow, every outside user may read the addresses below {@code reply.<its name>.}, and nobody
 * else may: that is where answers to it go.
 */
final class EmbeddedBroker {
    /** User name and role of the application itself; no outside user may have either. */
    static final String APPLICATION = "orderfield";

    private static final Logger LOG = Logger.getLogger(EmbeddedBroker.class.getName());

    private final EmbeddedActiveMQ server = new EmbeddedActiveMQ();
    private final FileConfiguration configuration = new FileConfiguration();

    /**
     * @param secret password of the application itself
     * @throws IllegalArgumentException when an outside user has a name or role of the application
     */
    EmbeddedBroker(Path brokerXml, Path dataDirectory, String secret, List<OutsideUsers.User> outsideUsers)
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

    /** @param port for outside applications (CORE and AMQP), or 0 when there are none */
    void start(String host, int port) throws Exception {
        if (port != 0) {
            configuration.addAcceptorConfiguration("outside", "tcp://" + host + ":" + port + "?protocols=CORE,AMQP");
        }
        server.start();
        LOG.log(Level.INFO, "Broker started; outside applications: {0}", port == 0 ? "none" : host + ":" + port);
    }

    void stop() throws Exception {
        server.stop();
        LOG.info("Broker stopped");
    }
}
