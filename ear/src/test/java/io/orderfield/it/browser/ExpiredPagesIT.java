package io.orderfield.it.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Cookie;
import io.orderfield.it.support.Api;
import io.orderfield.it.support.Desk;
import io.orderfield.it.support.OneBrowser;
import io.orderfield.it.support.OrderDesk;
import io.orderfield.it.support.RunningServer;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * A page of a session that is no more, while the browser has another: after a click the page is open anew, and what was
 * typed is offered to the one who typed it.
 */
@ExtendWith({RunningServer.class, OneBrowser.class})
class ExpiredPagesIT {
    private static final String COOKIE = "ORDERFIELD";
    private static final String TEXT = "Ring twice, the bell is weak";

    private static Api api;
    private static Browser browser;
    private static String address;
    private static String domainOrder;
    private static String record;
    private static String draft;
    private static String account;
    private static String contact;

    @BeforeAll
    static void work(RunningServer running, Browser chromium) {
        api = running.api();
        address = running.server().address();
        browser = chromium;
        OrderDesk desk = new OrderDesk(api);
        account = desk.accountWithLocations(1);
        contact = desk.contactOf(account);
        Map<String, Object> survey =
                desk.item("SITE-SURVEY", desk.locationsOf(account).subList(0, 1), 1);
        String order = desk.approved(desk.order(account, List.of(survey))).getString("number");
        domainOrder = desk.domainOrders(order).get(0);
        record = "/domain-order/details.xhtml?number=" + domainOrder;
        draft = "/customer-order/details.xhtml?number="
                + api.post("agent", "/customer-orders", desk.order(account, List.of(survey)))
                        .getString("number");
    }

    @Test
    void otherTabsGoOnWhereTheyWereAfterSigningInAnew() {
        try (Desk first = desk("agent")) {
            Page second = tab(first, record);
            at(second, "note").fill(TEXT);
            Page third = tab(first, draft);
            at(third, "add-item").click();
            at(third, "item-instructions").fill(TEXT);
            first.page().context().clearCookies(new BrowserContext.ClearCookiesOptions().setName(COOKIE));
            first.page().reload();
            first.signIn("agent");

            at(second, "write-note").click();
            isOpenAnew(second, record);
            assertThat(at(second, "note")).hasValue(TEXT);
            assertThat(at(second, "kept")).isVisible();
            at(second, "write-note").click();
            assertThat(at(second, "feed").first()).containsText(TEXT);

            at(third, "save-item").click();
            isOpenAnew(third, draft);
            at(third, "add-item").click();
            Locator instructions = at(third, "item-instructions");
            instructions
                    .locator("xpath=following-sibling::*[@data-test='kept']")
                    .locator("[data-kept-use]")
                    .click();
            assertThat(instructions).hasValue(TEXT);
        }
    }

    @Test
    void anotherUsersSessionIsNeverMixedWithOnesOwn() {
        try (Desk agent = desk("agent");
                Desk manager = desk("manager")) {
            agent.open(record);
            agent.page()
                    .context()
                    .addCookies(List.of(
                            new Cookie(COOKIE, session(manager)).setUrl(address).setSecure(true)));
            agent.at("note").fill("not mine");
            agent.at("write-note").click();

            isOpenAnew(agent.page(), record);
            belongsTo(agent.page(), "manager");
            isEmpty(agent.page());
            assertThat(api.get("dispatcher", "/domain-orders/{n}/work-notes", domainOrder)
                            .getList("text"))
                    .doesNotContain("not mine");
        }
    }

    @Test
    void afterSigningOutNobodyIsOfferedTheText() {
        try (Desk first = desk("agent")) {
            Page second = tab(first, record);
            at(second, "note").fill(TEXT);
            signOut(first);
            first.signIn("manager");

            at(second, "write-note").click();
            isOpenAnew(second, record);
            belongsTo(second, "manager");
            isEmpty(second);

            first.open("/index.xhtml");
            signOut(first);
            first.signIn("agent");
            second.navigate(address + record);
            belongsTo(second, "agent");
            isEmpty(second);
        }
    }

