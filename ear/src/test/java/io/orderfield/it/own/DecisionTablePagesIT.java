package io.orderfield.it.own;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator.FilterOptions;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.FilePayload;
import com.microsoft.playwright.options.RequestOptions;
import io.orderfield.it.support.Api;
import io.orderfield.it.support.Chromium;
import io.orderfield.it.support.Desk;
import io.orderfield.it.support.LibertyProcess;
import io.orderfield.it.support.OrderDesk;
import io.restassured.path.json.JsonPath;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Decision tables on their pages: an author writes, tries and mends, a second person publishes, the next approval goes by
 * it, and one click begins the way back. What is published here decides on this server alone.
 */
@OwnServer
class DecisionTablePagesIT {
    private static final String TABLE = "/decision-tables/work-order-policy";
    private static final String PAGE = "/decision-table/details.xhtml?table=work-order-policy";
    private static final String TEST_CASE = "A survey with a look afterwards";
    private static final int PASTED = 200;
    private static final int MOST_COLUMNS = 30;

    private static LibertyProcess server;
    private static Api api;
    private static Playwright playwright;
    private static Browser browser;

    @BeforeAll
    static void start() {
        playwright = Playwright.create();
        browser = Chromium.launch(playwright);
        server = LibertyProcess.inItsSurroundings(
                        "decision-table-pages",
                        Map.of(
                                "DEMO_ENABLED", "true",
                                "DEMO_PASSWORD", Api.PASSWORD,
                                "PUBLISH_NEEDS_SECOND_PERSON", "true"))
                .start();
        api = new Api(server.address());
    }

    @AfterAll
    static void stop() {
        playwright.close();
        server.close();
    }

    @Test
    void fromASpreadsheetToTheNextApprovalAndBack() {
        int before = api.get("viewer", TABLE).getInt("version");
        assertThat(templates(approved("SITE-SURVEY"))).containsExactly("SITE-SURVEY");
        try (Desk author = desk("author");
                Desk publisher = desk("publisher")) {
            author.open("/decision-table/list.xhtml");
            author.at("table").click();
            isThere(author);
            seesVersion(author, before);
            String draft = begins(author);
            writesByKeys(author);
            pastes(author);
            mends(author);
            tries(author);
            replays(author);
            pictures(author, "draft");

            publisher.open("/decision-table/draft.xhtml?id=" + draft);
            isThere(publisher);
            assertThat(publisher.at("state")).hasText("Read only");
            publishes(publisher);
        }
        assertThat(api.get("viewer", TABLE).getInt("version")).isEqualTo(before + 1);
        assertThat(templates(approved("SITE-SURVEY"))).containsExactlyInAnyOrder("SITE-SURVEY", "QUALITY-CHECK");
        comesBack(before);
        assertThat(templates(approved("SITE-SURVEY"))).containsExactly("SITE-SURVEY");
    }

    /** Answers the id of the draft. */
    private static String begins(Desk desk) {
        desk.at("begin").click();
        desk.page().waitForURL(url -> url.contains("/draft.xhtml"));
        isThere(desk);
        return desk.page().url().replaceFirst(".*id=", "");
    }

    private static void isThere(Desk desk) {
        desk.page().waitForSelector("[data-table-editor][data-ready]");
    }

    /** One row that asks for a quality check after each survey. */
    private static void writesByKeys(Desk author) {
        int rows = rows(author);
        author.at("grid").focus();
        author.page().keyboard().press("Control+End");
        author.page().keyboard().press("Control+Enter");
        writes(author, "Specification", "SURVEY-SERVICE");
        writes(author, "Action", "ADD");
        writes(author, "Template", "QUALITY-CHECK");
        saved(author);
        assertThat(author.at("count")).containsText(Integer.toString(rows + 1));
    }

    /** A block of 200 rows, of which one names a template that there is not. */
    private static void pastes(Desk author) {
        String block = IntStream.range(0, PASTED)
                .mapToObj(number -> "SURVEY-SERVICE\tCHANGE\tRegion " + number)
                .collect(Collectors.joining("\n"));
        author.page().context().grantPermissions(List.of("clipboard-read", "clipboard-write"));
        author.page().evaluate("text => navigator.clipboard.writeText(text)", block);
        int rows = rows(author);
        author.page().keyboard().press("Control+Enter");
        goesTo(author, "Specification");
        author.page().keyboard().press("Control+V");
        author.page()
                .waitForFunction(
                        "wanted => document.querySelector('[data-part=count]').textContent"
                                + ".replace(/\\D/g, '') === String(wanted)",
                        rows + PASTED);
        saved(author);
    }

