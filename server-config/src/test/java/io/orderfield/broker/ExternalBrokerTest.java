package io.orderfield.broker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ExternalBrokerTest {
    private static final String NETTY = "org.apache.activemq.artemis.core.remoting.impl.netty.NettyConnectorFactory";

    @Test
    void theProcessDoesNotLogEveryMessage() {
        // it stops at the first missing setting: after it has seen to its log
        assertThatIllegalArgumentException()
                .isThrownBy(() -> BrokerProcess.started(Map.of()))
                .withMessageContaining("BROKER_XML");
        assertThat(Logger.getLogger("org.apache.activemq.audit.message").isLoggable(Level.INFO))
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ARTEMIS_USER_CONNECTIONS",
                "ARTEMIS_USER_QUEUES",
                "ARTEMIS_REPLY_EXPIRY_HOURS",
                "ARTEMIS_WRONG_PASSWORDS",
                "ARTEMIS_WRONG_PASSWORDS_MINUTES"
            })
    void theProcessHasTheLimitsOfUsersFromItsEnvironment(String variable, @TempDir Path data) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> BrokerProcess.started(Map.of(
                        "BROKER_XML",
                        System.getProperty("broker.xml"),
                        "DATA_DIR",
                        data.toString(),
                        "ARTEMIS_PASSWORD",
                        "secret",
                        variable,
                        "none")))
                .withMessageContaining(variable.toLowerCase(Locale.ROOT).replace('_', '.') + " is 'none'");
    }

    @Test
    void connectsToOneBroker() {
        ExternalBroker broker = ExternalBroker.parse("mq.example:61616", false, null);
        assertThat(broker.connectorClassNames()).isEqualTo(NETTY);
        assertThat(broker.connectionParameters()).isEqualTo("host=mq.example;port=61616");
        assertThat(broker.isPair()).isFalse();
    }

    @Test
    void connectsToAPrimaryAndItsBackupByTls() {
        ExternalBroker broker = ExternalBroker.parse("a:1, b:2", true, null);
        assertThat(broker.connectorClassNames()).isEqualTo(NETTY + "," + NETTY);
        assertThat(broker.connectionParameters())
                .isEqualTo("host=a;port=1;sslEnabled=true,host=b;port=2;sslEnabled=true");
        assertThat(broker.isPair()).isTrue();
    }

    @Test
    void knowsABrokerByTheCertificatesThatAreSet() {
        KeyStoreFile trust = new KeyStoreFile(Path.of("/etc/orderfield/trust.p12"), "word");
        assertThat(ExternalBroker.parse("a:1", true, trust).connectionParameters())
                .isEqualTo("host=a;port=1;sslEnabled=true;trustStorePath=/etc/orderfield/trust.p12"
                        + ";trustStorePassword=word;trustStoreType=PKCS12");
        assertThatIllegalArgumentException()
                .as("it would end the parameter")
                .isThrownBy(
                        () -> ExternalBroker.parse("a:1", true, new KeyStoreFile(trust.path(), "w;sslEnabled=false")))
                .withMessageContaining("artemis.truststore")
                .withMessageNotContaining("sslEnabled");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "mq.example", "mq.example:", ":61616", "mq.example:port", "a:1,,b:2", "a;sslEnabled=false:1"
            })
    void refusesHostsThatAreNotWrittenSo(String hosts) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ExternalBroker.parse(hosts, false, null))
                .withMessageContaining("artemis.hosts");
    }
}
