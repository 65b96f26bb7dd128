package io.orderfield.it.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.BoundingBox;
import io.orderfield.it.support.Api;
import io.orderfield.it.support.Desk;
import io.orderfield.it.support.OneBrowser;
import io.orderfield.it.support.OrderDesk;
import io.orderfield.it.support.RunningServer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A request that fails leaves the page as it was: one reads so, loses nothing, and presses again. */
@ExtendWith({RunningServer.class, OneBrowser.class})
class FailedRequestsIT {
    private static final Predicate<String> PAGE = url -> url.contains(".xhtml");
    private static final Pattern LOADING = Pattern.compile("ui-state-loading|ui-state-disabled");
    private static final String TEXT = "The key is with the neighbor";

    private static Api api;
    private static Browser browser;
    private static String address;
    private static Desk manager;
    private static Desk agent;
    private static String record;
    private static String draft;
    private static final List<String> SCRIPT_ERRORS = new ArrayList<>();

    @BeforeAll
    static void work(RunningServer running, Browser chromium) {
        api = running.api();
        browser = chromium;
        OrderDesk desk = new OrderDesk(api);
        String account = desk.accountWithLocations(1);
        Map<String, Object> survey = desk.item("SITE-SURVEY", desk.locationsOf(account), 1);
        String order = desk.approved(desk.order(account, List.of(survey))).getString("number");
        record =
                "/domain-order/details.xhtml?number=" + desk.domainOrders(order).get(0);
        draft = "/customer-order/details.xhtml?number="
                + api.post("agent", "/customer-orders", desk.order(account, List.of(survey)))
                        .getString("number");
        address = running.server().address();
        manager = new Desk(browser, address, "manager");
        agent = new Desk(browser, address, "agent");
        Stream.of(manager, agent).forEach(each -> each.page().onPageError(SCRIPT_ERRORS::add));
    }

    @AfterEach
    void noScriptBroke() {
        Stream.of(manager, agent).forEach(desk -> desk.page().unroute(PAGE));
        assertThat(SCRIPT_ERRORS).as("errors of scripts").isEmpty();
    }

    /** What can become of a request, and what the page says then. */
    private record Failure(String name, Consumer<Route> happens, String says) {
        @Override
        public String toString() {
            return name;
        }
    }

    private static final String STILL_HERE = "What you typed is still here";
    private static final String NONE = "The server did not answer";
    private static final Failure CUT = cut("internetdisconnected");
    private static final Failure AWAY = status(503);
    private static final Failure NONSENSE = nonsense("<html>Welcome to this hotel</html>");
    private static final Failure TOO_MANY = new Failure(
            "429 for a time",
            route -> route.fulfill(answer().setStatus(429).setHeaders(Map.of("Retry-After", "7"))),
            "try again in 7 s");

    static Stream<Failure> oneOfEachKind() {
        return Stream.of(CUT, AWAY, NONSENSE, TOO_MANY);
    }

    static Stream<Failure> all() {
        Stream<Failure> more = Stream.of(
                cut("connectionreset"),
                status(403),
                status(500),
                status(502),
                nonsense(""),
                nonsense("<partial-response><changes>"),
                new Failure("429", route -> route.fulfill(answer().setStatus(429)), "try again in a moment"));
        return Stream.concat(oneOfEachKind(), more);
    }

    private static Failure cut(String how) {
        return new Failure(how, route -> route.abort(how), NONE);
    }

    private static Failure status(int status) {
        return new Failure(
                String.valueOf(status),
                route -> route.fulfill(answer().setStatus(status).setBody("<html>trouble</html>")),
                NONE);
    }

    private static Failure nonsense(String body) {
        return new Failure(
                "200 " + body,
                route -> route.fulfill(
                        answer().setStatus(200).setContentType("text/xml").setBody(body)),
                NONE);
    }

    private static Route.FulfillOptions answer() {
        return new Route.FulfillOptions();
    }

    @ParameterizedTest
    @MethodSource("all")
    void aNoteStaysAndIsPostedWhenTheServerIsBack(Failure failure) {
        manager.open(record);
        String text = TEXT + " " + System.nanoTime();
        manager.at("note").fill(text);
        fail(manager, failure);
        manager.click("write-note");

        assertThat(manager.at("unanswered")).containsText(failure.says());
        assertThat(manager.at("unanswered")).containsText(STILL_HERE);
        assertThat(manager.at("note")).hasValue(text);
        works(manager.at("write-note"));

        manager.click("write-note");
        assertThat(manager.at("unanswered")).hasCount(1); // said once

        manager.page().unroute(PAGE);
        manager.click("write-note");
        assertThat(manager.at("feed").first()).containsText(text);
        assertThat(manager.at("note")).hasValue("");
        assertThat(manager.at("unanswered")).hasCount(0);
        manager.page().reload();
        assertThat(manager.at("note")).hasValue(""); // it was sent
    }

    @ParameterizedTest
    @MethodSource("oneOfEachKind")
    void aDialogStaysOpenWithWhatWasTyped(Failure failure) {
        manager.open(record);
        manager.click("hold");
        manager.at("hold-reason").fill(TEXT);
        fail(manager, failure);
        manager.click("confirm");

        assertThat(manager.at("unanswered")).containsText(failure.says());
        assertThat(manager.at("hold-reason")).hasValue(TEXT);
        works(manager.at("confirm"));

        manager.page().unroute(PAGE);
        manager.click("confirm");
        manager.seesState("On hold");
        assertThat(manager.at("hold-reason")).hasCount(0);
        manager.click("resume");
        manager.seesState("In progress");
    }

