package io.orderfield.it.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import io.orderfield.it.support.Api;
import io.orderfield.it.support.Desk;
import io.orderfield.it.support.OneBrowser;
import io.orderfield.it.support.OrderDesk;
import io.orderfield.it.support.RunningServer;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** From a work order to the row of the decision table that wanted it, and to what that row has caused. */
@ExtendWith({RunningServer.class, OneBrowser.class})
class RowLifeIT {
    @Test
    void aWorkOrderLeadsToItsRowAndTheRowTellsItsLife(RunningServer running, Browser browser) {
        String domainOrder = approved(running.api());
        try (Desk viewer = new Desk(browser, running.server().address(), "viewer")) {
            String page = "/domain-order/details.xhtml?number=" + domainOrder;
            viewer.open(page);
            viewer.click("explain");
            assertThat(viewer.at("why-row").first().locator("[data-test='to-table-row']"))
                    .hasAttribute("href", Pattern.compile(".*version=\\d+&row=12"));
            viewer.open(page);
            viewer.page().locator("[data-test='provenance'] a").click();
            viewer.page().waitForSelector("[data-table-editor][data-ready]");
            assertThat(viewer.at("count")).containsText("1 of");

            viewer.click("show-life");
            Locator life = viewer.page().locator("[data-test='life-row'][data-id='r12']");
            assertThat(life).containsText("SITE-SURVEY");
            assertThat(life.locator("[data-test='row-hits']")).hasText(Pattern.compile("[1-9]\\d*"));
            viewer.click("light-life");
            assertThat(viewer.at("told")).containsText("Rows marked");
            assertThat(new AxeBuilder(viewer.page()).analyze().getViolations()).isEmpty();

            viewer.page().setViewportSize(390, 844);
            viewer.picture("decision-table-life");
            assertThat(viewer.overflow()).as("wider than a phone").isZero();
            viewer.page().selectOption("[data-test='life-mark']", "NEVER_HIT");
            assertThat(viewer.at("no-life")).isVisible(); // no version is that old
        }
    }

    /** The number of a domain order that has a work order by row 12. */
    private static String approved(Api api) {
        OrderDesk desk = new OrderDesk(api);
        String account = desk.accountWithLocations(1);
        String order = desk.approved(desk.order(
                        account,
                        List.of(desk.item(
                                "SITE-SURVEY", desk.locationsOf(account).subList(0, 1), 1))))
                .getString("number");
        return desk.domainOrders(order).stream()
                .filter(number -> !api.get("agent", "/domain-orders/{n}", number)
                        .getList("workOrders")
                        .isEmpty())
                .findFirst()
                .orElseThrow();
    }
}