    /** The contact is a choice that the account's brings. */
    @Test
    void whatWasChosenIsKeptAsWhatWasTypedIs() {
        String page = "/customer-order/new.xhtml";
        try (Desk agent = desk("agent")) {
            choose(agent.open(page));
            endedWhileAsking(agent);
            agent.signIn("manager");
            assertThat(agent.page()).hasURL(address + page);
            assertThat(agent.at("account")).hasValue("");
            assertThat(agent.at("priority")).hasValue("3");
            assertThat(agent.at("kept")).hasCount(0);

            agent.page().context().clearCookies(new BrowserContext.ClearCookiesOptions().setName(COOKIE));
            agent.open(page);
            agent.signIn("agent");
            assertThat(agent.page()).hasURL(address + page);
            assertThat(agent.at("account")).hasValue(account);
            assertThat(agent.at("contact")).hasValue(contact);
            assertThat(agent.at("priority")).hasValue("1");
            assertThat(agent.at("external-reference")).hasValue(TEXT);
            agent.settle();
            agent.click("next");
            assertThat(agent.page().locator("fieldset.choices")).isVisible();

            choose(agent.open(page));
            endedWhileAsking(agent);
            agent.signIn("agent");
            assertThat(agent.at("account")).hasValue(account);
            agent.settle();
            signOut(agent);
            agent.open(page);
            agent.signIn("agent");
            assertThat(agent.page()).hasURL(address + page);
            assertThat(agent.at("account")).hasValue("");
            assertThat(agent.at("kept")).hasCount(0);
        }
    }

    private static void choose(Desk desk) {
        desk.at("account").selectOption(account);
        desk.settle();
        desk.at("contact").selectOption(contact);
        desk.at("priority").selectOption("1");
        desk.at("external-reference").fill(TEXT);
    }

    private static void endedWhileAsking(Desk desk) {
        api.as("admin").delete("/users/agent/sessions").then().statusCode(204);
        desk.at("next").click();
        assertThat(desk.at("session-ended")).isVisible();
    }

    @Test
    void aTabThatSleptWhileOneSignedOutOffersNothing() {
        try (Desk agent = desk("agent")) {
            agent.open(record);
            agent.at("note").fill(TEXT);
            api.as("admin").delete("/users/agent/sessions").then().statusCode(204);
            agent.open("/index.xhtml");
            assertThat(agent.at("session-ended")).isVisible();
            // as another tab leaves it; the tab that writes it is not told
            agent.page().evaluate("() => localStorage.setItem('orderfield-signed-out', String(Date.now()))");
            agent.open(record);
            agent.signIn("agent");
            assertThat(agent.page()).hasURL(address + record);
            isEmpty(agent.page());
        }
    }

    private static void isOpenAnew(Page page, String path) {
        assertThat(at(page, "anew")).containsText("Nothing was changed");
        assertThat(page).hasURL(address + path);
    }

    private static void isEmpty(Page page) {
        assertThat(at(page, "note")).hasValue("");
        assertThat(at(page, "kept")).hasCount(0);
    }

    private static void belongsTo(Page page, String user) {
        assertThat(page.locator("[data-test='user-name']"))
                .hasText(api.get("admin", "/users/{u}", user).getString("displayName"));
    }

    private static void signOut(Desk desk) {
        desk.click("user-menu");
        desk.at("sign-out").click();
        desk.page().waitForURL(url -> url.contains("login.xhtml"));
    }

    private static String session(Desk desk) {
        return desk.page().context().cookies().stream()
                .filter(cookie -> cookie.name.equals(COOKIE))
                .findFirst()
                .orElseThrow()
                .value;
    }

    private static Desk desk(String user) {
        return new Desk(browser, address, user);
    }

    /** Another tab of the same browser. */
    private static Page tab(Desk desk, String path) {
        Page tab = desk.page().context().newPage();
        tab.navigate(address + path);
        return tab;
    }

    private static Locator at(Page page, String mark) {
        return page.locator("[data-test='" + mark + "']:visible");
    }
}