    /** Every pasted row lacks its template: the first is written, and the others are filled from it. */
    private static void mends(Desk author) {
        assertThat(author.at("findings")).isVisible();
        author.page().locator(".finding.error button").first().click();
        assertThat(author.at("fault")).not().isEmpty();
        author.picture("decision-table-errors", author.at("table-editor"));
        author.page().keyboard().type("CHANGE-ON-SITE");
        author.page().keyboard().press("Enter");
        author.page().keyboard().press("ArrowUp");
        author.page().keyboard().press("Control+Shift+ArrowDown");
        author.page().keyboard().press("Control+D");
        saved(author);
        author.page().waitForFunction("() => document.querySelector('[data-part=errorCount]').textContent === '0'");
    }

    private static void tries(Desk author) {
        author.at("field-specification").fill("SURVEY-SERVICE");
        author.at("field-action").selectOption("ADD");
        author.click("try");
        assertThat(author.at("hit")).hasCount(2);
        assertThat(author.at("hits")).containsText("QUALITY-CHECK");
        assertThat(author.at("other").first()).containsText("condition not met");
        author.picture("decision-table-trial", author.page().locator("section:has([data-test='try'])"));
        author.click("keep-tried");
        author.page().locator("[id='testCaseForm'] [data-test='field-name']").fill(TEST_CASE);
        author.click("confirm-test-case");
        assertThat(author.at("test-cases-red")).hasText("All green");
        author.click("light");
        assertThat(author.at("count")).containsText("2 of");
        author.click("all");
        author.click("show-coverage");
        author.at("covered").first().click();
        author.settle();
        assertThat(author.at("told")).containsText("Rows marked");
        author.click("all");
        author.at("grid").focus();
        author.page().keyboard().press("Control+Home");
    }

    /** One survey has been approved before, for which the draft wants a quality check, too. */
    private static void replays(Desk author) {
        author.click("replay");
        assertThat(author.at("replay-state")).hasText("done");
        assertThat(author.at("replay-line")
                        .filter(new FilterOptions().setHasText("QUALITY-CHECK"))
                        .first())
                .isVisible();
        author.picture("decision-table-replay", author.page().locator("section:has([id='replay'])"));
    }

    private static void publishes(Desk publisher) {
        publisher.click("publish");
        assertThat(publisher.at("table-differences")).containsText("is new");
        assertThat(publisher.at("publish-open").first()).containsText("→ 1 × QUALITY-CHECK");
        saysWhy(publisher, "Each survey is looked at afterwards");
        publisher.picture("decision-table-publish", publisher.page().locator(".ui-dialog:visible"));
        publisher.at("reason").last().fill("");
        publisher.click("confirm-publish");
        assertThat(publisher.page().locator("body")).containsText("Say why");
        saysWhy(publisher, "Each survey is looked at afterwards");
        publisher.at("confirm-publish").click();
        publisher.page().waitForURL(url -> url.contains("/details.xhtml"));
        isThere(publisher);
        assertThat(publisher.at("reason")).containsText("Each survey");
        pictures(publisher, "details");
    }

    /** A word about warnings is asked for where there are some. */
    private static void saysWhy(Desk desk, String why) {
        desk.at("reason").last().fill(why);
        if (desk.at("word").count() > 0) {
            desk.at("word").fill(why);
        }
    }

    private static void comesBack(int before) {
        String draft;
        try (Desk admin = desk("admin")) {
            admin.open(PAGE + "&version=" + before);
            draft = begins(admin);
            admin.click("publish");
            saysWhy(admin, "As it was");
            admin.click("confirm-publish");
            assertThat(admin.page().locator("body")).containsText("Somebody else has to publish");
            admin.page().keyboard().press("Escape");
        }
        try (Desk publisher = desk("publisher")) {
            publisher.open("/decision-table/draft.xhtml?id=" + draft);
            publisher.click("publish");
            assertThat(publisher.at("red")).containsText(TEST_CASE);
            saysWhy(publisher, "As it was");
            publisher.at("confirm-publish").click();
            publisher.page().waitForURL(url -> url.contains("/details.xhtml"));
            seesVersion(publisher, before + 2);
            publisher.page().selectOption("[data-test='compare-from']", Integer.toString(before));
            publisher.page().selectOption("[data-test='compare-to']", Integer.toString(before + 2));
            publisher.click("compare");
            assertThat(publisher.page().locator("body")).containsText("Both say the same.");
        }
    }

