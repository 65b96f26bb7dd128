package io.orderfield.it.own;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.orderfield.it.support.Api;
import io.orderfield.it.support.LibertyProcess;
import io.orderfield.it.support.OrderDesk;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Changes in flight where the manager has to agree first: asked for, looked at, approved, refused, taken back; and what
 * becomes of them when the setting is changed.
 */
@OwnServer
class InflightApprovalIT {
    private static final Duration SOON = Duration.ofSeconds(30);

    private Api api;
    private OrderDesk desk;
    private List<String> items;

    @Test
    void theManagerDecidesAboutChangesWhileTheSettingSaysSo() {
        LibertyProcess server = server();
        try (server) {
            assertThat(server.log()).contains("no variable INFLIGHT_APROVAL", "Was INFLIGHT_APPROVAL meant?");
            nobodyOverridesWhatIsFixed();
            String account = desk.accountWithLocations(3);
            String order = order(account);

            aRequestedChangeIsPreviewedAndApproved(order);
            aRequestedChangeIsRefusedOrTakenBack();
            anAddedItemWaitsAndSoDoesItsCancellation(order, account);
            followUpWorkIsApprovedOrDeclined(order);
        }
    }

    /** InflightApprovalJpaTest has the rule; this has the setting changed as an operator does it. */
    @Test
    @Tag("full")
    void whatWasAskedForBeforeTheSettingChangedIsOvertaken() {
        try (LibertyProcess server = server()) {
            order(desk.accountWithLocations(3));
            String overtaken = requested(items.get(2), Map.of("quantity", 3));

            server.stop();
            server.with("INFLIGHT_APPROVAL", "none").start();
            ok(api.as("agent").body(Map.of("priority", 1)).patch("/line-items/{n}", items.get(2)));

            problem(approve(overtaken, null), 409, "stale-change");
            assertThat(item(2).getInt("quantity")).isEqualTo(1);
            ok(api.as("agent").body(Map.of()).post("/inflight-changes/{n}/withdrawal", overtaken));
        }
    }

    private LibertyProcess server() {
        LibertyProcess server = LibertyProcess.inItsSurroundings(
                        "inflight-approval",
                        Map.of(
                                "DEMO_ENABLED", "true",
                                "DEMO_PASSWORD", Api.PASSWORD,
                                "INFLIGHT_APPROVAL", "manager",
                                "FOLLOW_UP_APPROVAL_FIXED", "manager",
                                "INFLIGHT_APROVAL", "none"))
                .start();
        api = new Api(server.address());
        desk = new OrderDesk(api);
        return server;
    }

    private void nobodyOverridesWhatIsFixed() {
        JsonPath settings = api.get("admin", "/settings");
        assertThat(settings.getList("source")).containsExactly("variable", "variable");
        assertThat(settings.getList("fixed")).containsExactly(false, true);
        problem(
                api.as("admin").body(Map.of("value", "none")).put("/settings/FOLLOW_UP_APPROVAL"),
                409,
                "setting-fixed");
    }

    /** One of three items, with all its work orders. */
    private String order(String account) {
        String order = desk.approved(desk.order(
                        account,
                        List.of(desk.item(
                                "MANAGED-WIFI", desk.locationsOf(account).subList(0, 3), 1))))
                .getString("number");
        items = api.get("agent", "/customer-orders/{n}", order).getList("lineItems.number");
        desk.confirmedWorkOrders(order);
        return order;
    }

    private void aRequestedChangeIsPreviewedAndApproved(String order) {
        String change = requested(items.get(0), Map.of("quantity", 2));
        assertThat(item(0).getInt("quantity")).isEqualTo(1);
        assertThat(item(0).getInt("version")).isEqualTo(1);
        Response second = api.as("agent").body(Map.of("priority", 1)).patch("/line-items/{n}", items.get(0));
        problem(second, 409, "change-pending");
        assertThat(second.<List<String>>path("inflightChanges")).containsExactly(change);
        assertThat(api.as("manager")
                        .queryParam("state", "REQUESTED")
                        .queryParam("customerOrder", order)
                        .get("/inflight-changes")
                        .jsonPath()
                        .getList("number"))
                .containsExactly(change);

        Response preview = api.as("manager").get("/inflight-changes/{n}/impact", change);
        assertThat(preview.jsonPath().getList("creates.template")).containsExactly("AP-INSTALL");
        problem(api.as("agent").body(Map.of()).post("/inflight-changes/{n}/approval", change), 403, "forbidden");
        problem(approve(change, "\"00000000000000000000000000000000\""), 412, "stale");
        assertThat(ok(approve(change, preview.header("ETag"))).getString("state"))
                .isEqualTo("APPLIED");

        assertThat(item(0).getInt("quantity")).isEqualTo(2);
        assertThat(item(0).getInt("version")).isEqualTo(2);
        await().atMost(SOON).until(() -> desk.confirmedWorkOrders(order).size() == 4);
        problem(approve(change, null), 409, "wrong-state");
        problem(api.as("manager").get("/inflight-changes/{n}/impact", change), 409, "wrong-state");
    }

