package io.orderfield.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.orderfield.it.support.Api;
import io.orderfield.it.support.OrderDesk;
import io.orderfield.it.support.RunningServer;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Bad input gets a clear problem with a stable code, changes nothing and loses nothing. */
@ExtendWith(RunningServer.class)
class BadInputIT {
    private static Api api;
    private static OrderDesk desk;
    private static String account;

    @BeforeAll
    static void server(RunningServer running) {
        api = running.api();
        desk = new OrderDesk(api);
        account = desk.accountWithLocations(2);
    }

    @Test
    void refusesAnUnknownAccount() {
        refusedAt(Map.of("account", "ACCT9999999"), "account");
    }

    @Test
    void refusesAnUnknownLocation() {
        refusedItem(Map.of("locations", List.of("LOC9999999")), "lineItems[0].location");
    }

    @Test
    void refusesAnUnknownSpecification() {
        refusedItem(Map.of("specification", "TELEPORTER"), "lineItems[0].specification");
    }

    @Test
    void refusesAQuantityOfNothingOrOfABillion() {
        refusedItem(Map.of("quantity", 0), "lineItems[0].quantity");
        refusedItem(Map.of("quantity", 1_000_000_000), "lineItems[0].quantity");
    }

    @Test
    void refusesToPlaceAnEmptyOrder() {
        Map<String, Object> empty = desk.order(account, List.of());
        Response created = api.as("agent").body(empty).post("/customer-orders");
        if (created.statusCode() == 201) {
            problem(
                    api.as("agent")
                            .body(Map.of())
                            .post("/customer-orders/{n}/placement", created.<String>path("number")),
                    409,
                    null);
        } else {
            problem(created, 400, "invalid-request");
        }
    }

    @Test
    void refusesATextOfOneMegabyte() {
        Map<String, Object> order = valid();
        order.put("specialInstructions", "x".repeat(1_000_000));
        Response answer = api.as("agent").body(order).post("/customer-orders");
        assertThat(answer.statusCode()).isIn(400, 413);
        problem(answer, answer.statusCode(), null);
        order.put("specialInstructions", "x".repeat(2_000_000));
        problem(api.as("agent").body(order).post("/customer-orders"), 413, "body-too-large");
    }

    @Test
    void refusesWhatTheAddressDoesNotKnow() {
        problem(api.as("agent").delete("/customer-orders"), 405, "method-not-allowed");
        problem(api.as("agent").accept("application/xml").get("/customer-orders"), 406, "not-acceptable");
        problem(
                api.as("agent").header("If-Match", "3").body(Map.of()).post("/customer-orders/ORD9999999/placement"),
                400,
                "invalid-if-match");
    }

    @Test
    void brakesWhoGuessesPasswords() {
        String nobody = "nobody-" + UUID.randomUUID();
        for (int i = 0; i < 10; i++) {
            problem(guess(nobody), 401, "unauthenticated");
        }
        Response braked = guess(nobody);
        problem(braked, 429, "too-many-attempts");
        assertThat(Integer.parseInt(braked.header("Retry-After"))).isPositive();
    }

    @Test
    void refusesWhatIsNotJson() {
        problem(api.as("agent").body("{\"account\": ").post("/customer-orders"), 400, "malformed-json");
        problem(api.as("agent").body("[1, 2]").post("/customer-orders"), 400, null);
        problem(
                api.as("agent").contentType(ContentType.TEXT).body("hello").post("/customer-orders"),
                415,
                "unsupported-media-type");
    }

    @Test
    void refusesWhoIsNotKnownOrMayNot() {
        problem(api.anonymous().get("/customer-orders"), 401, null);
        problem(api.as("viewer").body(valid()).post("/customer-orders"), 403, "forbidden");
        problem(api.as("technician").body(valid()).post("/customer-orders"), 403, "forbidden");
    }

    @Test
    void answersUnknownNumbersAndPathsWith404() {
        problem(api.as("agent").get("/customer-orders/ORD9999999"), 404, "not-found");
        problem(api.as("agent").get("/domain-orders/SO9999999"), 404, "not-found");
        problem(api.as("agent").get("/work-orders/WO9999999"), 404, "not-found");
        problem(api.as("agent").get("/no-such-thing"), 404, null);
    }

