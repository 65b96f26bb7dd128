package io.orderfield.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.orderfield.it.support.Api;
import io.orderfield.it.support.OrderDesk;
import io.orderfield.it.support.RunningServer;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The replay of a draft over HTTP: it runs by itself, says how far it is, is stopped, and leaves everything as it was. */
@ExtendWith(RunningServer.class)
class ReplayIT {
    private static final String DRAFTS = "/decision-tables/work-order-policy/drafts";
    private static final String CSV = "text/csv";
    private static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    private static final Duration SOON = Duration.ofMinutes(2);

    private static Api api;
    private static String order;
    private static List<String> domainOrders;

    private String draft = "";

    @BeforeAll
    static void work(RunningServer running) {
        api = running.api();
        OrderDesk desk = new OrderDesk(api);
        String account = desk.accountWithLocations(1);
        order = desk.approved(desk.order(
                        account,
                        List.of(desk.item(
                                "SITE-SURVEY", desk.locationsOf(account).subList(0, 1), 1))))
                .getString("number");
        desk.confirmedWorkOrders(order);
        domainOrders = desk.domainOrders(order);
    }

    @BeforeEach
    void begin() {
        draft = DRAFTS + "/" + api.post("author", DRAFTS, Map.of()).getString("id");
    }

    @AfterEach
    void end() {
        api.as("author").delete(draft);
    }

    @Test
    void namesTheOpenDomainOrdersOfARowThatIsGoneAndChangesNothing() {
        List<Map<String, Object>> rows = api.get("author", draft).getList("rows");
        List<String> surveys = rows.stream()
                .filter(row -> row.get("cells").toString().contains("SITE-SURVEY"))
                .map(row -> row.get("id").toString())
                .toList();
        api.as("author")
                .body(Map.of(
                        "revision",
                        api.get("author", draft).getInt("revision"),
                        "operations",
                        List.of(Map.of("op", "delete", "ids", surveys))))
                .patch(draft)
                .then()
                .statusCode(200);
        String before =
                api.as("viewer").get("/domain-orders/" + domainOrders.get(0)).asString();

        Response begun = api.as("author").body(Map.of("days", 30)).post(draft + "/replay");
        assertThat(begun.statusCode()).as(begun.asString()).isEqualTo(202);
        assertThat(begun.header("Location")).isEqualTo("/api/v1" + draft + "/replay");
        await().atMost(SOON)
                .until(() -> !api.get("publisher", draft + "/replay").getBoolean("running"));

        JsonPath done = api.get("publisher", draft + "/replay");
        assertThat(done.getString("state")).isEqualTo("DONE");
        assertThat(done.getLong("done")).isPositive();
        assertThat(done.getLong("today.domainOrders")).isPositive();
        assertThat(done.getLong("today.stake.canceled")).isPositive();
        assertThat(api.get("publisher", draft + "/replay/groups").getList("row", String.class))
                .isNotEmpty()
                .isSubsetOf(surveys);
        Response lines = api.as("publisher").get(draft + "/replay/lines?open=true&kind=FEWER&size=200");
        assertThat(lines.statusCode()).isEqualTo(200);
        assertThat(Integer.parseInt(lines.header("X-Total-Count"))).isPositive();
        assertThat(lines.jsonPath().getList("was.template", String.class)).contains("SITE-SURVEY");
        assertThat(api.as("publisher").accept(CSV).get(draft + "/replay/lines").asString())
                .contains("domainOrder,")
                .contains("SITE-SURVEY");
        assertThat(api.as("publisher").accept(XLSX).get(draft + "/replay/lines").asByteArray())
                .startsWith('P', 'K');
        assertThat(api.as("viewer").get("/domain-orders/" + domainOrders.get(0)).asString())
                .isEqualTo(before);
    }

    @Test
    void sentAgainWithItsKeyItIsNotBegunTwiceAndStoppedTwiceItStaysStopped() {
        String key = UUID.randomUUID().toString();
        Response first = keyed(key);
        Response again = keyed(key);
        assertThat(again.statusCode()).isEqualTo(202);
        assertThat(again.<String>path("id")).isEqualTo(first.<String>path("id"));
        Response stopped = api.as("author").delete(draft + "/replay");
        assertThat(stopped.statusCode()).isEqualTo(200);
        assertThat(stopped.<Boolean>path("running")).isFalse();
        assertThat(api.as("author").delete(draft + "/replay").<String>path("state"))
                .isEqualTo(stopped.<String>path("state"));
    }

    private Response keyed(String key) {
        return api.as("author").header("Idempotency-Key", key).body(Map.of()).post(draft + "/replay");
    }

    @Test
    void refusesWhatCantBeReplayed() {
        problem(api.as("author").get(draft + "/replay"), 404, "not-found");
        problem(api.as("author").get(draft + "/replay/lines"), 404, "not-found");
        problem(api.as("author").body(Map.of("days", 0)).post(draft + "/replay"), 400, "invalid-request");
        problem(api.as("author").body(Map.of()).post(DRAFTS + "/" + UUID.randomUUID() + "/replay"), 404, "not-found");
        problem(api.as("publisher").body(Map.of()).post(draft + "/replay"), 403, "forbidden");
        problem(api.as("agent").get(draft + "/replay"), 403, "forbidden");
        problem(api.as("author").header("If-Match", "\"99\"").body(Map.of()).post(draft + "/replay"), 412, "stale");
    }

    private static void problem(Response answer, int status, String code) {
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(status);
        assertThat(answer.<String>path("code")).isEqualTo(code);
    }
}
