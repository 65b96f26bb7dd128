package io.orderfield.it.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.options.FilePayload;
import io.orderfield.it.support.Api;
import io.orderfield.it.support.Desk;
import io.orderfield.it.support.OneBrowser;
import io.orderfield.it.support.OrderDesk;
import io.orderfield.it.support.RunningServer;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Many line items at once, by REST and on the pages: from a CSV file, and copied to other locations. */
@ExtendWith({RunningServer.class, OneBrowser.class})
class BulkEntryIT {
    private static RunningServer running;
    private static Api api;
    private static OrderDesk desk;
    private static Browser browser;

    private List<String> locations;
    private String order;

    @BeforeAll
    static void server(RunningServer given, Browser chromium) {
        running = given;
        api = given.api();
        desk = new OrderDesk(api);
        browser = chromium;
    }

    @BeforeEach
    void anOrder() {
        String account = desk.accountWithLocations(3);
        locations = desk.locationsOf(account);
        order = api.post(
                        "agent",
                        "/customer-orders",
                        desk.order(account, List.of(desk.item("SITE-SURVEY", locations.subList(0, 1), 1))))
                .getString("number");
    }

    @Test
    void eachRowOfAFileIsAnswered() {
        Response answer = send(csv("add,SITE-SURVEY," + locations.get(1) + ",2", "add,SITE-SURVEY,NOWHERE,0"), false);

        assertThat(answer.statusCode()).isEqualTo(200);
        JsonPath result = answer.jsonPath();
        assertThat(result.getInt("added")).isEqualTo(1);
        assertThat(result.getInt("refused")).isEqualTo(1);
        assertThat(result.getList("rows[1].errors.field")).containsExactly("quantity", "location");
        assertThat(api.get("agent", "/line-items/{n}", result.getString("rows[0].lineItem"))
                        .getInt("quantity"))
                .isEqualTo(2);
    }

    @Test
    void oneWrongRowStopsTheFileWhenAllOrNothingIsAsked() {
        Response answer = send(csv("add,SITE-SURVEY," + locations.get(1) + ",2", "add,NO-SUCH,NOWHERE,0"), true);

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.jsonPath().getString("code")).isEqualTo("rows-refused");
        assertThat(answer.jsonPath().getList("rows.code")).containsExactly("not-added", "invalid-row");
        assertThat(items()).hasSize(1);
        assertThat(send("no,csv,of,ours\n", true).jsonPath().getString("code")).isEqualTo("invalid-csv");
    }

    @Test
    void theTemplateHasEveryColumn() {
        String template = api.as("agent")
                .accept("text/csv")
                .get("/customer-orders/{n}/line-items/import", order)
                .asString();

        assertThat(template)
                .startsWith("action,specification,location,quantity")
                .contains("characteristics.");
    }

    @Test
    void anItemIsCopiedToOtherLocationsInDraftAndInProgress() {
        JsonPath copy = api.post(
                "agent", "/line-items/{n}/copies", Map.of("locations", locations.subList(1, 3)), items().get(0));
        assertThat(copy.getString("location")).isEqualTo(locations.get(1));
        assertThat(copy.getList("alsoCreated")).hasSize(1);

        api.act("agent", "/customer-orders/{n}/placement", order);
        api.act("manager", "/customer-orders/{n}/approval", order);
        int before = desk.domainOrders(order).size();
        JsonPath added = api.post(
                "agent", "/line-items/{n}/copies", Map.of("locations", List.of(locations.get(2))), items().get(0));
        assertThat(added.getString("state")).isEqualTo("IN_PROGRESS");
        assertThat(desk.domainOrders(order)).hasSizeGreaterThan(before);
    }

    @Test
    void anAgentUploadsAFileAndCopiesAnItemOnThePage() {
        try (Desk agent = new Desk(browser, running.server().address(), "agent")) {
            agent.open("/customer-order/details.xhtml?number=" + order);
            agent.click("import-items");
            agent.page()
                    .setInputFiles(
                            "[data-test=csv-file]", file("add,SITE-SURVEY," + locations.get(1) + ",3", "add,X,Y,1"));
            assertThat(agent.at("csv")).hasValue(Pattern.compile("^action"));
            agent.click("confirm-import");
            assertThat(agent.at("csv-rows").locator("tbody tr")).hasCount(2);
            assertThat(agent.page().locator("[data-test=items] tbody tr")).hasCount(1);

            agent.at("all-or-nothing").uncheck();
            agent.click("confirm-import");
            assertThat(agent.page().locator("[data-test=items] tbody tr")).hasCount(2);

            agent.open("/customer-order/details.xhtml?number=" + order);
            agent.click("copy-item");
            agent.page()
                    .locator("fieldset.choices input[type=checkbox]:visible")
                    .first()
                    .check();
            agent.click("confirm-copy");
            assertThat(agent.page().locator("[data-test=items] tbody tr")).hasCount(3);
        }
    }

    @Test
    void anAgentTakesAFileIntoANewOrder() {
        String account = api.get("agent", "/customer-orders/{n}", order).getString("account");
        try (Desk agent = new Desk(browser, running.server().address(), "agent")) {
            agent.open("/customer-order/new.xhtml");
            agent.at("account").selectOption(account);
            agent.settle();
            agent.click("next");
            agent.at("csv")
                    .fill(csv(
                            "add,SITE-SURVEY," + locations.get(0) + ",1",
                            "disconnect,SITE-SURVEY," + locations.get(1) + ",2"));
            agent.click("take-file");
            assertThat(agent.at("review").locator("tbody tr")).hasCount(2);
            agent.click("save-draft");
            agent.page().waitForURL(url -> url.contains("/customer-order/details.xhtml"));
            assertThat(agent.page().locator("[data-test=items] tbody tr")).hasCount(2);
        }
    }

    @Test
    void aSaveOverAnothersChangeShowsBothAndLosesNeither() {
        String item = items().get(0);
        try (Desk agent = new Desk(browser, running.server().address(), "agent")) {
            agent.open("/customer-order/details.xhtml?number=" + order);
            agent.click("revise");
            agent.at("item-quantity").fill("7");
            int status = api.as("manager")
                    .body(Map.of("quantity", 5))
                    .patch("/line-items/{n}", item)
                    .statusCode();
            assertThat(status).isEqualTo(200);
            agent.click("save-item");

            assertThat(agent.at("meanwhile")).containsText("Max Lindqvist");
            assertThat(agent.at("meanwhile-difference")).containsText("75");
            assertThat(agent.at("item-quantity")).hasValue("7");
            agent.click("keep-mine");
            assertThat(agent.at("meanwhile")).hasCount(0);
        }
        assertThat(api.get("agent", "/line-items/{n}", item).getInt("quantity")).isEqualTo(7);
    }

    private List<String> items() {
        return api.get("agent", "/customer-orders/{n}", order).getList("lineItems.number");
    }

    private Response send(String csv, boolean allOrNothing) {
        return api.as("agent")
                .contentType("text/csv; charset=UTF-8")
                .queryParam("allOrNothing", allOrNothing)
                .body(csv.getBytes(StandardCharsets.UTF_8))
                .post("/customer-orders/{n}/line-items/import", order);
    }

    private static FilePayload file(String... rows) {
        return new FilePayload("items.csv", "text/csv", csv(rows).getBytes(StandardCharsets.UTF_8));
    }

    private static String csv(String... rows) {
        return "action,specification,location,quantity\n" + String.join("\n", rows) + "\n";
    }
}