    @Test
    void theSecondOfTwoAuthorsIsShownWhatTheFirstDid() {
        String draft = begun();
        try (Desk first = desk("author");
                Desk second = desk("admin")) {
            first.open("/decision-table/draft.xhtml?id=" + draft);
            second.open("/decision-table/draft.xhtml?id=" + draft);
            for (Desk one : List.of(first, second)) {
                isThere(one);
                goesTo(one, "Region");
                one.page().keyboard().type(one == first ? "Norte" : "Sul");
                one.page().keyboard().press("Enter");
                if (one == first) {
                    saved(first);
                }
            }
            assertThat(second.at("conflict")).containsText("Aino Virta");
            assertThat(second.at("differences")).containsText("Region");
            assertThat(second.at("differences")).containsText("Norte");
            second.picture("decision-table-conflict", second.at("conflict"));
            second.at("theirs").click();
            saved(second);
        }
        assertThat(api.get("author", TABLE + "/drafts/" + draft).getString("rows[0].cells.region"))
                .isEqualTo("Norte");
    }

    @Test
    void aFileOnADraftThatSomebodyChangedMeanwhileShowsWhatTheyDid() {
        String draft = begun();
        byte[] file = "specification;action;template\nFIBER-ACCESS;ADD;SITE-SURVEY\n".getBytes(StandardCharsets.UTF_8);
        try (Desk first = desk("author");
                Desk second = desk("admin")) {
            second.open("/decision-table/draft.xhtml?id=" + draft);
            isThere(second);
            int rows = rows(second);
            first.open("/decision-table/draft.xhtml?id=" + draft);
            isThere(first);
            goesTo(first, "Region");
            first.page().keyboard().type("Norte");
            first.page().keyboard().press("Enter");
            saved(first);
            takes(second, file);
            assertThat(second.at("conflict")).containsText("Aino Virta");
            assertThat(second.at("differences")).containsText("Norte");
            assertThat(rows(second)).isEqualTo(rows);
            second.at("on-top").click();
            assertThat(second.at("file-warning")).containsText("one row is new");
            assertThat(second.at("conflict")).isHidden();
            assertThat(rows(second)).isEqualTo(1);
            second.at("undo-file").click();
            saved(second);
            assertThat(second.at("file-warning")).isHidden();
            assertThat(rows(second)).isEqualTo(rows);
        }
        assertThat(api.get("author", TABLE + "/drafts/" + draft).getString("rows[0].cells.region"))
                .isEqualTo("Norte");
    }

    private static void takes(Desk desk, byte[] file) {
        desk.at("files").click();
        desk.page()
                .waitForFileChooser(() -> desk.at("take-file").click())
                .setFiles(new FilePayload("policy.csv", "text/csv", file));
    }

    @Test
    void aWrongFileIsRefusedCellByCellAndTakenAllTheSameIfWanted() {
        String draft = begun();
        byte[] wrong =
                "specification;action;template\nFIBER-ACCESS;PAINT;SITE-SURVEY\n".getBytes(StandardCharsets.UTF_8);
        try (Desk author = desk("author")) {
            author.open("/decision-table/draft.xhtml?id=" + draft);
            isThere(author);
            int rows = rows(author);
            takes(author, wrong);
            assertThat(author.at("file-problems")).containsText("Action, row 1");
            assertThat(author.at("file-problems")).containsText("PAINT");
            author.picture("decision-table-file", author.at("file-problems"));
            assertThat(rows(author)).isEqualTo(rows);
            author.at("keep-errors").click();
            author.page().waitForFunction("() => document.querySelector('[data-part=errorCount]').textContent === '1'");
            assertThat(rows(author)).isEqualTo(1);
            assertThat(author.at("file-warning")).containsText("one row is new");
            author.at("undo").click();
            saved(author);
            assertThat(rows(author)).isEqualTo(rows);
            author.at("redo").click();
            saved(author);
            author.click("discard");
            assertThat(author.at("discard-what")).containsText("The draft of Aino Virta holds changes");
            author.at("confirm-discard").click();
            author.page().waitForURL(url -> url.contains("/details.xhtml"));
        }
        assertThat(api.as("author").get(TABLE + "/drafts/" + draft).statusCode())
                .isEqualTo(404);
    }