    @Test
    void aDialogThatIsFilledByTheServerDoesNotOpenInVain() {
        agent.open(draft);
        fail(agent, AWAY);
        agent.click("add-item");
        assertThat(agent.at("unanswered")).containsText(NONE);
        assertThat(agent.at("unanswered")).not().containsText(STILL_HERE); // nothing was typed
        assertThat(agent.at("item-specification")).hasCount(0);
        works(agent.at("add-item"));

        agent.page().unroute(PAGE);
        agent.click("add-item");
        assertThat(agent.at("item-specification")).isVisible();
    }

    @Test
    void onAPhoneItHidesNothingOfTheDialog() {
        agent.page().setViewportSize(390, 844);
        try {
            agent.open(draft);
            agent.click("add-item");
            agent.at("item-instructions").fill(TEXT);
            fail(agent, AWAY);
            agent.click("save-item");
            hidesNothing(agent.page().locator(".ui-dialog-content [data-test=unanswered]:visible"), NONE);
            agent.picture("unanswered-390");
            agent.page().unroute(PAGE);
            agent.click("save-item"); // refused: product and location are missing
            assertThat(agent.at("unanswered")).hasCount(0);
            Locator refusals = agent.page().locator(".ui-dialog-content [data-test=refusal]:visible");
            hidesNothing(refusals.first(), "Product is required");
            assertThat(refusals).hasCount(2);
            agent.picture("refusal-390");
            agent.click("save-item");
            assertThat(refusals).hasCount(2); // said once
            assertThat(agent.at("refusal")).hasCount(2);
            agent.page().keyboard().press("Escape");
            assertThat(agent.at("refusal")).hasCount(0); // over with its dialog
        } finally {
            agent.page().setViewportSize(1440, 900);
        }
    }

    private static void hidesNothing(Locator notice, String says) {
        assertThat(notice).containsText(says);
        assertThat(notice).isInViewport();
        for (String part : List.of(".ui-dialog-titlebar", ".field", ".dialog-actions")) {
            BoundingBox other =
                    agent.page().locator(".ui-dialog:visible " + part).first().boundingBox();
            BoundingBox box = notice.boundingBox();
            assertThat(box.y + box.height <= other.y || other.y + other.height <= box.y)
                    .as(part)
                    .isTrue();
        }
        assertThat(notice.locator(".icon-button .pi-times")).isVisible();
    }

    @Test
    void whoOpensThePageAnewInsteadIsGivenTheText() {
        manager.open(record);
        manager.at("note").fill(TEXT);
        fail(manager, CUT);
        manager.click("write-note");
        assertThat(manager.at("unanswered")).isVisible();
        manager.picture("unanswered");
        manager.page().unroute(PAGE);
        manager.page().reload();

        assertThat(manager.at("note")).hasValue(TEXT);
        assertThat(manager.at("kept")).isVisible();
        manager.page().reload();
        assertThat(manager.at("note")).hasValue(""); // nothing failed since
    }

    @Test
    void aDeadLineIsNotWaitedForWithoutEnd() {
        try (Desk desk = new Desk(browser, address, "manager")) {
            desk.open(record);
            desk.page().clock().install();
            desk.at("note").fill(TEXT);
            desk.page().route(PAGE, route -> {});
            desk.at("write-note").click();
            assertThat(desk.at("write-note")).isDisabled();
            desk.page().clock().fastForward("03:00");

            assertThat(desk.at("unanswered")).isVisible();
            works(desk.at("write-note"));
            assertThat(desk.at("note")).hasValue(TEXT);
        }
    }

    @Test
    void whatThePageAsksForByItselfFailsWithoutAWord() {
        manager.open(record);
        fail(manager, CUT);
        AtomicInteger failed = new AtomicInteger();
        manager.page().onRequestFailed(request -> failed.incrementAndGet());
        manager.page().evaluate("() => window.Orderfield.changed()");
        manager.page().waitForCondition(() -> failed.get() > 0);
        manager.settle();
        assertThat(manager.at("unanswered")).hasCount(0);
    }

    @Test
    void fromTheErrorPageOneComesBackToWhatWasTyped() {
        manager.open(record);
        manager.at("note").fill(TEXT);
        manager.page().route(PAGE, route -> {
            if (route.request().method().equals("POST")) {
                route.fulfill(answer().setStatus(200)
                        .setContentType("text/xml")
                        .setBody("<partial-response><redirect url=\"/error/500.xhtml\"/></partial-response>"));
            } else {
                route.resume();
            }
        });
        manager.at("write-note").click();
        assertThat(manager.page().locator("[data-test='error-500']")).isVisible();
        manager.at("back").click();

        assertThat(manager.page()).hasURL(address + record);
        assertThat(manager.at("note")).hasValue(TEXT);
        assertThat(manager.at("kept")).isVisible();
    }

    private static void fail(Desk desk, Failure failure) {
        desk.settle();
        desk.page().route(PAGE, route -> {
            if (route.request().method().equals("POST")) {
                failure.happens().accept(route);
            } else {
                route.resume();
            }
        });
    }

    private static void works(Locator button) {
        assertThat(button).isEnabled();
        assertThat(button).not().hasClass(LOADING);
    }
}
