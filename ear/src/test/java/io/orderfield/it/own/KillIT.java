package io.orderfield.it.own;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.orderfield.it.support.Api;
import io.orderfield.it.support.Auditor;
import io.orderfield.it.support.LibertyProcess;
import io.orderfield.it.support.Surroundings;
import io.orderfield.it.support.Traffic;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * The server dies by kill -9 while people approve orders and technicians work, and comes back on the same data, with the
 * embedded database and broker; in a build with {@code -Pexternal} with external ones.
 */
@OwnServer
class KillIT {
    private static final Duration RECOVERY = Duration.ofSeconds(90);

    @Test
    void losesNothingAndDoublesNothingWhenTheServerIsKilledUnderLoad() {
        losesNothingAndDoublesNothing(Traffic.Pace.STEADY, 6);
    }

    @Test
    @Tag("full")
    void norWhenItIsKilledUnderAllTheLoadThatItTakes() {
        losesNothingAndDoublesNothing(Traffic.Pace.FAST, 12);
    }

    private static void losesNothingAndDoublesNothing(Traffic.Pace pace, int orders) {
        try (Surroundings surroundings = Surroundings.of("killed", "");
                LibertyProcess server = new LibertyProcess("killed", settings(surroundings)).start()) {
            Traffic traffic = Traffic.on(List.of(new Api(server.address())), pace);
            try (traffic) {
                await().atMost(RECOVERY).until(() -> traffic.approved().size() >= orders);
                server.kill();
            }
            server.start();

            Auditor auditor = new Auditor(new Api(server.address()), RECOVERY);
            List<String> approved = traffic.approved();
            assertThat(approved).hasSizeGreaterThanOrEqualTo(orders);
            auditor.audit(traffic);
        }
    }

    private static Map<String, String> settings(Surroundings surroundings) {
        Map<String, String> settings = surroundings.settings();
        settings.put("DEMO_ENABLED", "true");
        settings.put("DEMO_PASSWORD", Api.PASSWORD);
        return settings;
    }
}
