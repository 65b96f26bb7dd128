package io.orderfield.broker;

import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * The same broker as a process of its own, for a server with {@code ARTEMIS_MODE=external}: same {@code broker.xml}, same
 * rights. The class path is the content of the resource adapter archive; the settings are variables of the environment:
 *
 * <ul>
 *   <li>{@code BROKER_XML}: path of the configuration file
 *   <li>{@code DATA_DIR}: directory of the journal
 *   <li>{@code ARTEMIS_HOST} (127.0.0.1) and {@code ARTEMIS_PORT} (61616): where it listens
 *   <li>{@code ARTEMIS_PASSWORD}: password of the application's user {@code orderfield}; there is no default
 *   <li>{@code ARTEMIS_USERS}: outside applications, as {@code name=password:role,role;…}
 *   <li>{@code ARTEMIS_KEYSTORE} and {@code ARTEMIS_KEYSTORE_PASSWORD}: key and certificate; with them it speaks TLS only,
 *       without them it listens on this machine alone
 *   <li>{@code EVENTS_LIMIT_MB} (256) and {@code EVENTS_EXPIRY_HOURS} (168): see {@link EventLimits}
 *   <li>{@code ARTEMIS_USER_CONNECTIONS} (20), {@code ARTEMIS_USER_QUEUES} (20), {@code ARTEMIS_REPLY_EXPIRY_HOURS} (168),
 *       {@code ARTEMIS_WRONG_PASSWORDS} (10) and {@code ARTEMIS_WRONG_PASSWORDS_MINUTES} (10): see {@link UserLimits}
 * </ul>
 *
 * It runs until the process is ended; its journal recovers from a kill at any moment.
 */
public final class BrokerProcess {
    private static final Logger LOG = Logger.getLogger(BrokerProcess.class.getName());

    /**
     * Artemis logs four lines for every message here, 4 KB in all. The server switches
     * it off by its trace specification. Held, since a logger that nobody holds forgets its level.
     */
    private static final Logger AUDIT = Logger.getLogger("org.apache.activemq.audit");

    private BrokerProcess() {}

    /** Starts the broker and stays; ends the process with status 1 when a setting is missing or it does not start. */
    public static void main(String[] args) throws InterruptedException {
        try {
            EmbeddedBroker broker = started(System.getenv());
            Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(broker), "broker-stop"));
        } catch (Exception e) {
            LOG.log(Level.SEVERE, "The broker did not start", e);
            System.exit(1);
        }
        new CountDownLatch(1).await();
    }

    static EmbeddedBroker started(Map<String, String> environment) throws Exception {
        AUDIT.setLevel(Level.OFF);
        EmbeddedBroker broker = new EmbeddedBroker(
                Path.of(needed(environment, "BROKER_XML")),
                Path.of(needed(environment, "DATA_DIR")),
                needed(environment, "ARTEMIS_PASSWORD"),
                OutsideUsers.parse(environment.get("ARTEMIS_USERS")),
                EventLimits.parse(environment.get("EVENTS_LIMIT_MB"), environment.get("EVENTS_EXPIRY_HOURS")),
                UserLimits.parse(
                        environment.get("ARTEMIS_USER_CONNECTIONS"),
                        environment.get("ARTEMIS_USER_QUEUES"),
                        environment.get("ARTEMIS_REPLY_EXPIRY_HOURS"),
                        environment.get("ARTEMIS_WRONG_PASSWORDS"),
                        environment.get("ARTEMIS_WRONG_PASSWORDS_MINUTES")));
        broker.start(
                environment.getOrDefault("ARTEMIS_HOST", "127.0.0.1"),
                Integer.parseInt(environment.getOrDefault("ARTEMIS_PORT", "61616")),
                KeyStoreFile.parse(
                        "ARTEMIS_KEYSTORE",
                        environment.get("ARTEMIS_KEYSTORE"),
                        environment.get("ARTEMIS_KEYSTORE_PASSWORD")));
        return broker;
    }

    private static String needed(Map<String, String> environment, String variable) {
        String value = environment.get(variable);
        if (value == null || value.isBlank()) {
            throw new IllegalArgumentException("The variable " + variable + " is missing");
        }
        return value;
    }

    private static void stop(EmbeddedBroker broker) {
        try {
            broker.stop();
        } catch (Exception e) {
            // nothing can be done any more: the journal recovers at the next start
            LOG.log(Level.WARNING, "The broker did not stop cleanly", e);
        }
    }
}