    @Test
    void refusesAStaleIfMatchAndChangesNothing() {
        String number = api.post("agent", "/customer-orders", valid()).getString("number");
        Response stale = api.as("agent")
                .header("If-Match", "\"999\"")
                .body(Map.of("priority", 1))
                .patch("/customer-orders/{n}", number);
        problem(stale, 412, "stale");
        assertThat(api.get("agent", "/customer-orders/{n}", number).getInt("priority"))
                .isEqualTo(3);
    }

    @Test
    void anIdempotencyKeyMakesARepeatHarmless() {
        String key = UUID.randomUUID().toString();
        Map<String, Object> order = valid();
        Response first =
                api.as("agent").header("Idempotency-Key", key).body(order).post("/customer-orders");
        Response again =
                api.as("agent").header("Idempotency-Key", key).body(order).post("/customer-orders");
        assertThat(first.statusCode()).isEqualTo(201);
        assertThat(again.statusCode()).isEqualTo(201);
        assertThat(again.<String>path("number")).isEqualTo(first.<String>path("number"));
        order.put("priority", 1);
        problem(api.as("agent").header("Idempotency-Key", key).body(order).post("/customer-orders"), 409, null);
    }

    @Test
    void aPartnerSeesOnlyTheOwnAccount() {
        String own = api.get("partner", "/accounts").getString("[0].number");
        assertThat(api.get("partner", "/accounts").getList("number")).hasSize(1);
        String other = api.get("agent", "/accounts").getList("number", String.class).stream()
                .filter(number -> !number.equals(own))
                .findFirst()
                .orElseThrow();
        String foreign = api.post(
                        "agent",
                        "/customer-orders",
                        desk.order(
                                other,
                                List.of(desk.item(
                                        "SITE-SURVEY", desk.locationsOf(other).subList(0, 1), 1))))
                .getString("number");
        problem(api.as("partner").get("/customer-orders/{n}", foreign), 404, "not-found");
        problem(api.as("partner").body(Map.of()).post("/customer-orders/{n}/placement", foreign), 404, "not-found");
        Response mine = api.as("partner")
                .body(desk.order(
                        own,
                        List.of(desk.item("SITE-SURVEY", desk.locationsOf(own).subList(0, 1), 1))))
                .post("/customer-orders");
        assertThat(mine.statusCode()).as(mine.asString()).isEqualTo(201);
    }

    private static Response guess(String user) {
        return api.anonymous().auth().preemptive().basic(user, "not-it").get("/customer-orders");
    }

    private static void refusedAt(Map<String, Object> changes, String field) {
        Map<String, Object> order = valid();
        order.putAll(changes);
        long before = count();
        Response answer = api.as("agent").body(order).post("/customer-orders");
        problem(answer, 400, "invalid-request");
        assertThat(answer.jsonPath().getList("errors.field", String.class)).anyMatch(f -> f.startsWith(field));
        assertThat(count()).isEqualTo(before);
    }

    private static void refusedItem(Map<String, Object> changes, String field) {
        Map<String, Object> item =
                desk.item("SITE-SURVEY", desk.locationsOf(account).subList(0, 1), 1);
        item.putAll(changes);
        refusedAt(Map.of("lineItems", List.of(item)), field);
    }

    private static Map<String, Object> valid() {
        return new HashMap<>(desk.order(
                account,
                List.of(desk.item("SITE-SURVEY", desk.locationsOf(account).subList(0, 1), 1))));
    }

    private static long count() {
        return Long.parseLong(api.as("agent").get("/customer-orders?size=1").header("X-Total-Count"));
    }

    /** A problem document with this status and (when given) code, and nothing in it that is not for the caller. */
    private static void problem(Response answer, int status, String code) {
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(status);
        assertThat(answer.contentType()).startsWith("application/problem+json");
        assertThat(answer.jsonPath().getInt("status")).isEqualTo(status);
        assertThat(answer.<String>path("code")).isNotBlank();
        if (code != null) {
            assertThat(answer.<String>path("code")).isEqualTo(code);
        }
        assertThat(answer.asString()).doesNotContain("Exception", "at io.orderfield", ".java:");
    }
}
