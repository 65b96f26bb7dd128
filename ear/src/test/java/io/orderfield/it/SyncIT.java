package io.orderfield.it;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import io.orderfield.it.support.Api;
import io.orderfield.it.support.OrderDesk;
import io.orderfield.it.support.RunningServer;
import io.restassured.path.json.JsonPath;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Dead letters and drift, planted behind the application's back, end to end: REST, database, broker, both sides. */
@ExtendWith(RunningServer.class)
class SyncIT {
    private static final Duration SOON = Duration.ofSeconds(60);
    private static final String ADMIN = "admin";

    private static RunningServer running;
    private static Api api;
    private static OrderDesk desk;

    @BeforeAll
    static void server(RunningServer given) {
        running = given;
        api = given.api();
        desk = new OrderDesk(api);
    }

    @Test
    void aDeadLetterIsReplayedUnderANewIdAndThenDiscarded() {
        String message = UUID.randomUUID().toString();
        // as if a sender had written nonsense: the listener can't read it
        running.postgres()
                .spoil(
                        "insert into fsm.outbox (id, destination, topic, type, group_id, body, occurred_at, next_attempt_at)"
                                + " values ('" + message
                                + "', 'om.work-order-events', false, 'WorkOrderChanged.v1', 'SO-NONE', '{',"
                                + " now(), now())");
        String id = letterOf(message);

        JsonPath replayed = api.act(ADMIN, "/sync/dead-letters/{id}/replay", id);
        assertThat(replayed.getString("outcome")).isEqualTo("REPLAYED");
        String renewed = replayed.getString("messageId");
        assertThat(renewed).isNotEqualTo(message);
        String again = letterOf(renewed);
        assertThat(again).isNotEqualTo(id);

        JsonPath discarded =
                api.post(ADMIN, "/sync/dead-letters/{id}/discard", Map.of("reason", "planted by a test"), again);
        assertThat(discarded.getString("outcome")).isEqualTo("DONE");
        api.as(ADMIN).get("/sync/dead-letters/{id}", again).then().statusCode(404);
        api.as(ADMIN)
                .get("/sync/dead-letter-actions")
                .then()
                .body("deadLetterId", hasItem(id))
                .body("deadLetterId", hasItem(again));
    }

    @Test
    void whatFieldServiceCouldNotSayIsSeenAndSaidAnewWhenItIsDiscarded() {
        String order = approvedOrder();
        Map<String, String> works = workOrders(order);
        String lost = works.keySet().iterator().next();
        running.postgres()
                .spoil("update om.work_order_link set state = 'DRAFT', snapshot_revision = 0 where number = '" + lost
                        + "'");
        String message = UUID.randomUUID().toString();
        running.postgres()
                .spoil("insert into fsm.outbox (id, destination, topic, type, group_id, body, occurred_at,"
                        + " next_attempt_at, state, last_error) select '" + message
                        + "', 'om.work-order-events', false, 'WorkOrderChanged.v1', domain_order, '{\"workOrderKey\":\"'"
                        + " || id || '\",\"snapshotRevision\":1,\"answeredRequestRevision\":1,\"snapshot\":"
                        + "{\"state\":\"DRAFT\",\"onHold\":false,\"rescheduleNeeded\":false,"
                        + "\"acknowledgementPending\":false,\"tasks\":[]},\"entries\":[]}', now(), now(), 'FAILED',"
                        + " 'the queue was gone' from fsm.work_order where number = '" + lost + "'");

        api.as("manager").get("/sync/unsent-messages/fsm").then().statusCode(403);
        JsonPath listed = api.get(ADMIN, "/sync/unsent-messages/fsm");
        assertThat(listed.getString("find { it.id == '" + message + "' }.error"))
                .isEqualTo("the queue was gone");
        api.as(ADMIN)
                .body(Map.of("reason", " "))
                .post("/sync/unsent-messages/fsm/{id}/discard", message)
                .then()
                .statusCode(400);
        JsonPath discarded = api.post(
                ADMIN, "/sync/unsent-messages/fsm/{id}/discard", Map.of("reason", "planted by a test"), message);

        assertThat(discarded.getString("effect")).contains("anew");
        await().atMost(SOON).untilAsserted(() -> assertThat(workOrders(order)).isEqualTo(works));
        api.as(ADMIN).get("/sync/unsent-messages/fsm/{id}", message).then().statusCode(404);
        assertThat(api.get(ADMIN, "/sync/unsent-messages/fsm/actions").<String>getList("messageId"))
                .contains(message);
    }

