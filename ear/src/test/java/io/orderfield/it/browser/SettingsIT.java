package io.orderfield.it.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.ColorScheme;
import io.orderfield.it.support.Api;
import io.orderfield.it.support.Chromium;
import io.orderfield.it.support.Desk;
import io.orderfield.it.support.OrderDesk;
import io.orderfield.it.support.RunningServer;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** An administrator overrides a setting, by the API and on its page, and what it is about goes by it at once. */
@ExtendWith(RunningServer.class)
class SettingsIT {
    private static final String INFLIGHT = "/settings/INFLIGHT_APPROVAL";

    private static RunningServer running;
    private static Api api;

    @BeforeAll
    static void server(RunningServer given) {
        running = given;
        api = running.api();
    }

    /** The others share this server. */
    @AfterEach
    void everythingAsItWas() {
        ok(api.as("admin").delete(INFLIGHT));
        ok(api.as("admin").delete("/settings/FOLLOW_UP_APPROVAL"));
    }

    @Test
    void anOverrideHoldsAtOnceUntilItIsReset() {
        List<String> items = itemsInProgress();
        JsonPath before = ok(api.as("admin").get(INFLIGHT));
        assertThat(before.getString("value")).isEqualTo("none");
        assertThat(before.getString("source")).isEqualTo("default");
        assertThat(before.getBoolean("fixed")).isFalse();
        assertThat(before.getList("allowed")).containsExactly("none", "manager");
        assertThat(api.get("admin", "/settings").getList("name"))
                .containsExactly("INFLIGHT_APPROVAL", "FOLLOW_UP_APPROVAL");

        Response overridden = api.as("admin").body(Map.of("value", "manager")).put(INFLIGHT);
        assertThat(ok(overridden).getString("source")).isEqualTo("override");
        assertThat(overridden.<String>path("changedBy")).isEqualTo("admin");
        assertThat(revised(items.get(0)).getString("inflightChange.state")).isEqualTo("REQUESTED");
        await().atMost(Duration.ofSeconds(10))
                .until(() ->
                        running.server().log().contains("Setting INFLIGHT_APPROVAL changed by admin: none → manager"));

        Response stale = api.as("admin").header("If-Match", "\"0\"").delete(INFLIGHT);
        problem(stale, 412, "stale");
        String tag = overridden.header("ETag");
        assertThat(ok(api.as("admin").header("If-Match", tag).delete(INFLIGHT)).getString("source"))
                .isEqualTo("default");
        assertThat(revised(items.get(1)).getString("inflightChange.state")).isEqualTo("APPLIED");
    }

    @Test
    void refusesWhatIsUnknownOrNotAllowed() {
        problem(api.as("admin").get("/settings/PATH"), 404, "not-found");
        problem(api.as("admin").body(Map.of("value", "none")).put("/settings/PATH"), 404, "not-found");
        problem(api.as("admin").body(Map.of("value", "agent")).put(INFLIGHT), 400, "invalid-request");
        problem(api.as("admin").body(Map.of()).put(INFLIGHT), 400, "invalid-request");
        problem(api.as("manager").body(Map.of("value", "none")).put(INFLIGHT), 403, "forbidden");
    }

    @Test
    void thePageDoesTheSame() {
        try (Playwright playwright = Playwright.create();
                Desk admin =
                        new Desk(Chromium.launch(playwright), running.server().address(), "admin")) {
            admin.open("/settings.xhtml");
            assertThat(admin.at("value-INFLIGHT_APPROVAL")).hasText("Applied at once");
            admin.click("set-INFLIGHT_APPROVAL-manager");
            assertThat(admin.at("value-INFLIGHT_APPROVAL")).hasText("A manager approves first");
            assertThat(admin.at("source-INFLIGHT_APPROVAL")).containsText("Set by admin");
            pictures(admin);
            assertThat(api.get("admin", INFLIGHT).getString("value")).isEqualTo("manager");

            ok(api.as("admin").body(Map.of("value", "none")).put(INFLIGHT));
            admin.click("reset-INFLIGHT_APPROVAL");
            assertThat(admin.page().locator("body")).containsText("Somebody changed this meanwhile");
            admin.click("reset-INFLIGHT_APPROVAL");
            assertThat(admin.at("source-INFLIGHT_APPROVAL")).hasText("Default");
        }
    }

    private static void pictures(Desk desk) {
        for (ColorScheme scheme : List.of(ColorScheme.DARK, ColorScheme.LIGHT)) {
            desk.page().emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
            desk.picture("settings-" + scheme.name().toLowerCase(Locale.ROOT));
        }
        assertThat(new AxeBuilder(desk.page()).analyze().getViolations()).isEmpty();
        desk.page().setViewportSize(390, 844);
        desk.picture("settings-phone");
        assertThat(desk.overflow()).as("wider than a phone").isZero();
        desk.page().setViewportSize(1440, 900);
    }

    private static List<String> itemsInProgress() {
        OrderDesk desk = new OrderDesk(api);
        String account = desk.accountWithLocations(2);
        String order = desk.approved(desk.order(
                        account,
                        List.of(desk.item(
                                "MANAGED-WIFI", desk.locationsOf(account).subList(0, 2), 1))))
                .getString("number");
        desk.confirmedWorkOrders(order);
        return api.get("agent", "/customer-orders/{n}", order).getList("lineItems.number");
    }

    private static JsonPath revised(String item) {
        return ok(api.as("agent").body(Map.of("quantity", 2)).patch("/line-items/{n}", item));
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
