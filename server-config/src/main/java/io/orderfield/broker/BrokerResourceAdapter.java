package io.orderfield.broker;

import jakarta.resource.spi.BootstrapContext;
import jakarta.resource.spi.ResourceAdapterInternalException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.apache.activemq.artemis.core.remoting.impl.invm.InVMConnectorFactory;
import org.apache.activemq.artemis.ra.ActiveMQResourceAdapter;
import org.jspecify.annotations.Nullable;

/**
 * The Artemis resource adapter that also hosts the broker (mode {@code embedded}) or connects to one elsewhere (mode
 * {@code external}). Hosting it here gives broker and adapter one class loader, so that they talk inside the process, and
 * the right order by itself: broker, application, listeners; on stop the reverse.
 *
 * <p>Embedded, the application signs in with a secret that is drawn at every start and never leaves the process: there is
 * no password to configure, and none that an outside application could use. External, user name and password come from
 * the configuration.
 */
public class BrokerResourceAdapter extends ActiveMQResourceAdapter {
    private static final long serialVersionUID = 1L;
    private static final Logger LOG = Logger.getLogger(BrokerResourceAdapter.class.getName());

    private String mode = "embedded";
    private @Nullable String hosts;
    private boolean tls;
    private String brokerXml = "broker.xml";
    private String dataDirectory = "data/artemis";
    private String host = "127.0.0.1";
    private String port = "0";
    private @Nullable String outsideUsers;
    private @Nullable String keyStore;
    private @Nullable String keyStorePassword;
    private @Nullable String trustStore;
    private @Nullable String trustStorePassword;
    private @Nullable String eventsLimit;
    private @Nullable String eventsExpiry;
    private @Nullable String userConnections;
    private @Nullable String userQueues;
    private @Nullable String replyExpiry;
    private @Nullable String wrongPasswords;
    private @Nullable String wrongPasswordsMinutes;
    private transient @Nullable EmbeddedBroker broker;

    /**
     * Starts the broker first when it is embedded, then the adapter.
     *
     * @throws ResourceAdapterInternalException when the broker does not start, or a setting is missing or malformed
     */
    @Override
    public void start(BootstrapContext context) throws ResourceAdapterInternalException {
        switch (mode) {
            case "embedded" -> hostBroker();
            case "external" -> connectElsewhere();
            default ->
                throw new ResourceAdapterInternalException(
                        "artemis.mode is '" + mode + "'; it may be embedded or external");
        }
        super.start(context);
    }

    private void hostBroker() throws ResourceAdapterInternalException {
        String secret = secret();
        setUserName(EmbeddedBroker.APPLICATION);
        setPassword(secret);
        setConnectorClassName(InVMConnectorFactory.class.getName());
        setConnectionParameters("serverId=0");
        ClassLoader before = Thread.currentThread().getContextClassLoader();
        // Artemis finds its protocols by the context class loader
        Thread.currentThread().setContextClassLoader(BrokerResourceAdapter.class.getClassLoader());
        try {
            EmbeddedBroker embedded = new EmbeddedBroker(
                    Path.of(brokerXml),
                    Path.of(dataDirectory),
                    secret,
                    OutsideUsers.parse(outsideUsers),
                    EventLimits.parse(eventsLimit, eventsExpiry),
                    UserLimits.parse(userConnections, userQueues, replyExpiry, wrongPasswords, wrongPasswordsMinutes));
            embedded.start(
                    host, Integer.parseInt(port), KeyStoreFile.parse("artemis.keystore", keyStore, keyStorePassword));
            broker = embedded;
        } catch (Exception e) {
            throw new ResourceAdapterInternalException("The embedded broker did not start: " + e.getMessage(), e);
        } finally {
            Thread.currentThread().setContextClassLoader(before);
        }
    }

