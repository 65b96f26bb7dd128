package io.orderfield.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.orderfield.it.support.AmqpPeer;
import io.orderfield.it.support.RunningServer;
import io.restassured.RestAssured;
import io.restassured.path.json.JsonPath;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.UUID;
import org.apache.qpid.protonj2.client.Message;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What outside applications send is not worked off: that is told, and keeps nobody else from anything. */
@ExtendWith(RunningServer.class)
class OutsideQueuesIT {
    private static final Duration SOON = Duration.ofSeconds(120);

    @Test
    void aStuckQueueIsAWarningAndTheServerStaysReady(RunningServer running) throws Exception {
        String reference = "STUCK-" + UUID.randomUUID();
        try (AmqpPeer peer = new AmqpPeer(
                running.brokerPort(),
                "partner",
                RunningServer.PARTNER_PASSWORD,
                "om.partner-orders",
                "reply.partner.orders")) {
            try (Connection database = running.postgres().connection()) {
                holdUpOrders(database);
                peer.send(Message.create("{\"externalReference\":\"" + reference + "\",\"place\":false}")
                        .correlationId(reference));

                await().atMost(SOON).untilAsserted(() -> {
                    JsonPath health = ready(running);
                    assertThat(health.getString("status")).isEqualTo("UP");
                    assertThat(health.getString("checks.find { it.name == 'outside-queues' }.data.queues"))
                            .isEqualTo("om.partner-orders");
                });
                assertThat(running.api()
                                .get("admin", "/sync")
                                .getBoolean("queues.find { it.queue == 'om.partner-orders' }.stuck"))
                        .isTrue();
            }
            assertThat(peer.answerTo(reference).type()).isEqualTo("PartnerOrderRefused.v1");
        }
        await().atMost(SOON).untilAsserted(() -> assertThat(
                        ready(running).getString("checks.find { it.name == 'outside-queues' }.data.queues"))
                .isEmpty());
    }

    /** Until the connection is closed. */
    private static void holdUpOrders(Connection database) throws SQLException {
        database.setAutoCommit(false);
        try (Statement lock = database.createStatement()) {
            lock.execute("lock table om.customer_order in access exclusive mode");
        }
    }

    private static JsonPath ready(RunningServer running) {
        return RestAssured.get("http://127.0.0.1:" + running.server().httpPort() + "/health/ready")
                .jsonPath();
    }
}
