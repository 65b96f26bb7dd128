package io.orderfield.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.orderfield.it.support.Api;
import io.orderfield.it.support.FieldWork;
import io.orderfield.it.support.OrderDesk;
import io.orderfield.it.support.RunningServer;
import io.restassured.RestAssured;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** PostgreSQL goes away while messages are under way and comes back: none is lost, none is a dead letter. */
@ExtendWith(RunningServer.class)
class DatabaseOutageIT {
    /** A message may sit out the broker's longest redelivery delay, 30 s, and once more if its first try meets a dead connection. */
    private static final Duration RECOVERY = Duration.ofSeconds(90);

    @Test
    void ofSecondsCostsNoMessage(RunningServer running) {
        costsNoMessage(running, Duration.ofSeconds(5));
    }

    @Test
    @Tag("full")
    void ofAMinuteCostsNoMessage(RunningServer running) {
        costsNoMessage(running, Duration.ofMinutes(1));
    }

    private static void costsNoMessage(RunningServer running, Duration away) {
        Api api = running.api();
        OrderDesk desk = new OrderDesk(api);
        String account = desk.accountWithLocations(4);
        Map<String, Object> item =
                desk.item("MANAGED-WIFI", desk.locationsOf(account).subList(0, 4), 20);
        String order = desk.approved(desk.order(account, List.of(item))).getString("number");

        running.postgres().close();
        Instant back = Instant.now().plus(away);
        await().atMost(RECOVERY).until(() -> ready(running) == 503);
        await().atMost(RECOVERY).until(() -> Instant.now().isAfter(back));
        running.postgres().start();
        await().atMost(RECOVERY).until(() -> ready(running) == 200);

        List<String> workOrders = desk.confirmedWorkOrders(order, RECOVERY);
        assertThat(workOrders)
                .hasSizeGreaterThanOrEqualTo(80)
                .doesNotHaveDuplicates()
                .doesNotContainNull();
        String workOrder = workOrders.get(0);
        new FieldWork(api).assign(workOrder);
        String domainOrder =
                api.get("dispatcher", "/work-orders/{n}", workOrder).getString("domainOrder");
        await().atMost(RECOVERY).untilAsserted(() -> assertThat(desk.notes(domainOrder))
                .anyMatch(n -> workOrder.equals(n.get("workOrder")) && "ASSIGNED".equals(n.get("state"))));
    }

    private static int ready(RunningServer running) {
        return RestAssured.given()
                .get("http://127.0.0.1:" + running.server().httpPort() + "/health/ready")
                .statusCode();
    }
}
