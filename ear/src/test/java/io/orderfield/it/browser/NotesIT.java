package io.orderfield.it.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import io.orderfield.it.support.Desk;
import io.orderfield.it.support.OneBrowser;
import io.orderfield.it.support.OrderDesk;
import io.orderfield.it.support.RunningServer;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What becomes of a note that is written on a page: it is posted whole, or the page says why it isn't. */
@ExtendWith({RunningServer.class, OneBrowser.class})
class NotesIT {
    private static final int LONGEST = 4000;

    private static RunningServer running;
    private static Desk manager;
    private static String record;

    @BeforeAll
    static void work(RunningServer server, Browser browser) {
        running = server;
        OrderDesk desk = new OrderDesk(server.api());
        String account = desk.accountWithLocations(1);
        String order = desk.approved(
                        desk.order(account, List.of(desk.item("SITE-SURVEY", desk.locationsOf(account), 1))))
                .getString("number");
        record =
                "/domain-order/details.xhtml?number=" + desk.domainOrders(order).get(0);
        manager = new Desk(browser, server.server().address(), "manager");
    }

    @BeforeEach
    void open() {
        manager.open(record);
    }

    @Test
    void itIsSaidOnThePageAndNotInTheLog() {
        int log = running.server().log().length();
        String text = "The key is with the neighbor " + System.nanoTime();
        manager.at("note").fill(text);
        manager.click("write-note");
        assertThat(manager.at("done")).isVisible();
        manager.click("write-note");
        assertThat(manager.at("refusal")).isVisible(); // nothing was typed
        assertThat(running.server().log().substring(log)).doesNotContain("FacesMessages", text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"  ", "\u00A0", "\u2003", "\u200B", "\uFEFF"})
    void whatNobodyCanSeeIsNoNote(String text) {
        manager.at("note").fill(text);
        manager.click("write-note");
        assertThat(manager.at("refusal")).containsText("A note needs text.");
    }

    @Test
    void whatIsPastedIsNeverCut() {
        manager.at("note").fill("x".repeat(LONGEST));
        manager.at("note").press("Control+A");
        manager.at("note").press("Control+C");
        manager.at("note").fill("yz");
        manager.at("note").press("End");
        manager.at("note").press("Control+V");
        assertThat(manager.at("note")).hasValue("yz" + "x".repeat(LONGEST));
        manager.click("write-note");
        assertThat(manager.at("refusal"))
                .containsText(Pattern.compile("at most 4,?000 characters; this one has 4,?002"));
        assertThat(manager.at("note")).hasValue("yz" + "x".repeat(LONGEST));
    }
}
