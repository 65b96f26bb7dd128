package io.orderfield.it.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.CDPSession;
import io.orderfield.it.support.Api;
import io.orderfield.it.support.Desk;
import io.orderfield.it.support.Late;
import io.orderfield.it.support.OneBrowser;
import io.orderfield.it.support.OrderDesk;
import io.orderfield.it.support.RunningServer;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What a page shows by itself is in nobody's way: not in the middle of a click, and not so often that none succeeds. */
@ExtendWith({RunningServer.class, OneBrowser.class})
class LiveUpdateIT {
    private static final String REQUESTS =
            "performance.getEntriesByType('resource').filter(e => e.initiatorType === 'xmlhttprequest')";

    private static Api api;
    private static Desk manager;
    private static String order;
    private static String record;

    @BeforeAll
    static void work(RunningServer running, Browser browser) {
        api = running.api();
        OrderDesk desk = new OrderDesk(api);
        String account = desk.accountWithLocations(1);
        order = desk.approved(desk.order(
                        account,
                        List.of(desk.item(
                                "SITE-SURVEY", desk.locationsOf(account).subList(0, 1), 1))))
                .getString("number");
        String workOrder = desk.confirmedWorkOrders(order).get(0);
        record = "/domain-order/details.xhtml?number="
                + api.get("dispatcher", "/work-orders/{n}", workOrder).getString("domainOrder");
        manager = new Desk(browser, running.server().address(), "manager");
    }

    @BeforeEach
    void theRecordIsOpen() {
        manager.open(record);
        assertThat(manager.at("live")).hasText("Live");
    }

    @Test
    void anAnswerInTheMiddleOfAClickWaitsForItsEnd() {
        arrivesDuring(
                () -> {
                    manager.at("hold").hover();
                    manager.page().mouse().down();
                },
                () -> manager.page().mouse().up());
    }

    @Test
    void anAnswerWhileTheKeyIsDownWaitsForItsEnd() {
        arrivesDuring(
                () -> {
                    manager.at("hold").focus();
                    manager.page().keyboard().down("Space");
                },
                () -> manager.page().keyboard().up("Space"));
    }

    /** The button is gone from the answer that arrives between the two halves of a click on it. */
    private static void arrivesDuring(Runnable first, Runnable second) {
        Late late = new Late(manager);
        api.post("agent", "/customer-orders/{n}/hold", Map.of("reason", "The customer moves"), order);
        manager.hears();
        late.awaitOne();
        first.run();
        late.arrives();
        manager.settle();
        second.run();

        assertThat(manager.at("hold-reason")).isVisible();
        manager.page().locator(".ui-dialog:visible .dialog-actions button.sec").click();
        manager.seesState("On hold");
        api.act("agent", "/customer-orders/{n}/resumption", order);
        manager.seesState("In progress");
    }

    @Test
    void anAnswerLeavesTheChoicesThatAreShownAlone() {
        Late late = new Late(manager);
        manager.hears();
        late.awaitOne();
        manager.at("notes-of-work-order").click();
        late.arrives();
        manager.settle();

        assertThat(manager.page().locator("select:open")).hasCount(1);
        assertThat(manager.at("live")).hasText("News, shown when you are done");
        manager.page().keyboard().press("Escape");
        assertThat(manager.at("live")).hasText("Live");
    }

    @Test
    void aFloodOfNewsLeavesHalfOfThePageToItsReader() {
        JsonObject slowLine = new JsonObject();
        slowLine.addProperty("offline", false);
        slowLine.addProperty("latency", 1000);
        slowLine.addProperty("downloadThroughput", -1);
        slowLine.addProperty("uploadThroughput", -1);
        CDPSession line = manager.page().context().newCDPSession(manager.page());
        line.send("Network.emulateNetworkConditions", slowLine);
        manager.settle();
        manager.page().evaluate("() => performance.clearResourceTimings()");
        manager.rain();
        manager.page().waitForFunction("() => " + REQUESTS + ".length > 3");

        // in milliseconds: how long each update took, and for how long the page was left alone after it
        @SuppressWarnings("unchecked")
        List<List<Number>> updates = (List<List<Number>>) manager.page()
                .evaluate("() => " + REQUESTS + ".map((one, at, all) => at + 1 < all.length"
                        + " ? [one.duration, all[at + 1].startTime - one.responseEnd] : null).filter(Boolean)");
        line.detach();
        assertThat(updates).hasSizeGreaterThan(2).allSatisfy(update -> assertThat(
                        update.get(1).doubleValue())
                .isGreaterThan(update.get(0).doubleValue()));
    }
}