    @Test
    void whatOrderManagementCouldNotSayIsSentAgain() {
        String message = UUID.randomUUID().toString();
        running.postgres()
                .spoil("insert into om.outbox (id, destination, topic, type, body, occurred_at, next_attempt_at, state,"
                        + " last_error) values ('" + message
                        + "', 'om.events', true, 'OrderEvent.v1', '{}', now(), now(), 'FAILED', 'the topic was gone')");

        JsonPath retried = api.act(ADMIN, "/sync/unsent-messages/om/{id}/retry", message);

        assertThat(retried.getString("kind")).isEqualTo("RETRY");
        await().atMost(SOON).untilAsserted(() -> assertThat(running.postgres()
                        .spoil("update om.outbox set attempts = attempts where id = '" + message + "'"))
                .as("rows of it that are left")
                .isZero());
        assertThat(api.get(ADMIN, "/sync/unsent-messages/om/actions").getString("[0].messageId"))
                .isEqualTo(message);
        api.as(ADMIN).get("/sync/unsent-messages/elsewhere").then().statusCode(404);
    }

    @Test
    void driftIsFoundAndRepaired() {
        String order = approvedOrder();
        Map<String, String> works = workOrders(order);
        String stale = works.keySet().iterator().next();
        assertThat(running.postgres()
                        .spoil("update om.work_order_link set state = 'DRAFT', snapshot_revision = 0 where number = '"
                                + stale + "'"))
                .isEqualTo(1);

        JsonPath done = reconciled(true);
        assertThat(done.getInt("confirmed")).isEqualTo(1);
        assertThat(done.getInt("repaired")).isZero();
        assertThat(workOrders(order)).containsEntry(stale, "DRAFT");

        done = reconciled(false);
        assertThat(done.getMap("differences")).containsEntry("STALE", 1);
        api.as(ADMIN)
                .get("/sync/reconciliation/{number}/findings", done.getString("number"))
                .then()
                .body("workOrder", equalTo(List.of(stale)))
                .body("state", equalTo(List.of("REPAIRED")));
        await().atMost(SOON).untilAsserted(() -> assertThat(workOrders(order)).isEqualTo(works));
        assertThat(reconciled(true).getInt("confirmed")).isZero();
        assertThat(desk.domainOrders(order)).allSatisfy(n -> assertThat(
                        api.get("agent", "/domain-orders/{number}", n).getString("lastVerifiedAt"))
                .isNotNull());
    }

    @Test
    void aNoteLeadsBackToTheRequestThatCausedIt() {
        String order = approvedOrder();
        String work = workOrders(order).keySet().iterator().next();
        String trace = "4bf92f3577b34da6a3ce929d0e0e4736";

        api.as("dispatcher")
                .header("traceparent", "00-" + trace + "-00f067aa0ba902b7-01")
                .body(Map.of("text", "The gate code is new"))
                .post("/work-orders/{number}/notes", work)
                .then()
                .header("X-Correlation-Id", trace);

        await().atMost(SOON).untilAsserted(() -> assertThat(desk.domainOrders(order).stream()
                        .flatMap(n -> desk.notes(n).stream())
                        .filter(n -> "The gate code is new".equals(n.get("text"))))
                .singleElement()
                .satisfies(n -> assertThat(n.get("traceId")).isEqualTo(trace)));
    }

    @Test
    void isForAdministratorsAndShowsBothSides() {
        api.as("manager").get("/sync").then().statusCode(403);
        api.as("manager").body("{}").post("/sync/reconciliation").then().statusCode(403);
        await().atMost(SOON).untilAsserted(() -> {
            JsonPath sync = api.get(ADMIN, "/sync");
            assertThat(sync.<String>getList("sides.side")).containsExactly("om", "fsm");
            assertThat(sync.<String>getList("queues.queue")).contains("DLQ", "om.work-order-events");
            assertThat(sync.<Object>getList("sides[0].nodes")).hasSize(1);
        });
        given().get("http://127.0.0.1:" + running.server().httpPort() + "/health/ready")
                .then()
                .body("checks.name", hasItem("dead-letters"));
    }

    private static String letterOf(String message) {
        return await().atMost(SOON)
                .until(
                        () -> api.idOf(ADMIN, "/sync/dead-letters", "it.messageId == '" + message + "'"),
                        id -> id != null);
    }

    private static JsonPath reconciled(boolean dryRun) {
        String number =
                api.act(ADMIN, "/sync/reconciliation?dryRun={dry}", dryRun).getString("number");
        return await().atMost(SOON)
                .until(
                        () -> api.get(ADMIN, "/sync/reconciliation/{number}", number),
                        run -> run.getString("finishedAt") != null);
    }

    private static String approvedOrder() {
        String account = desk.accountWithLocations(1);
        String order = desk.approved(desk.order(
                        account,
                        List.of(desk.item(
                                "FIBER-INTERNET", desk.locationsOf(account).subList(0, 1), 1))))
                .getString("number");
        assertThat(desk.confirmedWorkOrders(order)).isNotEmpty();
        return order;
    }

    /** State by number of every work order of the order. */
    private static Map<String, String> workOrders(String order) {
        return desk.domainOrders(order).stream()
                .flatMap(n ->
                        api
                                .get("agent", "/domain-orders/{number}", n)
                                .<Map<String, Object>>getList("workOrders")
                                .stream())
                .collect(Collectors.toMap(w -> String.valueOf(w.get("number")), w -> String.valueOf(w.get("state"))));
    }
}
