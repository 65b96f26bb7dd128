package io.orderfield.it.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import io.orderfield.it.support.Desk;
import io.orderfield.it.support.OneBrowser;
import io.orderfield.it.support.OrderDesk;
import io.orderfield.it.support.RunningServer;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is written into the search at the top arrives in the list as it was written. */
@ExtendWith({RunningServer.class, OneBrowser.class})
class SearchIT {
    private static RunningServer running;
    private static Desk agent;

    @BeforeAll
    static void people(RunningServer server, Browser browser) {
        running = server;
        agent = new Desk(browser, server.server().address(), "agent");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Harbor Hotels",
                "Tomás",
                "50%",
                "100%25",
                "A&B",
                "a+b",
                "x=y;z",
                "#1?",
                "\"quoted\" \\ <b>",
                "日本 \ud83d\ude80",
                "#{me.name}"
            })
    void aTextArrivesAsItWasWritten(String text) {
        agent.open("/index.xhtml").at("search").fill(text);
        agent.page().keyboard().press("Enter");
        arrives(text);
        agent.open("/search.xhtml?q=" + URLEncoder.encode(text, StandardCharsets.UTF_8));
        arrives(text);
        agent.open("/search.xhtml?q="
                + URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20"));
        arrives(text);
    }

    private static void arrives(String text) {
        agent.page().waitForURL(url -> url.contains("/customer-order/list.xhtml"));
        assertThat(agent.at("filter")).hasValue(text);
        assertThat(URI.create(agent.page().url()).getRawQuery())
                .isEqualTo("text=" + URLEncoder.encode(text, StandardCharsets.UTF_8));
    }

    @Test
    void anAccountIsFoundByItsNameOfSeveralWords() {
        OrderDesk desk = new OrderDesk(running.api());
        String name = "Höfe & Gärten " + System.nanoTime();
        String account =
                running.api().post("admin", "/accounts", Map.of("name", name)).getString("number");
        desk.newLocation(account, "Mid", "Lothian");
        String order = running.api()
                .post(
                        "agent",
                        "/customer-orders",
                        desk.order(account, List.of(desk.item("SITE-SURVEY", desk.locationsOf(account), 1))))
                .getString("number");
        agent.open("/index.xhtml").at("search").fill(name);
        agent.page().keyboard().press("Enter");
        agent.page().waitForURL(url -> url.contains("/customer-order/list.xhtml"));
        assertThat(agent.page().locator("main")).containsText(order);
    }
}
