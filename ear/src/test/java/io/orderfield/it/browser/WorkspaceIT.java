package io.orderfield.it.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.SelectOption;
import io.orderfield.it.support.Api;
import io.orderfield.it.support.Desk;
import io.orderfield.it.support.OneBrowser;
import io.orderfield.it.support.OrderDesk;
import io.orderfield.it.support.RunningServer;
import io.restassured.specification.RequestSpecification;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * The scenario of section 1 as people live it: an agent, a manager, a dispatcher and a technician, each in a browser of
 * their own, on one running Orderfield. Notes arrive live: no page here is reloaded to see one.
 */
@ExtendWith({RunningServer.class, OneBrowser.class})
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class WorkspaceIT {
    private static RunningServer running;
    private static Browser browser;
    private static Desk agent;
    private static Desk manager;
    private static Desk dispatcher;
    private static Desk technician;

    private static String order;
    private static String domainOrder;
    private static String workOrder;

    @BeforeAll
    static void people(RunningServer given, Browser chromium) {
        running = given;
        browser = chromium;
        String address = running.server().address();
        agent = new Desk(browser, address, "agent");
        manager = new Desk(browser, address, "manager");
        dispatcher = new Desk(browser, address, "dispatcher");
        technician = new Desk(browser, address, "technician");
    }

    @Test
    @Order(1)
    void agentOrdersForTwoLocations() {
        OrderDesk desk = new OrderDesk(running.api());
        String account = desk.accountWithLocations(4);
        agent.open("/customer-order/new.xhtml");
        agent.at("account").selectOption(account);
        agent.settle();
        agent.click("next");

        Locator locations = agent.page().locator("fieldset.choices input[type=checkbox]");
        locations.nth(0).check();
        locations.nth(1).check();
        agent.picture("new-order-locations");
        agent.click("next");

        assertThat(agent.at("place")).hasCount(2);
        for (int i = 0; i < 2; i++) {
            agent.at("specification").nth(i).selectOption("VOICE");
            agent.settle();
            chooseCharacteristics(agent.at("place").nth(i));
        }
        agent.picture("new-order-products");
        agent.click("next");
        assertThat(agent.at("review")).isVisible();
        agent.picture("new-order-review");
        agent.page().locator("button[data-test='place']:visible").click();
        agent.page().waitForURL(url -> url.contains("/customer-order/details.xhtml"));
        agent.seesState("New");
        order = agent.at("number").first().innerText().strip();
    }

    /** Gives each mandatory characteristic of this place's item a value. */
    private static void chooseCharacteristics(Locator place) {
        Locator chosen = place.locator("select[data-test^='characteristic-']");
        for (int i = 0; i < chosen.count(); i++) {
            chosen.nth(i).selectOption(new SelectOption().setIndex(1));
        }
        Locator typed = place.locator("input[data-test^='characteristic-']");
        for (int i = 0; i < typed.count(); i++) {
            typed.nth(i).fill("1");
        }
    }

    @Test
    @Order(2)
    void managerApproves() {
        manager.open("/approvals.xhtml");
        manager.click("waiting-" + order);
        assertThat(manager.at("approve")).isVisible();
        manager.picture("approvals");
        manager.click("approve");
        assertThat(manager.at("waiting-" + order)).hasCount(0);
    }

    @Test
    @Order(3)
    void agentSeesTheDomainOrdersAndTheirWorkOrders() {
        agent.open("/customer-order/details.xhtml?number=" + order);
        agent.seesState("In progress");
        Locator services = agent.page().locator("[data-test='domain-order'][data-type='service']");
        assertThat(services).hasCount(2);
        domainOrder = services.first().innerText().strip();
        agent.picture("customer-order");
        services.first().click();
        agent.page().waitForURL(url -> url.contains("/domain-order/details.xhtml"));
        Locator link = agent.page()
                .locator("a[href*='/work-order/details.xhtml?number=WO']")
                .first();
        assertThat(link).isVisible();
        workOrder = link.innerText().strip();
        assertThat(agent.page().locator("[data-test='feed-entry'][data-kind='created']"))
                .hasCount(1);
    }

    @Test
    @Order(4)
    void closingIsBlockedAndSaysWhy() {
        manager.open("/domain-order/details.xhtml?number=" + domainOrder);
        assertThat(manager.at("close")).isDisabled();
        assertThat(manager.at("blocker").first()).containsText(workOrder);
        manager.picture("domain-order-blocked");
    }

    @Test
    @Order(5)
    void dispatcherAssignsAndTheAgentSeesItLive() {
        assertThat(agent.at("live")).containsText("Live");
        dispatcher.open("/work-order/details.xhtml?number=" + workOrder);
        if (dispatcher.at("qualify").count() > 0) {
            dispatcher.click("qualify");
        }
        dispatcher.click("assign");
        dispatcher.at("technician").selectOption("technician");
        dispatcher.picture("work-order-assign");
        AssignDialog.confirm(dispatcher);
        dispatcher.seesState("Assigned");
        assertThat(agent.page().locator("[data-test='feed']")).containsText("Assigned");
    }

    @Test
    @Order(6)
    void technicianAcceptsAndStarts() {
        technician.open("/my-tasks.xhtml");
        technician.picture("my-tasks");
        technician.open("/work-order/details.xhtml?number=" + workOrder);
        technician.click("accept");
        technician.seesState("Accepted");
        technician.click("start");
        technician.seesState("Work in progress");
        assertThat(agent.page().locator("[data-test='feed']")).containsText("Work in progress");
        agent.picture("domain-order-live");
    }

    @Test
    @Order(7)
    void agentChangesTheItemInFlightAfterAPreview() {
        agent.open("/customer-order/details.xhtml?number=" + order);
        agent.at("revise").last().click();
        agent.settle();
        agent.at("item-instructions").fill("Use the loading dock, not the lobby");
        agent.click("preview-impact");
        assertThat(agent.at("impact")).containsText("loading dock");
        assertThat(agent.at("impact-updates").first()).isVisible();
        agent.picture("impact-preview");
        agent.click("confirm-revision");
        assertThat(agent.at("impact")).hasCount(0);
    }

    @Test
    @Order(8)
    void agentSetsThePointOfNoReturnAndTheItemIsLocked() {
        agent.open("/customer-order/details.xhtml?number=" + order);
        int revisable = agent.at("revise").count();
        assertThat(revisable).isPositive();
        agent.click("set-ponr");
        agent.click("confirm");
        assertThat(agent.at("revise")).hasCount(revisable - 1);
        assertThat(agent.at("item-ponr").first()).isVisible();
        agent.picture("point-of-no-return");
    }

    @Test
    @Order(9)
    void technicianCompletesAndTheManagerCloses() {
        technician.open("/work-order/details.xhtml?number=" + workOrder);
        if (technician.at("acknowledge").count() > 0) {
            technician.click("acknowledge");
        }
        Locator unticked = technician.page().locator("[data-test='tick'][aria-checked='false']:visible");
        for (int left = unticked.count(); left > 0; left--) {
            unticked.first().click();
            technician.settle();
            assertThat(unticked).hasCount(left - 1);
        }
        technician.click("complete");
        technician.at("close-note").fill("Line tested with the customer");
        technician.click("confirm");
        technician.seesState("Closed complete");

        // the manager's page is still open and learns of it by itself
        assertThat(manager.at("close")).isEnabled();
        manager.click("close");
        manager.seesState("Closed complete");
        manager.picture("domain-order-closed");
    }

    @Test
    @Order(10)
    void everyPageFitsAPhoneAndBothThemesAndIsAccessible() {
        List<String> pages = List.of(
                "/index.xhtml",
                "/customer-order/list.xhtml",
                "/customer-order/new.xhtml",
                "/customer-order/details.xhtml?number=" + order,
                "/approvals.xhtml",
                "/domain-order/list.xhtml",
                "/domain-order/details.xhtml?number=" + domainOrder,
                "/work-order/list.xhtml",
                "/work-order/details.xhtml?number=" + workOrder);
        for (String path : pages) {
            String name = path.replaceAll("\\?.*", "").replaceAll("[/.]", "-").substring(1);
            manager.page()
                    .emulateMedia(
                            new com.microsoft.playwright.Page.EmulateMediaOptions().setColorScheme(ColorScheme.LIGHT));
            manager.page().setViewportSize(1440, 900);
            manager.open(path).picture(name + "-light");
            assertThat(new AxeBuilder(manager.page()).analyze().getViolations())
                    .as(path)
                    .isEmpty();
            manager.page().setViewportSize(390, 844);
            manager.open(path).picture(name + "-phone");
            assertThat(manager.overflow()).as("%s is wider than a phone", path).isZero();
        }
    }

    @Test
    @Order(11)
    void whoIsNotSignedInSeesTheLoginPageOnly() {
        try (var context = browser.newContext(new Browser.NewContextOptions().setIgnoreHTTPSErrors(true))) {
            var page = context.newPage();
            page.navigate(running.server().address() + "/customer-order/details.xhtml?number=" + order);
            assertThat(page.url()).contains("/login.xhtml");
            page.fill("[id='login:username']", "agent");
            page.fill("[id='login:password']", "guessed-wrongly");
            page.locator("[data-test='sign-in']").click();
            assertThat(page.locator("[data-test='login-error']")).isVisible();
        }
    }

    @Test
    @Order(90)
    void aSessionOfTheWorkspaceSpeaksForNobodyAtTheApi() {
        String cookies = agent.page().context().cookies().stream()
                .map(cookie -> cookie.name + "=" + cookie.value)
                .collect(Collectors.joining("; "));

        running.api()
                .anonymous()
                .header("Cookie", cookies)
                .get("/customer-orders")
                .then()
                .statusCode(401)
                .body("code", equalTo("unauthenticated"));
        for (RequestSpecification caller : List.of(
                running.api().as("manager"),
                running.api().anonymous().auth().preemptive().basic("manager", Api.PASSWORD))) {
            caller.header("Cookie", cookies).get("/me").then().statusCode(200).body("username", equalTo("manager"));
        }
    }
}
