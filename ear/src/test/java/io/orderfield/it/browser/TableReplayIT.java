package io.orderfield.it.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Download;
import io.orderfield.it.support.Api;
import io.orderfield.it.support.Desk;
import io.orderfield.it.support.OneBrowser;
import io.orderfield.it.support.OrderDesk;
import io.orderfield.it.support.RunningServer;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** An author replays a draft on its page and sees whose work would be other, row by row. */
@ExtendWith({RunningServer.class, OneBrowser.class})
class TableReplayIT {
    private static final String DRAFTS = "/decision-tables/work-order-policy/drafts";

    private Api api;
    private Browser browser;
    private String address;
    private Desk author;
    private String draft;

    @BeforeEach
    void aDraftWithoutTheFirstRow(RunningServer running, Browser browser) {
        api = running.api();
        this.browser = browser;
        address = running.server().address();
        OrderDesk desk = new OrderDesk(api);
        String account = desk.accountWithLocations(1);
        desk.confirmedWorkOrders(desk.approved(desk.order(
                        account,
                        List.of(desk.item(
                                "SITE-SURVEY", desk.locationsOf(account).subList(0, 1), 1))))
                .getString("number"));
        draft = api.post("author", DRAFTS, Map.of()).getString("id");
        api.as("author")
                .body(Map.of("rows", List.of()))
                .put(DRAFTS + "/" + draft)
                .then()
                .statusCode(200);
        author = new Desk(browser, address, "author");
    }

    @AfterEach
    void leave() {
        author.close();
        api.as("author").delete(DRAFTS + "/" + draft);
    }

    @Test
    void showsHowFarItIsAndThenWhatWouldBeDifferent() {
        author.open("/decision-table/draft.xhtml?id=" + draft);
        author.at("replay-days").fill("30");
        author.click("replay");
        assertThat(author.at("replay-state")).hasText("done");
        assertThat(author.at("replay-rows-line").first()).isVisible();
        author.at("replay-row").first().click();
        assertThat(author.at("replay-line").first()).isVisible();
        author.click("replay-all");
        assertThat(author.at("replay-all")).hasCount(0);
        Download file =
                author.page().waitForDownload(() -> author.at("replay-csv").click());
        assertThat(file.suggestedFilename()).isEqualTo("work-order-policy-replay.csv");
        assertThat(new AxeBuilder(author.page()).include("#replay").analyze().getViolations())
                .isEmpty();
        author.picture("table-replay");
        author.page().setViewportSize(390, 844);
        assertThat(author.overflow()).isZero();
        author.picture("table-replay-390");
    }

    @Test
    void whoPublishesSeesWhoseWorkWouldBeOther() {
        try (Desk publisher = new Desk(browser, address, "publisher")) {
            publisher.open("/decision-table/draft.xhtml?id=" + draft);
            publisher.click("publish");
            assertThat(publisher.at("publish-replay")).containsText("Not replayed yet");
            api.as("author")
                    .body(Map.of())
                    .post(DRAFTS + "/" + draft + "/replay")
                    .then()
                    .statusCode(202);
            await().atMost(Duration.ofSeconds(60)).until(() -> !api.get("author", DRAFTS + "/" + draft + "/replay")
                    .getBoolean("running"));
            publisher.open("/decision-table/draft.xhtml?id=" + draft);
            publisher.click("publish");
            assertThat(publisher.at("publish-open").first()).containsText("→ nothing");
            assertThat(new AxeBuilder(publisher.page())
                            .include("#publishForm")
                            .analyze()
                            .getViolations())
                    .isEmpty();
            publisher.page().setViewportSize(390, 844);
            assertThat(publisher.overflow()).isZero();
            publisher.picture("table-publish-390", publisher.page().locator(".ui-dialog:visible"));
        }
    }
}