    private void aRequestedChangeIsRefusedOrTakenBack() {
        String refused = requested(items.get(1), Map.of("specialInstructions", "Use the back door"));
        problem(
                api.as("manager").body(Map.of()).post("/inflight-changes/{n}/refusal", refused),
                400,
                "invalid-request");
        JsonPath refusal = ok(api.as("manager")
                .body(Map.of("reason", "There is none"))
                .post("/inflight-changes/{n}/refusal", refused));
        assertThat(refusal.getString("state")).isEqualTo("REFUSED");

        String withdrawn = requested(items.get(1), Map.of("priority", 1));
        assertThat(ok(api.as("agent").body(Map.of()).post("/inflight-changes/{n}/withdrawal", withdrawn))
                        .getString("state"))
                .isEqualTo("WITHDRAWN");
        problem(approve(withdrawn, null), 409, "wrong-state");
        assertThat(item(1).getInt("version")).isEqualTo(1);
        assertThat(item(1).getInt("priority")).isEqualTo(3);
    }

    private void anAddedItemWaitsAndSoDoesItsCancellation(String order, String account) {
        Response added = api.as("agent")
                .body(desk.item("SITE-SURVEY", desk.locationsOf(account).subList(0, 1), 1))
                .post("/customer-orders/{n}/line-items", order);
        assertThat(added.statusCode()).as(added.asString()).isEqualTo(201);
        String item = added.path("number");
        assertThat(added.<String>path("state")).isEqualTo("NEW");
        ok(approve(waiting(order, "ADDITION"), null));
        assertThat(api.get("agent", "/line-items/{n}", item).getString("state")).isEqualTo("IN_PROGRESS");

        ok(api.as("agent").body(Map.of("reason", "Not needed")).post("/line-items/{n}/cancellation", item));
        assertThat(api.get("agent", "/line-items/{n}", item).getString("state")).isEqualTo("IN_PROGRESS");
        ok(approve(waiting(order, "CANCELLATION"), null));
        await().atMost(SOON).until(() -> api.get("agent", "/line-items/{n}", item)
                .getString("state")
                .equals("CANCELED"));
    }

    private String waiting(String order, String kind) {
        JsonPath changes = api.get("manager", "/inflight-changes?state=REQUESTED&customerOrder={n}", order);
        assertThat(changes.getList("kind")).containsExactly(kind);
        return changes.getString("[0].number");
    }

    private void followUpWorkIsApprovedOrDeclined(String order) {
        String workOrder = desk.confirmedWorkOrders(order).get(0);
        String domainOrder =
                api.get("dispatcher", "/work-orders/{n}", workOrder).getString("domainOrder");
        for (String reason : List.of("One more antenna", "A second look")) {
            ok(api.as("dispatcher")
                    .body(Map.of("template", "SITE-SURVEY", "reason", reason))
                    .post("/work-orders/{n}/follow-up", workOrder));
        }
        String wishes = "/domain-orders/" + domainOrder + "/follow-up-wishes";
        await().atMost(SOON).until(() -> api.get("manager", wishes).getList("").size() == 2);
        assertThat(api.get("manager", "/follow-up-wishes").getList("domainOrder"))
                .containsExactly(domainOrder, domainOrder);
        problem(api.as("agent").get("/follow-up-wishes"), 403, "forbidden");
        List<String> ids = api.get("manager", wishes).getList("id");
        Response closure = api.as("manager").body(Map.of()).post("/domain-orders/{n}/closure", domainOrder);
        problem(closure, 409, "open-work-orders");
        assertThat(closure.<List<String>>path("blockers.kind")).contains("follow-up-wish");

        problem(api.as("manager").body(Map.of()).post(wishes + "/{id}/refusal", ids.get(1)), 400, "invalid-request");
        ok(api.as("manager").body(Map.of("reason", "Seen twice")).post(wishes + "/{id}/refusal", ids.get(1)));
        JsonPath approved = ok(api.as("manager").body(Map.of()).post(wishes + "/{id}/approval", ids.get(0)));

        assertThat(approved.getList("workOrders.origin")).contains("FOLLOW_UP");
        problem(api.as("manager").body(Map.of()).post(wishes + "/{id}/approval", ids.get(0)), 409, "wrong-state");
        assertThat(api.get("manager", wishes).getList("")).isEmpty();
        await().atMost(SOON)
                .until(() -> api.get("dispatcher", "/work-orders/{n}/activity", workOrder).getList("text").stream()
                        .anyMatch(t -> String.valueOf(t).contains("is declined: Seen twice")));
    }

    private String requested(String item, Map<String, Object> revision) {
        JsonPath asked = ok(api.as("agent").body(revision).patch("/line-items/{n}", item));
        assertThat(asked.getString("inflightChange.state")).isEqualTo("REQUESTED");
        return asked.getString("inflightChange.number");
    }

    private Response approve(String change, String preview) {
        var request = api.as("manager").body(Map.of());
        return (preview == null ? request : request.header("If-Match", preview))
                .post("/inflight-changes/{n}/approval", change);
    }

    private JsonPath item(int index) {
        return api.get("agent", "/line-items/{n}", items.get(index));
    }

    private static JsonPath ok(Response answer) {
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(200);
        return answer.jsonPath();
    }

    private static void problem(Response answer, int status, String code) {
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(status);
        assertThat(answer.<String>path("code")).as(answer.asString()).isEqualTo(code);
    }
}
