package io.orderfield.it.own;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.orderfield.it.support.Api;
import io.orderfield.it.support.Auditor;
import io.orderfield.it.support.ExternalBroker;
import io.orderfield.it.support.LibertyProcess;
import io.orderfield.it.support.Postgres;
import io.orderfield.it.support.Traffic;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * One server on PostgreSQL and a broker of its own, all separate processes, under mixed traffic. Broker and database die
 * once by kill -9 and come back (and, where there is time for it, the server too, which {@link KillIT} always kills). Then
 * both sides tell the same story, and nothing that was accepted is missing.
 */
@OwnServer
class ChaosIT {
    private static final Duration RECOVERY = Duration.ofSeconds(90);

    @Test
    void losesNothingWhenBrokerAndDatabaseAreKilledOneAfterTheOther() {
        losesNothing(Traffic.Pace.STEADY, 4, false);
    }

    @Test
    @Tag("full")
    void losesNothingWhenBrokerDatabaseAndServerAreKilledUnderAllTheLoadThatTheyTake() {
        losesNothing(Traffic.Pace.FAST, 6, true);
    }

    private static void losesNothing(Traffic.Pace pace, int between, boolean serverToo) {
        try (Postgres database = new Postgres("chaos-postgres").start();
                ExternalBroker broker = new ExternalBroker("chaos-broker").start();
                LibertyProcess server = new LibertyProcess("chaos", settings(database, broker)).start()) {
            Traffic traffic = Traffic.on(List.of(new Api(server.address())), pace);
            try (traffic) {
                moreOrders(traffic, pace, between);
                broker.kill();
                broker.start();
                moreOrders(traffic, pace, between);
                database.kill();
                database.start();
                moreOrders(traffic, pace, between);
                if (serverToo) {
                    server.kill();
                }
            }
            if (serverToo) {
                server.start();
            }

            Auditor auditor = new Auditor(new Api(server.address()), RECOVERY);
            List<String> approved = traffic.approved();
            assertThat(approved).hasSizeGreaterThanOrEqualTo(3 * between);
            assertThat(traffic.changedItems()).isNotEmpty();
            auditor.audit(traffic);
        }
    }

    private static void moreOrders(Traffic traffic, Traffic.Pace pace, int more) {
        int enough = Math.min(traffic.approved().size() + more, pace.mostOrders());
        await().atMost(RECOVERY).until(() -> traffic.approved().size() >= enough);
    }

    private static Map<String, String> settings(Postgres database, ExternalBroker broker) {
        Map<String, String> settings = new HashMap<>(database.settings());
        settings.putAll(broker.settings());
        settings.put("DEMO_ENABLED", "true");
        settings.put("DEMO_PASSWORD", Api.PASSWORD);
        return settings;
    }
}
