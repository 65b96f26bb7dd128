package io.orderfield.it.own;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Cookie;
import com.microsoft.playwright.options.RequestOptions;
import io.orderfield.it.support.Api;
import io.orderfield.it.support.Desk;
import io.orderfield.it.support.LibertyProcess;
import io.orderfield.it.support.OneBrowser;
import io.orderfield.it.support.OrderDesk;
import io.restassured.specification.RequestSpecification;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * A session ends when it should, and whatever is missing or foreign, the reader comes to the login page and from there
 * back. First with the limits of every day, where what ends is ended; then the server starts anew with short ones.
 */
@OwnServer
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
@ExtendWith(OneBrowser.class)
class SessionsIT {
    private static final Duration SOON = Duration.ofSeconds(30);
    private static final Duration IDLE = Duration.ofSeconds(8);
    private static final Duration LIMIT = Duration.ofSeconds(20);
    private static final String COOKIE = "ORDERFIELD";
    private static final String TYPED = "The customer asks for the morning";

    private static LibertyProcess server;
    private static Browser browser;
    private static Api api;
    private static String domainOrder;
    private static String record;

    @BeforeAll
    static void start(Browser chromium) {
        server = LibertyProcess.inItsSurroundings(
                        "sessions", Map.of("DEMO_ENABLED", "true", "DEMO_PASSWORD", Api.PASSWORD))
                .start();
        browser = chromium;
        api = new Api(server.address());
        OrderDesk desk = new OrderDesk(api);
        String account = desk.accountWithLocations(1);
        String order = desk.approved(desk.order(
                        account,
                        List.of(desk.item("VOICE", desk.locationsOf(account).subList(0, 1), 1))))
                .getString("number");
        domainOrder = desk.domainOrders(order).get(0);
        record = "/domain-order/details.xhtml?number=" + domainOrder;
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    @Order(1)
    void theSessionHasOneCookieAndWithoutItNobodyIsSignedIn() {
        try (Desk agent = desk("agent")) {
            assertThat(agent.page().context().cookies())
                    .as("of somebody who is signed in")
                    // one says that the user has signed in from here before, and opens nothing
                    .filteredOn(cookie -> cookie.httpOnly
                            && !cookie.name.startsWith("oam.")
                            && !cookie.name.startsWith("__Host-known-"))
                    .extracting(cookie -> cookie.name)
                    .containsExactly(COOKIE);

            agent.open(record);
            agent.page().context().clearCookies(new BrowserContext.ClearCookiesOptions().setName(COOKIE));
            agent.open(record);
            comesBackFromTheLoginPage(agent, "agent");

            agent.page().context().clearCookies();
            agent.open(record);
            comesBackFromTheLoginPage(agent, "agent");

            for (String stale : List.of("0000unknown0123456789abc:-1", "x")) {
                agent.page().context().clearCookies();
                cookie(agent, COOKIE, stale);
                cookie(agent, "ORDERFIELD_SSO", "of a version before");
                agent.open(record);
                comesBackFromTheLoginPage(agent, "agent");
            }
        }
    }

    @Test
    @Order(3)
    void whoSignsInOverAnothersSessionEndsIt() {
        try (Desk agent = desk("agent")) {
            Cookie before = session(agent);
            agent.page().context().clearCookies();
            agent.open("/login.xhtml?next=%2Fcustomer-order%2Flist.xhtml");
            cookie(agent, COOKIE, before.value);
            agent.signIn("manager");
            assertThat(agent.page().locator("[data-test='user-name']")).hasText(nameOf("manager"));
            assertThat(session(agent).value).isNotEqualTo(before.value);

            agent.page().context().clearCookies();
            cookie(agent, COOKIE, before.value);
            agent.open(record);
            assertThat(agent.at("session-ended")).isVisible();
        }
    }

    @Test
    @Order(4)
    void anAjaxClickAfterTheEndLeadsThroughTheLoginPageBackToWhatWasTyped() {
        try (Desk agent = desk("agent")) {
            agent.open(record);
            agent.at("note").fill(TYPED);
            end("agent");
            agent.at("write-note").click();
            comesBackFromTheLoginPage(agent, "agent");
            assertThat(agent.at("note")).hasValue(TYPED);
            assertThat(agent.at("kept")).isVisible();
            agent.picture("session-kept");
            assertThat(storage(agent)).doesNotContain(Api.PASSWORD);

            agent.click("write-note");
            assertThat(agent.at("note")).hasValue("");
            assertThat(agent.at("feed").first()).containsText(TYPED);
            agent.open(record);
            assertThat(agent.at("note")).hasValue(""); // sent, so no longer kept
        }
    }

    @Test
    @Order(5)
    void whatWasTypedIsOfferedToTheSameUserOnlyAndGoneAfterSigningOut() {
        try (Desk agent = desk("agent")) {
            agent.open(record);
            agent.at("note").fill(TYPED);
            end("agent");
            agent.open("/index.xhtml");
            agent.open(record);
            agent.signIn("manager");
            agent.page().waitForURL(url -> url.endsWith(record));
            assertThat(agent.at("note")).hasValue("");
            assertThat(agent.at("kept")).hasCount(0);

            end("manager");
            agent.open(record);
            comesBackFromTheLoginPage(agent, "agent");
            assertThat(agent.at("note")).hasValue(TYPED);

            agent.click("user-menu");
            agent.at("sign-out").click();
            agent.page().waitForURL(url -> url.contains("login.xhtml"));
            assertThat(agent.at("session-ended")).isHidden();
            assertThat(storage(agent)).doesNotContain("orderfield-typed", TYPED);
            agent.open(record);
            assertThat(agent.at("session-ended")).isHidden();
            agent.signIn("agent");
            agent.page().waitForURL(url -> url.endsWith(record));
            assertThat(agent.at("note")).hasValue("");
            assertThat(agent.at("kept")).hasCount(0);
        }
    }

    @Test
    @Order(6)
    void theLoginPageSaysThatASessionHasEndedOnlyWhereOneWas() {
        try (BrowserContext fresh = browser.newContext(new Browser.NewContextOptions().setIgnoreHTTPSErrors(true))) {
            Page page = fresh.newPage();
            page.navigate(server.address() + record);
            assertThat(page.locator("[data-test='session-ended']")).isHidden();
            page.navigate(server.address() + "/login.xhtml?ended=true");
            assertThat(page.locator("[data-test='session-ended']")).isVisible();
        }
    }

    @Test
    @Order(6)
    void theWayBackIsAPageOfOurs() {
        try (Desk agent = desk("agent")) {
            for (String wanted :
                    List.of("//evil.example/a.xhtml", "https:%2F%2Fevil.example/a.xhtml", "/%5Cevil.example/a.xhtml")) {
                agent.page().context().clearCookies();
                agent.open("/login.xhtml?ended=true&next=" + wanted);
                agent.signIn("agent");
                assertThat(agent.page()).hasURL(server.address() + "/index.xhtml");
            }
        }
    }

    @Test
    @Order(7)
    void otherRolesAndBeingDisabledEndSessionsAndTokensAtOnce() {
        List<String> roles = api.get("admin", "/users/technician").getList("roles");
        endsAtOnce("technician", () -> change("technician", Map.of("roles", List.of("technician", "viewer"))));
        endsAtOnce("technician", () -> change("technician", Map.of("roles", roles)));
        endsAtOnce("technician", () -> change("technician", Map.of("enabled", false)));
        change("technician", Map.of("enabled", true));
        try (Desk technician = desk("technician")) {
            change("technician", Map.of("displayName", "Theo Technician"));
            technician.open("/my-tasks.xhtml");
            assertThat(technician.page().locator("[data-test='user-name']")).hasText("Theo Technician");
        }
    }

    @Test
    @Order(8)
    void aNewPasswordEndsSessionsAndTokensAtOnce() {
        endsAtOnce("viewer", () -> api.as("admin")
                .body(Map.of("password", "plum-otter-7-lantern-quay"))
                .post("/users/viewer/password")
                .then()
                .statusCode(200));
    }

    @Test
    @Order(9)
    void oneSeesAndEndsTheOwnSessions() {
        end("agent");
        Api own = new Api(server.address());
        try (Desk here = desk("agent");
                Desk there = desk("agent")) {
            here.open("/user/sessions.xhtml");
            assertThat(here.at("session")).hasCount(2);
            assertThat(here.at("this-session")).hasCount(1);
            assertThat(here.at("session").first()).containsText("Chrome on Linux");
            assertThat(own.get("agent", "/me/sessions").getList("id")).hasSize(2);

            here.click("end-session");
            assertThat(here.at("session")).hasCount(1);
            there.open(record);
            comesBackFromTheLoginPage(there, "agent");

            here.open("/user/sessions.xhtml");
            here.click("end-all");
            assertThat(here.at("session")).hasCount(1);
            here.open("/user/sessions.xhtml");
            assertThat(here.at("this-session")).isVisible();
            there.open(record);
            assertThat(there.at("session-ended")).isVisible();
            own.as("agent")
                    .get("/me")
                    .then()
                    .statusCode(401)
                    .header("WWW-Authenticate", "Bearer error=\"invalid_token\"");

            Api again = new Api(server.address());
            String id = again.get("agent", "/me/sessions").getString("[0].id");
            assertThat(again.get("agent", "/me/sessions/{id}", id).getString("agent"))
                    .contains("Chrome");
            again.as("manager").get("/me/sessions/{id}", id).then().statusCode(404);
            again.as("manager").delete("/me/sessions/{id}", id).then().statusCode(404);
            again.as("agent").delete("/me/sessions/{id}", id).then().statusCode(204);
            here.open("/user/sessions.xhtml");
            assertThat(here.at("session-ended")).isVisible();
        }
        new Api(server.address()).as("agent").delete("/me/sessions").then().statusCode(204);
    }

    @Test
    @Order(10)
    void anAdministratorEndsAnybodysSessions() {
        try (Desk manager = desk("manager");
                Desk other = desk("manager");
                Desk admin = desk("admin")) {
            admin.open("/user/list.xhtml");
            admin.at("sessions-manager").click();
            assertThat(admin.at("session")).hasCount(2);
            assertThat(admin.at("this-session")).hasCount(0);
            admin.at("end-session").first().click();
            assertThat(admin.at("session")).hasCount(1);
            admin.click("end-all");
            assertThat(admin.at("session")).hasCount(0);
            for (Desk desk : List.of(manager, other)) {
                desk.open("/approvals.xhtml");
                assertThat(desk.at("session-ended")).isVisible();
            }
            Api fresh = new Api(server.address());
            for (RequestSpecification nobody : List.of(fresh.as("agent"), fresh.as("partner"))) {
                nobody.get("/users/admin/sessions").then().statusCode(403);
            }
            fresh.as("agent").delete("/users/admin/sessions").then().statusCode(403);
            fresh.as("agent")
                    .delete(
                            "/users/admin/sessions/{id}",
                            fresh.get("admin", "/me/sessions").getString("[0].id"))
                    .then()
                    .statusCode(403);
            fresh.as("admin").get("/users/nobody/sessions").then().statusCode(404);
            admin.open("/user/list.xhtml");
            assertThat(admin.at("new-user")).isVisible();
        }
    }

    @Test
    @Order(20)
    void afterTheServerStartedAnewOneComesBackToThePage() {
        try (Desk agent = desk("agent")) {
            agent.open(record);
            agent.at("note").fill(TYPED);
            server.stop();
            agent.click("write-note");
            assertThat(agent.at("unanswered")).isVisible();
            server.with("SESSION_IDLE", IDLE.toSeconds() + "s")
                    .with("SESSION_LIMIT", LIMIT.toSeconds() + "s")
                    .start();
            api = new Api(server.address());
            agent.at("write-note").click();
            comesBackFromTheLoginPage(agent, "agent");
            assertThat(agent.at("note")).hasValue(TYPED);
        }
    }

    @Test
    @Order(21)
    void liveUpdatesDontKeepASessionAliveAndUseDoesUpToTheLimit() {
        api.as("dispatcher"); // the token, before time counts
        try (Desk idle = desk("manager")) {
            AtomicInteger updates = new AtomicInteger();
            idle.page().onRequest(request -> {
                if (request.headers().containsKey("x-orderfield-live")) {
                    updates.incrementAndGet();
                }
            });
            idle.open(record);
            Instant opened = Instant.now();
            Desk busy = desk("agent"); // last, so that no time passes without use
            await().atMost(LIMIT.minusSeconds(2))
                    .pollInterval(Duration.ofMillis(700))
                    .until(() -> {
                        note("written at " + Instant.now());
                        use(busy);
                        return isAtLogin(idle);
                    });
            assertThat(Duration.between(opened, Instant.now())).isGreaterThanOrEqualTo(IDLE.minusSeconds(1));
            assertThat(idle.at("session-ended")).isVisible();
            assertThat(updates.get()).as("live updates until then").isPositive();

            Duration lived = await().atMost(LIMIT.plus(SOON))
                    .pollInterval(Duration.ofMillis(700))
                    .until(() -> use(busy) ? null : Duration.between(opened, Instant.now()), Objects::nonNull);
            assertThat(lived).as("used all the time").isGreaterThanOrEqualTo(LIMIT);
            busy.close();
        }
    }

    @Test
    @Order(30)
    void nothingOfThisWasAnErrorOfTheServer() {
        assertThat(server.log()).doesNotContain("SESN0008E", "CWWKS3005E", "FFDC1015I", "SRVE0777E", "SRVE0315E");
    }

    private static boolean isAtLogin(Desk desk) {
        return desk.page().url().contains("/login.xhtml");
    }

    /** Whether the session is good for a page. */
    private static boolean use(Desk desk) {
        return desk.page()
                        .context()
                        .request()
                        .get(
                                server.address() + "/user/sessions.xhtml",
                                RequestOptions.create().setMaxRedirects(0))
                        .status()
                == 200;
    }

    private static void note(String text) {
        api.post("dispatcher", "/domain-orders/{n}/work-notes", Map.of("text", text), domainOrder);
    }

    private static Desk desk(String user) {
        return new Desk(browser, server.address(), user);
    }

    private static void comesBackFromTheLoginPage(Desk desk, String user) {
        desk.page().waitForURL(url -> url.contains("/login.xhtml"));
        assertThat(desk.at("session-ended")).isVisible();
        desk.signIn(user);
        assertThat(desk.page()).hasURL(server.address() + record);
        assertThat(desk.page().locator("[data-test='user-name']")).hasText(nameOf(user));
    }

    private static String nameOf(String user) {
        return api.get("admin", "/users/{u}", user).getString("displayName");
    }

    private static void end(String user) {
        api.as("admin").delete("/users/{u}/sessions", user).then().statusCode(204);
    }

    private static void change(String user, Map<String, Object> change) {
        api.as("admin").body(change).patch("/users/{u}", user).then().statusCode(200);
    }

    private static void endsAtOnce(String user, Runnable change) {
        Api own = new Api(server.address());
        try (Desk desk = desk(user)) {
            desk.open("/index.xhtml");
            own.as(user).get("/me").then().statusCode(200);
            change.run();
            own.as(user).get("/me").then().statusCode(401).header("WWW-Authenticate", "Bearer error=\"invalid_token\"");
            desk.open("/index.xhtml");
            assertThat(desk.at("session-ended")).isVisible();
        }
    }

    private static Cookie session(Desk desk) {
        return desk.page().context().cookies().stream()
                .filter(cookie -> cookie.name.equals(COOKIE))
                .findFirst()
                .orElseThrow();
    }

    private static void cookie(Desk desk, String name, String value) {
        desk.page()
                .context()
                .addCookies(
                        List.of(new Cookie(name, value).setUrl(server.address()).setSecure(true)));
    }

    private static String storage(Desk desk) {
        return (String) desk.page().evaluate("() => JSON.stringify(sessionStorage) + JSON.stringify(localStorage)");
    }
}
