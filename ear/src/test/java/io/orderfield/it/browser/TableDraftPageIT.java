package io.orderfield.it.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import io.orderfield.it.support.Api;
import io.orderfield.it.support.Desk;
import io.orderfield.it.support.OneBrowser;
import io.orderfield.it.support.OrderDesk;
import io.orderfield.it.support.RunningServer;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Around the editor of a draft: test cases and what the draft says to them, what is suggested in cells, and coverage. Nothing
 * is published here; {@code DecisionTablePagesIT} does that, on a server of its own.
 */
@ExtendWith({RunningServer.class, OneBrowser.class})
class TableDraftPageIT {
    private static final String TABLE = "/decision-tables/work-order-policy";
    private static final String PAGE = "/decision-table/details.xhtml?table=work-order-policy";
    private static final String GREEN = "A survey is a survey";
    private static final String RED = "A survey is nothing";

    private static Api api;
    private static String address;
    private static Browser browser;

    private String draft = "";

    @BeforeAll
    static void people(RunningServer running, Browser given) {
        api = running.api();
        address = running.server().address();
        browser = given;
    }

    @BeforeEach
    void begin() {
        draft = api.as("author").body(Map.of()).post(TABLE + "/drafts").path("id");
    }

    @AfterEach
    void end() {
        api.as("author").delete(TABLE + "/drafts/" + draft);
        api.get("author", TABLE + "/test-cases").<String>getList("id").forEach(id -> api.as("author")
                .delete(TABLE + "/test-cases/" + id));
    }

    @Test
    void testCasesAreKeptRunAndDeleted() {
        try (Desk author = desk("author")) {
            opens(author, draft);
            assertThat(author.at("test-cases")).containsText("None yet");
            author.at("field-specification").fill("SURVEY-SERVICE");
            author.at("field-action").selectOption("ADD");
            author.click("try");
            assertThat(author.at("tried-work")).containsText("1 × SITE-SURVEY");
            author.click("keep-tried");
            assertThat(author.at("field-expected")).hasValue("SITE-SURVEY, 1");
            keeps(author, GREEN);
            assertThat(state(author, GREEN)).hasCount(1);

            author.click("add-test-case");
            inDialog(author, "field-specification").fill("SURVEY-SERVICE");
            inDialog(author, "field-action").selectOption("ADD");
            author.at("field-expected").fill("SITE-SURVEY, many");
            inDialog(author, "field-name").fill(RED);
            author.click("confirm-test-case");
            assertThat(author.page().locator("[id='testCaseForm:body']")).containsText("must be written like");
            author.at("field-expected").fill("-");
            keeps(author, RED);
            assertThat(author.at("test-case").first()).containsText(RED);
            assertThat(author.at("test-case").first()).containsText("no work order");
            assertThat(author.at("wanted")).containsText("1 × SITE-SURVEY");
            assertThat(author.at("test-cases-red")).hasText("Red: 1");
            author.picture("decision-table-test-cases", author.at("test-cases"));
            looksRight(author);

            opens(author, draft);
            assertThat(author.at("test-cases-red")).hasText("Red: 1"); // asked without anybody asking
            author.at("test-case")
                    .first()
                    .locator("[data-test='remove-test-case']")
                    .click();
            author.settle();
            author.click("confirm-remove-test-case");
            assertThat(author.at("test-cases-red")).hasText("All green");
            assertThat(author.at("test-case")).hasCount(1);
        }
    }

    @Test
    void whoMayOnlyPublishSeesTheTestCasesAndWritesNone() {
        api.post("author", TABLE + "/test-cases", Map.of("name", RED, "facts", survey(), "expected", List.of()));
        try (Desk publisher = desk("publisher")) {
            opens(publisher, draft);
            assertThat(publisher.at("test-cases-red")).hasText("Red: 1");
            assertThat(publisher.at("add-test-case").count()).isZero();
            assertThat(publisher.at("remove-test-case").count()).isZero();
            publisher.click("publish");
            assertThat(publisher.at("red"))
                    .containsText(RED + ": expected no work order; this draft wants 1 × SITE-SURVEY");
            assertThat(publisher.at("word")).isVisible();
            publisher.page().setViewportSize(390, 844);
            assertThat(publisher.overflow()).as("wider than a phone").isZero();
        }
    }

    @Test
    void aTestCaseIsMadeOfADomainOrderByOneClick() {
        OrderDesk orders = new OrderDesk(api);
        String account = orders.accountWithLocations(1);
        String order = orders.approved(orders.order(
                        account,
                        List.of(orders.item(
                                "SITE-SURVEY", orders.locationsOf(account).subList(0, 1), 1))))
                .getString("number");
        String number = orders.domainOrders(order).stream()
                .filter(one -> !api.get("agent", "/domain-orders/{n}", one)
                        .getList("workOrders")
                        .isEmpty())
                .findFirst()
                .orElseThrow();
        String path = "/domain-order/details.xhtml?number=" + number;
        try (Desk agent = desk("agent")) {
            agent.open(path);
            assertThat(agent.at("keep-test-case").count()).isZero();
        }
        try (Desk author = desk("author")) {
            author.open(path);
            author.click("keep-test-case");
            assertThat(author.page().locator("body")).containsText("The test case " + number + " is kept.");
            author.click("keep-test-case");
            assertThat(author.page().locator("body")).containsText("is there twice");
            opens(author, draft);
            assertThat(state(author, number)).hasCount(1);
            author.at("test-case").locator("a.number").click();
            author.page().waitForURL(url -> url.contains(number));
        }
    }

