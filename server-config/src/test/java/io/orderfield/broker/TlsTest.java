package io.orderfield.broker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.jms.Connection;
import jakarta.jms.ConnectionFactory;
import jakarta.jms.JMSException;
import jakarta.jms.Session;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.apache.activemq.artemis.jms.client.ActiveMQConnectionFactory;
import org.apache.qpid.jms.JmsConnectionFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The acceptor for outside applications with a key: TLS and nothing else, for both protocols. */
class TlsTest {
    private static final Path BROKER_XML = Path.of(System.getProperty("broker.xml"));
    private static final String PASSWORD = "key;store=password";
    private static final List<OutsideUsers.User> USERS = OutsideUsers.parse("erp=erp-password:integrator");

    @TempDir
    private static Path data;

    private static Path keys;
    private static Path trust;
    private static Path others;
    private static EmbeddedBroker broker;
    private static int port;

    @BeforeAll
    static void start() throws Exception {
        keys = certificate("broker", PASSWORD);
        trust = trusting("broker", keys);
        others = trusting("other", certificate("other", PASSWORD));
        port = freePort();
        broker = new EmbeddedBroker(BROKER_XML, data.resolve("artemis"), "secret", USERS, EventLimits.DEFAULT);
        // every address: with a key others than this machine may come
        broker.start("0.0.0.0", port, new KeyStoreFile(keys, PASSWORD));
    }

    @AfterAll
    static void stop() throws Exception {
        broker.stop();
    }

    static Stream<ConnectionFactory> trustingClients() {
        return clients(trust);
    }

    static Stream<ConnectionFactory> clientsThatTrustSomebodyElse() {
        return clients(others);
    }

    static Stream<ConnectionFactory> clientsWithoutTls() {
        return Stream.of(
                new ActiveMQConnectionFactory("tcp://127.0.0.1:" + port + "?callTimeout=3000"),
                new JmsConnectionFactory("amqp://127.0.0.1:" + port + "?jms.connectTimeout=3000"));
    }

    private static Stream<ConnectionFactory> clients(Path trusted) {
        return Stream.of(
                new ActiveMQConnectionFactory("tcp://127.0.0.1:" + port + "?sslEnabled=true&callTimeout=3000"
                        + "&trustStoreType=PKCS12&trustStorePassword=trusted&trustStorePath=" + trusted),
                new JmsConnectionFactory("amqps://127.0.0.1:" + port + "?jms.connectTimeout=5000"
                        + "&transport.trustStoreType=PKCS12&transport.trustStorePassword=trusted"
                        + "&transport.trustStoreLocation=" + trusted));
    }

    @ParameterizedTest
    @MethodSource("trustingClients")
    void whoTrustsTheBrokersCertificateReadsEvents(ConnectionFactory client) throws JMSException {
        try (Connection connection = client.createConnection("erp", "erp-password")) {
            connection.start();
            Session session = connection.createSession(Session.AUTO_ACKNOWLEDGE);
            assertThatCode(() -> session.createConsumer(session.createTopic("om.events")))
                    .doesNotThrowAnyException();
        }
    }

    @ParameterizedTest
    @MethodSource({"clientsThatTrustSomebodyElse", "clientsWithoutTls"})
    void nobodyElseGetsAConnection(ConnectionFactory client) {
        assertThatThrownBy(() -> {
                    try (Connection connection = client.createConnection("erp", "erp-password")) {
                        connection.start();
                    }
                })
                .isInstanceOf(JMSException.class);
    }

    @Test
    void withoutAKeyOthersThanThisMachineCanNotReachIt() throws Exception {
        EmbeddedBroker open =
                new EmbeddedBroker(BROKER_XML, data.resolve("open"), "secret", USERS, EventLimits.DEFAULT);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> open.start("0.0.0.0", freePort(), null))
                .withMessageContaining("artemis.keystore");
    }

    @Test
    void aKeyWithoutItsPasswordOrItsFileIsRefused() {
        assertThat(KeyStoreFile.parse("artemis.keystore", "", "")).isNull();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> KeyStoreFile.parse("artemis.keystore", keys.toString(), null))
                .withMessageContaining("password");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> KeyStoreFile.parse("artemis.keystore", keys + ".gone", PASSWORD))
                .withMessageContaining("can't be read")
                .withMessageNotContaining(PASSWORD);
    }

    private static Path certificate(String name, String password) throws Exception {
        Path file = data.resolve(name + ".p12");
        keytool(
                "-genkeypair",
                "-alias",
                name,
                "-keyalg",
                "EC",
                "-dname",
                "CN=localhost",
                "-ext",
                "san=dns:localhost,ip:127.0.0.1",
                "-validity",
                "2",
                "-storetype",
                "PKCS12",
                "-keystore",
                file.toString(),
                "-storepass",
                password);
        return file;
    }

    private static Path trusting(String name, Path certificate) throws Exception {
        Path exported = data.resolve(name + ".crt");
        Path file = data.resolve(name + "-trust.p12");
        keytool(
                "-exportcert",
                "-alias",
                name,
                "-keystore",
                certificate.toString(),
                "-storepass",
                PASSWORD,
                "-file",
                exported.toString());
        keytool(
                "-importcert",
                "-noprompt",
                "-alias",
                name,
                "-file",
                exported.toString(),
                "-storetype",
                "PKCS12",
                "-keystore",
                file.toString(),
                "-storepass",
                "trusted");
        return file;
    }

    private static void keytool(String... arguments) throws Exception {
        Process process = new ProcessBuilder(Stream.concat(
                                Stream.of(Path.of(System.getProperty("java.home"), "bin", "keytool")
                                        .toString()),
                                Stream.of(arguments))
                        .toList())
                .redirectErrorStream(true)
                .redirectOutput(data.resolve("keytool.log").toFile())
                .start();
        assertThat(process.waitFor(60, TimeUnit.SECONDS) && process.exitValue() == 0)
                .as("keytool")
                .isTrue();
    }

    private static int freePort() throws Exception {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
