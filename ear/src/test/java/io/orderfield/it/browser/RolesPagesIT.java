package io.orderfield.it.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.options.RequestOptions;
import io.orderfield.it.support.Api;
import io.orderfield.it.support.Desk;
import io.orderfield.it.support.FieldRecords;
import io.orderfield.it.support.OneBrowser;
import io.orderfield.it.support.OrderDesk;
import io.orderfield.it.support.RunningServer;
import io.orderfield.messaging.right.Right;
import io.orderfield.messaging.right.Role;
import io.orderfield.messaging.right.Scope;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Pages by the table of rights: who opens which, what navigation shows, and that a button of somebody else's page is refused. */
@Tag("full")
@ExtendWith({RunningServer.class, OneBrowser.class})
class RolesPagesIT {
    private static final Path PAGES = Path.of(System.getProperty("root.dir"), "web", "src", "main", "webapp");
    private static final Pattern NEEDED = Pattern.compile("me\\.must\\('(\\w+)'\\)");

    /** Presses buttons by what a page sends for them, whether the page has them or not; answers what failed on the way. */
    private static final String PRESS = """
            async ids => {
              const view = document.querySelector("input[name='jakarta.faces.ViewState']").value;
              // the page that says "not found" to the attacker has none
              const nonce = document.querySelector('script[nonce]')?.nonce ?? '';
              const failed = [];
              for (const id of ids) {
                const body = new URLSearchParams({
                  'jakarta.faces.partial.ajax': 'true', 'jakarta.faces.source': id,
                  'jakarta.faces.partial.execute': '@all', 'jakarta.faces.partial.render': '@none',
                  'jakarta.faces.ViewState': view, 'primefaces.nonce': nonce });
                body.set(id, id);
                body.set(id.split(':')[0] + '_SUBMIT', '1');
                const answer = await fetch(location.href, { method: 'POST', body: body,
                  headers: { 'Faces-Request': 'partial/ajax' } });
                if (answer.status >= 500) failed.push(id + ' ' + answer.status);
              }
              return failed;
            }
            """;

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
    void aPageOpensForThoseWithTheRightAndNavigationShowsNoOther() throws IOException {
        Map<String, Right> pages = pages();
        assertThat(pages).hasSizeGreaterThan(15);
        FieldRecords records = FieldRecords.foreign(api);
        List<String> wrong = new ArrayList<>();
        for (Role role : Role.values()) {
            try (Desk desk = new Desk(browser, address, Api.user(role))) {
                pages.forEach((page, right) -> {
                    int status = status(desk, page + "?number=x&code=X&username=x");
                    boolean open = right.of(role) != Scope.NONE;
                    if (open ? status != 200 && status != 404 : status != 403) {
                        wrong.add(role + " " + page + ": " + status);
                    }
                });
                for (String record : List.of("customer-order", "domain-order", "work-order")) {
                    Right right = record.equals("work-order") ? Right.READ_WORK_ORDERS : Right.READ_ORDERS;
                    int status = status(
                            desk,
                            "/" + record + "/details.xhtml?number="
                                    + records.in("/" + record + "s/{number}").replaceAll(".*/", ""));
                    if (status != (right.of(role) == Scope.ALL ? 200 : 404)) {
                        wrong.add(role + " " + record + ": " + status);
                    }
                }
                desk.open("/index.xhtml");
                for (Object path : (List<?>) desk.page()
                        .evaluate("() => [...document.querySelectorAll('nav a, aside a')].map(a => a.href)")) {
                    int status = desk.page().request().get((String) path).status();
                    if (status != 200) {
                        wrong.add(role + " is shown the way to " + path + ": " + status);
                    }
                }
            }
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void aButtonOfSomebodyElsesPageChangesNothing() {
        FieldRecords own = FieldRecords.of(api, "technician");
        String placed = placed();
        List<String> failed = new ArrayList<>();
        failed.addAll(pressed("viewer", "manager", "customer-order", placed));
        failed.addAll(pressed("dispatcher", "manager", "customer-order", placed));
        failed.addAll(pressed("partner", "manager", "customer-order", placed));
        failed.addAll(pressed("agent", "manager", "customer-order", placed));
        for (String attacker : List.of("viewer", "partner", "agent", "dispatcher")) {
            for (String record : List.of("customer-order", "domain-order")) {
                failed.addAll(pressed(attacker, "manager", record, number(own, record)));
            }
        }
        for (String attacker : List.of("viewer", "agent", "technician")) {
            failed.addAll(pressed(attacker, "dispatcher", "work-order", number(own, "work-order")));
        }
        failed.addAll(pressed("viewer", "admin", "account", number(own, "account")));
        failed.addAll(pressed("agent", "admin", "account", number(own, "account")));
        assertThat(failed).isEmpty();
    }

    /** Without it the test above could not fail: pressed in this way, a button of one's own works. */
    @Test
    void aButtonOfOnesOwnPageWorksWhenPressedLikeThis() {
        String placed = placed();
        try (Desk manager = new Desk(browser, address, "manager")) {
            manager.open("/customer-order/details.xhtml?number=" + placed);
            assertThat(buttons(manager).contains("record:approve")).isTrue();
            manager.page().evaluate(PRESS, List.of("record:approve"));
            await().atMost(Duration.ofSeconds(10)).until(() -> api.get("manager", "/customer-orders/{n}", placed)
                    .getString("state")
                    .equals("IN_PROGRESS"));
        }
    }

    /** Presses, on the attacker's page, every button that only the owner's page has. */
    private static List<String> pressed(String attacker, String owner, String record, String number) {
        String page = "/" + record + "/details.xhtml?number=" + number;
        List<String> failed = new ArrayList<>();
        try (Desk theirs = new Desk(browser, address, owner);
                Desk desk = new Desk(browser, address, attacker)) {
            theirs.open(page);
            desk.open(page);
            List<Object> foreign = new ArrayList<>(buttons(theirs));
            foreign.removeAll(buttons(desk));
            if (foreign.isEmpty()) {
                failed.add(attacker + " lacks no button of " + owner + " on " + page);
            }
            String before = tag(record, number);
            ((List<?>) desk.page().evaluate(PRESS, foreign))
                    .forEach(f -> failed.add(attacker + " on " + page + ": " + f));
            if (!tag(record, number).equals(before)) {
                failed.add(attacker + " changed " + number + " by one of " + foreign);
            }
        }
        return failed;
    }

    private static List<?> buttons(Desk desk) {
        return (List<?>) desk.page()
                .evaluate("() => [...document.querySelectorAll('button[id], a[id]')].map(b => b.id)"
                        + ".filter(id => id.includes(':'))");
    }

    private static String tag(String record, String number) {
        return api.as("admin").get("/" + record + "s/{n}", number).header("ETag");
    }

    private static String number(FieldRecords records, String record) {
        return records.in("/" + record + "s/{number}").replaceAll(".*/", "");
    }

    /** An order of the partner's account that waits for the manager. */
    private static String placed() {
        OrderDesk desk = new OrderDesk(api);
        String account = api.get("partner", "/accounts").getString("[0].number");
        String location = desk.locationsOf(account).get(0);
        String number = api.post(
                        "agent",
                        "/customer-orders",
                        desk.order(account, List.of(desk.item("SITE-SURVEY", List.of(location), 1))))
                .getString("number");
        api.act("agent", "/customer-orders/{n}/placement", number);
        return number;
    }

    private static int status(Desk desk, String page) {
        APIResponse answer = desk.page()
                .request()
                .get(address + page, RequestOptions.create().setMaxRedirects(0));
        return answer.status();
    }

    /** The pages that say which right they need. */
    private static Map<String, Right> pages() throws IOException {
        Map<String, Right> pages = new LinkedHashMap<>();
        try (Stream<Path> files = Files.walk(PAGES)) {
            for (Path file :
                    files.filter(f -> f.toString().endsWith(".xhtml")).sorted().toList()) {
                Matcher needed = NEEDED.matcher(Files.readString(file));
                if (needed.find()) {
                    pages.put(
                            "/" + PAGES.relativize(file).toString().replace('\\', '/'), Right.valueOf(needed.group(1)));
                }
            }
        }
        return pages;
    }
}
