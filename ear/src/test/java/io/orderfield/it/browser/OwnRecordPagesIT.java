package io.orderfield.it.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import io.orderfield.it.support.Api;
import io.orderfield.it.support.Desk;
import io.orderfield.it.support.OneBrowser;
import io.orderfield.it.support.RunningServer;
import io.orderfield.messaging.right.Role;
import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The page of a record that a role may read is whole, whatever else the role may not read, and does what it offers. */
@ExtendWith({RunningServer.class, OneBrowser.class})
class OwnRecordPagesIT {
    private static Api api;
    private static String address;
    private static Browser browser;

    @BeforeAll
    static void people(RunningServer running, Browser chromium) {
        api = running.api();
        address = running.server().address();
        browser = chromium;
    }

    @Test
    void isWholeForEveryRole() {
        List<String> opened = new ArrayList<>();
        for (Role role : Role.values()) {
            String user = Api.user(role);
            try (Desk desk = new Desk(browser, address, user)) {
                for (String record : List.of("customer-order", "domain-order", "work-order", "fallout", "account")) {
                    Response list = api.as(user).queryParam("size", 1).get("/" + record + "s");
                    String number = list.statusCode() == 200 ? list.path("[0].number") : null;
                    if (number != null) {
                        String page = "/" + record + "/details.xhtml?number=" + number;
                        assertThat(desk.page()
                                        .request()
                                        .get(address + page)
                                        .text()
                                        .stripTrailing())
                                .as("%s at %s", role, page)
                                .endsWith("</html>");
                        opened.add(role + " " + record);
                    }
                }
            }
        }
        assertThat(opened)
                .contains("PARTNER domain-order", "TECHNICIAN work-order")
                .hasSizeGreaterThan(20);
    }

    @Test
    void isNotFoundByWhomItIsOutOfReachAndListsAreForbidden() {
        List<String> wrong = new ArrayList<>();
        int tried = 0;
        for (Role role : Role.values()) {
            try (Desk desk = new Desk(browser, address, Api.user(role))) {
                for (String record : List.of(
                        "customer-order", "domain-order", "work-order", "fallout", "account", "specification")) {
                    Response list = api.as(Api.user(role)).queryParam("size", 1).get("/" + record + "s");
                    if (list.statusCode() != 403) {
                        continue;
                    }
                    tried++;
                    Response all = api.as("admin").queryParam("size", 1).get("/" + record + "s");
                    String key = record.equals("specification") ? "code" : "number";
                    String number = all.path("[0]." + key) == null ? "NONE" : all.path("[0]." + key);
                    int one = status(desk, "/" + record + "/details.xhtml?" + key + "=" + number);
                    int many = status(desk, "/" + record + "/list.xhtml");
                    int byRest = api.as(Api.user(role))
                            .get("/" + record + "s/" + number)
                            .statusCode();
                    if (one != 404 || byRest != 404 || many != 403) {
                        wrong.add(role + " " + record + ": " + one + ", by REST " + byRest + ", list " + many);
                    }
                }
            }
        }
        assertThat(wrong).isEmpty();
        assertThat(tried).isGreaterThan(8);
    }

    private static int status(Desk desk, String path) {
        return desk.page().request().get(address + path).status();
    }

    @Test
    void letsAPartnerWriteANoteAndLeadsNowhereElse() {
        String number = api.get("partner", "/domain-orders?size=1").getString("[0].number");
        String text = "The back door is open until six";
        try (Desk partner = new Desk(browser, address, "partner")) {
            partner.open("/domain-order/details.xhtml?number=" + number);
            assertThat(partner.page().locator("a[href*='/work-order/']")).hasCount(0);
            partner.at("note").fill(text);
            partner.click("write-note");
            assertThat(partner.at("feed-entry").first()).containsText(text);
        }
        assertThat(api.get("partner", "/domain-orders/" + number + "/work-notes")
                        .getList("text", String.class))
                .contains(text);
    }
}
