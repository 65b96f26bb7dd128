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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What Field Service refuses becomes a fallout; with the cause mended, its retry brings the work about. */
@ExtendWith(RunningServer.class)
class FalloutIT {
    private static final Duration SOON = Duration.ofSeconds(30);

    @Test
    void aRefusedCreationIsTriedAgainOnceItsCauseIsMended(RunningServer running) {
        Api api = running.api();
        OrderDesk desk = new OrderDesk(api);
        String account = desk.accountWithLocations(1);
        // longer than Field Service takes
        String location = desk.newLocation(account, "X".repeat(45), "Lothian");
        String order = desk.approved(desk.order(account, List.of(desk.item("SITE-SURVEY", List.of(location), 1))))
                .getString("number");

        await().atMost(SOON).until(() -> open(api, order).size() == 1);
        Map<String, Object> fallout = open(api, order).get(0);
        String number = (String) fallout.get("number");
        String domainOrder = (String) fallout.get("domainOrder");
        assertThat(fallout).containsEntry("cause", "creation-refused").containsEntry("retryable", true);
        assertThat(states(api, domainOrder)).containsExactly("REFUSED");

        assertThat(api.as("viewer").post("/fallouts/{n}/retry", number).statusCode())
                .isEqualTo(403);
        assertThat(api.as("partner").get("/fallouts/{n}", number).statusCode()).isEqualTo(404);
        Response taken = api.as("manager").body(Map.of()).post("/fallouts/{n}/assignment", number);
        assertThat(taken.statusCode()).isEqualTo(200);
        assertThat(taken.path("owner").toString()).isEqualTo("manager");

        api.as("admin")
                .body(Map.of("postalCode", "EH1 1AA"))
                .patch("/locations/{n}", location)
                .then()
                .statusCode(200);
        String stale = "\"" + fallout.get("version") + "\"";
        assertThat(api.as("manager")
                        .header("If-Match", stale)
                        .post("/fallouts/{n}/retry", number)
                        .statusCode())
                .isEqualTo(412);
        Response retried =
                api.as("manager").header("If-Match", taken.header("ETag")).post("/fallouts/{n}/retry", number);

        assertThat(retried.statusCode()).isEqualTo(200);
        assertThat(retried.path("state").toString()).isEqualTo("RESOLVED");
        await().atMost(SOON).until(() -> !states(api, domainOrder).contains("REQUESTED"));
        assertThat(states(api, domainOrder)).doesNotContain("REFUSED");
        assertThat(open(api, order)).isEmpty();
        JsonPath notes = api.as("agent")
                .queryParam("kind", "refused,retried")
                .get("/domain-orders/{n}/work-notes", domainOrder)
                .jsonPath();
        assertThat(notes.getList("kind")).containsExactly("refused", "retried");
        assertThat(api.as("manager").post("/fallouts/{n}/retry", number).statusCode())
                .isEqualTo(409);
    }

    private static List<Map<String, Object>> open(Api api, String order) {
        return api.as("viewer")
                .queryParam("customerOrder", order)
                .queryParam("state", "OPEN,IN_PROGRESS")
                .get("/fallouts")
                .jsonPath()
                .getList("");
    }

    private static List<String> states(Api api, String domainOrder) {
        return api.get("agent", "/domain-orders/{n}", domainOrder).getList("workOrders.state");
    }
}