    private void connectElsewhere() throws ResourceAdapterInternalException {
        ExternalBroker external;
        try {
            external = ExternalBroker.parse(
                    hosts, tls, KeyStoreFile.parse("artemis.truststore", trustStore, trustStorePassword));
        } catch (IllegalArgumentException e) {
            throw new ResourceAdapterInternalException(e.getMessage(), e);
        }
        setConnectorClassName(external.connectorClassNames());
        setConnectionParameters(external.connectionParameters());
        setHA(external.isPair());
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
        EmbeddedBroker hosted = broker;
        if (hosted == null) {
            return;
        }
        try {
            hosted.stop();
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

    public @Nullable String getHosts() {
        return hosts;
    }

    /** @param hosts where an external broker listens: {@code host:port}, or two of them for a primary and its backup */
    public void setHosts(@Nullable String hosts) {
        this.hosts = hosts;
    }

    public Boolean getTls() {
        return tls;
    }

    /** @param tls whether an external broker is reached by TLS */
    public void setTls(Boolean tls) {
        this.tls = tls;
    }

    public String getBrokerXml() {
        return brokerXml;
    }

    /** @param brokerXml path of the embedded broker's configuration file */
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

    public @Nullable String getKeyStore() {
        return keyStore;
    }

    /** @param keyStore path of the key and certificate of the acceptor, which then speaks TLS only */
    public void setKeyStore(@Nullable String keyStore) {
        this.keyStore = keyStore;
    }

    public @Nullable String getKeyStorePassword() {
        return keyStorePassword;
    }

    /** @param keyStorePassword password of that file */
    public void setKeyStorePassword(@Nullable String keyStorePassword) {
        this.keyStorePassword = keyStorePassword;
    }

    public @Nullable String getTrustStore() {
        return trustStore;
    }

    /** @param trustStore path of the certificates by which an external broker is known; else those of the JVM */
    public void setTrustStore(@Nullable String trustStore) {
        this.trustStore = trustStore;
    }

    public @Nullable String getTrustStorePassword() {
        return trustStorePassword;
    }

    /** @param trustStorePassword password of that file */
    public void setTrustStorePassword(@Nullable String trustStorePassword) {
        this.trustStorePassword = trustStorePassword;
    }

    public @Nullable String getEventsLimit() {
        return eventsLimit;
    }

    /** @param eventsLimit megabytes of events kept for subscriptions that are behind, see {@link EventLimits} */
    public void setEventsLimit(@Nullable String eventsLimit) {
        this.eventsLimit = eventsLimit;
    }

    public @Nullable String getEventsExpiry() {
        return eventsExpiry;
    }

    /** @param eventsExpiry hours after which an event that was not read goes; 0 for never */
    public void setEventsExpiry(@Nullable String eventsExpiry) {
        this.eventsExpiry = eventsExpiry;
    }

    public @Nullable String getUserConnections() {
        return userConnections;
    }

    /** @param userConnections connections that one outside user may have at a time, see {@link UserLimits} */
    public void setUserConnections(@Nullable String userConnections) {
        this.userConnections = userConnections;
    }

    public @Nullable String getUserQueues() {
        return userQueues;
    }

    /** @param userQueues queues that one outside user may have */
    public void setUserQueues(@Nullable String userQueues) {
        this.userQueues = userQueues;
    }

    public @Nullable String getReplyExpiry() {
        return replyExpiry;
    }

    /** @param replyExpiry hours after which an answer that was not read goes, and a reply queue that nobody reads; 0 for never */
    public void setReplyExpiry(@Nullable String replyExpiry) {
        this.replyExpiry = replyExpiry;
    }

    public @Nullable String getWrongPasswords() {
        return wrongPasswords;
    }

    /** @param wrongPasswords wrong passwords after which an address has to wait */
    public void setWrongPasswords(@Nullable String wrongPasswords) {
        this.wrongPasswords = wrongPasswords;
    }

    public @Nullable String getWrongPasswordsMinutes() {
        return wrongPasswordsMinutes;
    }

    /** @param wrongPasswordsMinutes minutes in which they are counted, and for which it waits */
    public void setWrongPasswordsMinutes(@Nullable String wrongPasswordsMinutes) {
        this.wrongPasswordsMinutes = wrongPasswordsMinutes;
    }
}