    @Test
    void whoMayOnlyReadSeesNoWayToChangeAnything() {
        try (Desk viewer = desk("viewer")) {
            viewer.open(PAGE);
            isThere(viewer);
            assertThat(viewer.at("state").last()).hasText("Read only");
            for (String way : List.of("begin", "restore", "withdraw", "drafts")) {
                assertThat(viewer.at(way).count()).as(way).isZero();
            }
            viewer.page().setViewportSize(390, 844);
            viewer.picture("decision-table-phone");
            assertThat(viewer.overflow()).as("wider than a phone").isZero();
            assertThat(viewer.page()
                            .request()
                            .get(server.address() + "/decision-table/draft.xhtml?id=x")
                            .status())
                    .isEqualTo(403);
        }
    }

    @Test
    void whatIsNoChangeOrNotOfOurPagesIsRefused() {
        String path = server.address() + "/decision-table/drafts/work-order-policy/" + begun();
        try (Desk author = desk("author")) {
            RequestOptions ours = RequestOptions.create().setHeader("X-Requested-With", "orderfield");
            assertThat(author.page().request().get(path).text())
                    .contains("\"revision\"")
                    .doesNotContain("\"findings\"");
            assertThat(author.page().request().get(path + "/findings").text()).contains("\"findings\"");
            for (String body : List.of("null", "{}", "{\"revision\":", "[]")) {
                APIResponse answer = author.page().request().post(path, ours.setData(body));
                assertThat(answer.status()).as(body).isEqualTo(400);
                assertThat(answer.text()).as(body).contains("\"refused\"");
            }
            assertThat(author.page()
                            .request()
                            .post(path, RequestOptions.create().setData("{}"))
                            .status())
                    .isEqualTo(403);
            assertThat(author.page().request().get(path + "/pdf").status()).isEqualTo(404);
            assertThat(author.page().request().get(path + "x").status()).isEqualTo(404);
        }
    }

    private static String begun() {
        return api.as("author").body(Map.of()).post(TABLE + "/drafts").path("id");
    }

    private static Desk desk(String user) {
        return new Desk(browser, server.address(), user);
    }

    private static void seesVersion(Desk desk, int version) {
        assertThat(desk.at("version")).hasText("Version " + version);
    }

    private static void writes(Desk desk, String column, String text) {
        goesTo(desk, column);
        desk.page().keyboard().type(text);
        desk.page().keyboard().press("Tab");
    }

    /** To this column in the row of the cell that is active. */
    private static void goesTo(Desk desk, String column) {
        desk.at("grid").focus();
        desk.page().keyboard().press("Home");
        for (int step = 0; step < MOST_COLUMNS && !where(desk).startsWith(column + ","); step++) {
            desk.page().keyboard().press("ArrowRight");
        }
        assertThat(where(desk)).startsWith(column + ",");
    }

    private static String where(Desk desk) {
        return desk.at("where").textContent();
    }

    private static int rows(Desk desk) {
        return Integer.parseInt(desk.at("count").textContent().replaceAll("\\D", ""));
    }

    private static void saved(Desk desk) {
        assertThat(desk.at("state").last()).hasText("Saved");
    }

    private static void pictures(Desk desk, String name) {
        for (ColorScheme scheme : List.of(ColorScheme.DARK, ColorScheme.LIGHT)) {
            desk.page().emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
            desk.firstSight("decision-table-" + name + "-" + scheme.name().toLowerCase(Locale.ROOT));
        }
        assertThat(new AxeBuilder(desk.page()).analyze().getViolations()).isEmpty();
    }

    /** Templates of the work orders that an approval of one such product asks for. */
    private static List<String> templates(JsonPath approval) {
        OrderDesk desk = new OrderDesk(api);
        return desk.domainOrders(approval.getString("number")).stream()
                .flatMap(number ->
                        api.get("agent", "/domain-orders/{n}", number).<String>getList("workOrders.template").stream())
                .toList();
    }

    private static JsonPath approved(String product) {
        OrderDesk desk = new OrderDesk(api);
        String account = desk.accountWithLocations(1);
        return desk.approved(desk.order(
                account, List.of(desk.item(product, desk.locationsOf(account).subList(0, 1), 1))));
    }
}
