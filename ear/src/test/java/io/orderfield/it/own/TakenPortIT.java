package io.orderfield.it.own;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.orderfield.it.support.Api;
import io.orderfield.it.support.LibertyProcess;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A server whose port somebody else has says so, and is nothing that looks like a server. */
@OwnServer
class TakenPortIT {
    private static final Duration SOON = Duration.ofMinutes(4);

    @Test
    void endsWhereItCantServePages() throws Exception {
        try (ServerSocket taken = taken();
                LibertyProcess server = new LibertyProcess("taken-https", settings())) {
            server.with("HTTPS_PORT", String.valueOf(taken.getLocalPort())).launch();
            assertThat(server.endsWithin(SOON)).as(server.log()).isTrue();
            assertThat(server.log())
                    .containsPattern("CWWKO0221E: .*host 127\\.0\\.0\\.1 and port " + taken.getLocalPort());
        }
    }

    @Test
    void isNotReadyWhereTheBrokerCantListen() throws Exception {
        try (ServerSocket taken = taken();
                LibertyProcess server = new LibertyProcess("taken-broker", settings())) {
            String said = "port " + taken.getLocalPort() + " of 127.0.0.1 can't be had";
            server.with("ARTEMIS_PORT", String.valueOf(taken.getLocalPort())).launch();
            await().atMost(SOON)
                    .until(() -> server.log().contains(said) && server.log().contains("CWWKF0011I"));
            assertThat(ready(server)).isEqualTo(503);
            assertThat(server.log()).contains("ARTEMIS_PORT and ARTEMIS_HOST choose another");
        }
    }

    private static Map<String, String> settings() {
        return Map.of("ADMIN_PASSWORD", Api.PASSWORD);
    }

    private static ServerSocket taken() throws IOException {
        return new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"));
    }

    private static int ready(LibertyProcess server) throws IOException {
        HttpURLConnection asked =
                (HttpURLConnection) URI.create("http://127.0.0.1:" + server.httpPort() + "/health/ready")
                        .toURL()
                        .openConnection();
        return asked.getResponseCode();
    }
}