    @Test
    void whatCustomersAndCatalogHaveIsSuggestedInTheCells() {
        try (Desk author = desk("author")) {
            opens(author, draft);
            author.page()
                    .locator(".tabulator-row")
                    .first()
                    .locator("[data-key='region']")
                    .click();
            author.page().keyboard().press("F2");
            assertThat(author.page().locator(".cell-choices")).containsText("Highlands");
            author.page().keyboard().press("Escape");
            author.at("columns").click();
            author.at("offered").selectOption("characteristics.bandwidth");
            author.at("columns").click();
            author.page()
                    .locator(".tabulator-row")
                    .first()
                    .locator("[data-key='characteristics.bandwidth']")
                    .click();
            author.page().keyboard().press("F2");
            author.page().keyboard().type("10 G");
            assertThat(author.page().locator(".cell-choices")).containsText("10 Gbit/s");
            author.picture("decision-table-suggestions", author.at("table-editor"));
            author.page().keyboard().press("ArrowDown");
            author.page().keyboard().press("Enter");
            author.page().keyboard().press("Enter");
            assertThat(author.at("state").last()).hasText("Saved");
        }
        assertThat(api.get("author", TABLE + "/drafts/" + draft).getString("rows[0].cells.'characteristics.bandwidth'"))
                .isEqualTo("10 Gbit/s");
    }

    /** The draft of the demonstration, in which nothing is wrong in any cell. */
    @Test
    void coverageShowsTheRegionThatARuleForgets() {
        String demo = api.get("author", TABLE + "/drafts").<String>getList("id").stream()
                .filter(id -> api.get("author", TABLE + "/drafts/" + id)
                        .getList("rows.id")
                        .contains("voice.overseas"))
                .findFirst()
                .orElseThrow();
        try (Desk publisher = desk("publisher")) {
            opens(publisher, demo);
            assertThat(publisher.page().locator("[data-part=errorCount]")).hasText("0");
            covers(publisher);
            assertThat(publisher.at("forgotten")).isVisible();
            assertThat(line(publisher, "Tokyo")).containsText("missing here");
            publisher.picture(
                    "decision-table-coverage", publisher.page().locator("section:has([data-test='coverage'])"));
            looksRight(publisher);
            line(publisher, "Oslo").locator("[data-test='covered']").first().click();
            publisher.settle();
            assertThat(publisher.at("told")).containsText("Rows marked: 1");
            assertThat(publisher.at("count")).containsText("1 of");
        }
    }

    @Test
    void coverageIsShownOfEveryVersion() {
        try (Desk viewer = desk("viewer")) {
            viewer.open(PAGE + "&version=1");
            viewer.page().waitForSelector("[data-table-editor][data-ready]");
            covers(viewer);
            viewer.at("covered").first().click();
            viewer.settle();
            assertThat(viewer.at("told")).containsText("Rows marked");
            viewer.page().setViewportSize(390, 844);
            assertThat(viewer.overflow()).as("wider than a phone").isZero();
        }
        assertThat(api.get("viewer", TABLE + "/versions/1/coverage?column=region")
                        .getList("value"))
                .contains("Highlands");
        assertThat(api.as("viewer").get(TABLE + "/versions/999/coverage").statusCode())
                .isEqualTo(404);
    }

    /** Of business voice in this region. */
    private static Locator line(Desk desk, String region) {
        return desk.at("coverage")
                .locator("tbody tr")
                .filter(new Locator.FilterOptions().setHasText("VOICE-SERVICE"))
                .filter(new Locator.FilterOptions().setHasText(region));
    }

    private static void covers(Desk desk) {
        desk.click("show-coverage");
        desk.at("coverage-column").selectOption("region");
        desk.settle();
        assertThat(desk.at("coverage")).containsText("Highlands");
    }

    private static void keeps(Desk desk, String name) {
        inDialog(desk, "field-name").fill(name);
        desk.click("confirm-test-case");
        assertThat(desk.at("confirm-test-case")).isHidden();
    }

    private static Locator inDialog(Desk desk, String mark) {
        return desk.page().locator("[id='testCaseForm'] [data-test='" + mark + "']");
    }

    /** The test case of this name, when the draft passes it. */
    private static Locator state(Desk desk, String name) {
        return desk.page()
                .locator("[data-test='test-case'][data-state='green']")
                .filter(new Locator.FilterOptions().setHasText(name));
    }

    private static void opens(Desk desk, String draft) {
        desk.open("/decision-table/draft.xhtml?id=" + draft);
        desk.page().waitForSelector("[data-table-editor][data-ready]");
        desk.settle();
    }

    private static void looksRight(Desk desk) {
        for (ColorScheme scheme : List.of(ColorScheme.DARK, ColorScheme.LIGHT)) {
            desk.page().emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
            assertThat(new AxeBuilder(desk.page()).analyze().getViolations()).isEmpty();
        }
    }

    private static Map<String, Object> survey() {
        return Map.of("specification", "SURVEY-SERVICE", "action", "ADD");
    }

    private static Desk desk(String user) {
        return new Desk(browser, address, user);
    }
}
