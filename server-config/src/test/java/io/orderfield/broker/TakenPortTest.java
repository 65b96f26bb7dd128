package io.orderfield.broker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A broker whose port somebody else has says which it is and how to choose another, before it has begun anything. */
class TakenPortTest {
    @Test
    void namesThePortAndTheSettings(@TempDir Path data) throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            EmbeddedBroker broker = new EmbeddedBroker(
                    Path.of(System.getProperty("broker.xml")),
                    data.resolve("artemis"),
                    "secret",
                    List.of(),
                    EventLimits.DEFAULT);
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> broker.start("127.0.0.1", taken.getLocalPort(), null))
                    .withMessageContaining("port " + taken.getLocalPort() + " of 127.0.0.1")
                    .withMessageContaining("ARTEMIS_PORT");
            assertThat(data.resolve("artemis").resolve("journal")).matches(Files::notExists);
        }
    }
}
