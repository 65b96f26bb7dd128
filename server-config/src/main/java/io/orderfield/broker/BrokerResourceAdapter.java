package io.orderfield.broker;

import jakarta.resource.spi.BootstrapContext;
import jakarta.resource.spi.ResourceAdapterInternalException;
import java.io.File;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.apache.activemq.artemis.core.config.FileDeploymentManager;
import org.apache.activemq.artemis.core.config.impl.FileConfiguration;
import org.apache.activemq.artemis.core.config.impl.SecurityConfiguration;
import org.apache.activemq.artemis.core.server.embedded.EmbeddedActiveMQ;
import org.apache.activemq.artemis.ra.ActiveMQResourceAdapter;
import org.apache.activemq.artemis.spi.core.security.ActiveMQJAASSecurityManager;
import org.apache.activemq.artemis.spi.core.security.jaas.InVMLoginModule;
import org.jspecify.annotations.Nullable;

/**
 * The Artemis resource adapter that also hosts the broker (mode {@code embedded}) or connects to one elsewhere (mode
 * {@code external}). Hosting it here gives broker and adapter one class loader, so that they talk inside the process, and
 * the right order by itself: broker, application, listeners; on stop the reverse.
 *
 * <p>Embedded, the application signs in with a secret that is drawn at every start and never leaves the process: there is
 * no password to configure, and none that an outside application could use. External, user name and password come from the
 * configuration.
 */
public class BrokerResourceAdapter extends ActiveMQResourceAdapter {
    private static final long serialVersionUID = 1L;
    private static final Logger LOG = Logger.getLogger(BrokerResourceAdapter.class.getName());
    private static final String APPLICATION = "orderfield";
    private static final String EMBEDDED = "embedded";

    private String mode = EMBEDDED;
    private String brokerXml = "broker.xml";
    private String dataDirectory = "data/artemis";
    private String host = "127.0.0.1";
    private String port = "0";
    private @Nullable String outsideUsers;
    private transient @Nullable EmbeddedActiveMQ broker;

    /** Starts the broker first when it is embedded, then the adapter. */
    @Override
    public void start(BootstrapContext context) throws ResourceAdapterInternalException {
        if (EMBEDDED.equals(mode)) {
            setUserName(APPLICATION);
            setPassword(secret());
            ClassLoader before = Thread.currentThread().getContextClassLoader();
            // Artemis finds its protocols by the context class loader
            Thread.currentThread().setContextClassLoader(BrokerResourceAdapter.class.getClassLoader());
            try {
                broker = startBroker();
            } catch (Exception e) {
                throw new ResourceAdapterInternalException("The embedded broker did not start: " + e.getMessage(), e);
            } finally {
                Thread.currentThread().setContextClassLoader(before);
            }
        }
        super.start(context);
    }

    private EmbeddedActiveMQ startBroker() throws Exception {
        FileConfiguration configuration = new FileConfiguration();
        FileDeploymentManager files = new FileDeploymentManager(new File(brokerXml).toURI().toString());
        files.addDeployable(configuration);
        files.readConfiguration();
        configuration.setJournalDirectory(dataDirectory + "/journal");
        configuration.setNodeManagerLockDirectory(dataDirectory + "/journal");
        configuration.setBindingsDirectory(dataDirectory + "/bindings");
        configuration.setLargeMessagesDirectory(dataDirectory + "/large");
        configuration.setPagingDirectory(dataDirectory + "/paging");
        if (!"0".equals(port)) {
            configuration.addAcceptorConfiguration("outside", "tcp://" + host + ":" + port + "?protocols=CORE,AMQP");
        }
        EmbeddedActiveMQ embedded = new EmbeddedActiveMQ();
        embedded.setConfiguration(configuration);
        embedded.setSecurityManager(new ActiveMQJAASSecurityManager(InVMLoginModule.class.getName(), users()));
        embedded.start();
        LOG.log(Level.INFO, "Broker started; outside applications: {0}", "0".equals(port) ? "none" : host + ":" + port);
        return embedded;
    }

    private SecurityConfiguration users() {
        SecurityConfiguration users = new SecurityConfiguration();
        users.addUser(APPLICATION, getPassword());
        users.addRole(APPLICATION, APPLICATION);
        for (OutsideUsers.User user : OutsideUsers.parse(outsideUsers)) {
            if (user.name().equals(APPLICATION) || user.roles().contains(APPLICATION)) {
                throw new IllegalArgumentException("The broker user and role '" + APPLICATION + "' are the application's own");
            }
            users.addUser(user.name(), user.password());
            user.roles().forEach(role -> users.addRole(user.name(), role));
        }
        return users;
    }

    private static String secret() {
        byte[] bytes = new byte[32];
        new SecureRandom().nextBytes(bytes);
        return Base64.getEncoder().encodeToString(bytes);
    }

    /** Stops the adapter, then the broker. */
    @Override
    public void stop() {
        super.stop();
        EmbeddedActiveMQ hosted = broker;
        if (hosted == null) {
            return;
        }
        try {
            hosted.stop();
            LOG.info("Broker stopped");
        } catch (Exception e) {
            // nothing can be done any more: the journal recovers at the next start
            LOG.log(Level.WARNING, "The broker did not stop cleanly", e);
        }
    }

    public String getMode() {
        return mode;
    }

    /** @param mode {@code embedded} or {@code external} */
    public void setMode(String mode) {
        this.mode = mode;
    }

    public String getBrokerXml() {
        return brokerXml;
    }

    /** @param brokerXml path of the broker's configuration file */
    public void setBrokerXml(String brokerXml) {
        this.brokerXml = brokerXml;
    }

    public String getDataDirectory() {
        return dataDirectory;
    }

    /** @param dataDirectory where the journal, bindings, large messages and pages lie */
    public void setDataDirectory(String dataDirectory) {
        this.dataDirectory = dataDirectory;
    }

    public String getHost() {
        return host;
    }

    /** @param host address that the acceptor for outside applications binds to */
    public void setHost(String host) {
        this.host = host;
    }

    public String getPort() {
        return port;
    }

    /** @param port port for outside applications, or 0 for none */
    public void setPort(String port) {
        this.port = port;
    }

    public @Nullable String getOutsideUsers() {
        return outsideUsers;
    }

    /** @param outsideUsers users of outside applications, see {@link OutsideUsers} */
    public void setOutsideUsers(@Nullable String outsideUsers) {
        this.outsideUsers = outsideUsers;
    }
}
