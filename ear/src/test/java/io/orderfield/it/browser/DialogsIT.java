package io.orderfield.it.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import io.orderfield.it.support.Api;
import io.orderfield.it.support.Desk;
import io.orderfield.it.support.OneBrowser;
import io.orderfield.it.support.OrderDesk;
import io.orderfield.it.support.RunningServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Escape does in every dialog what its button does by which one gives it up. */
@ExtendWith({RunningServer.class, OneBrowser.class})
class DialogsIT {
    private static final Path PAGES = Path.of(System.getProperty("root.dir"), "web", "src", "main", "webapp");
    private static final Pattern DIALOG = Pattern.compile("<p:dialog widgetVar=\"(\\w+)\"");

    private static RunningServer running;
    private static Api api;
    private static String address;
    private static Browser browser;
    private static final Map<String, Desk> DESKS = new HashMap<>();

    /** A page with dialogs: by whom it is opened, and what opens some of them. */
    private record Place(String user, String path, List<String> openers) {}

    @BeforeAll
    static void people(RunningServer server, Browser given) {
        running = server;
        api = running.api();
        address = running.server().address();
        browser = given;
    }

    private static List<Place> places() {
        OrderDesk desk = new OrderDesk(api);
        String account = desk.accountWithLocations(1);
        Map<String, Object> survey =
                desk.item("SITE-SURVEY", desk.locationsOf(account).subList(0, 1), 1);
        String draft = api.post("agent", "/customer-orders", desk.order(account, List.of(survey)))
                .getString("number");
        String order = desk.approved(desk.order(account, List.of(survey))).getString("number");
        String workOrder = desk.confirmedWorkOrders(order).get(0);
        String domainOrder =
                api.get("dispatcher", "/work-orders/{n}", workOrder).getString("domainOrder");
        String fallout = fallout(desk, account);
        String tableDraft = api.post("author", "/decision-tables/work-order-policy/drafts", Map.of())
                .getString("id");
        return List.of(
                new Place("admin", "/account/list.xhtml", List.of("new-account")),
                new Place(
                        "admin",
                        "/account/details.xhtml?number=" + account,
                        List.of("edit", "deactivate", "new-contact", "new-location")),
                new Place("admin", "/specification/list.xhtml", List.of("new-specification")),
                new Place("admin", "/specification/details.xhtml?code=SITE-SURVEY", List.of("edit")),
                new Place("admin", "/user/list.xhtml", List.of("new-user", "password-viewer")),
                new Place("admin", "/sync.xhtml", List.of("reconcile")),
                new Place(
                        "agent",
                        "/customer-order/details.xhtml?number=" + draft,
                        List.of("add-item", "import-items", "copy-item", "edit-order")),
                new Place(
                        "manager",
                        "/customer-order/details.xhtml?number=" + order,
                        List.of("revise", "set-ponr", "cancel-item", "hold", "cancel")),
                new Place(
                        "manager",
                        "/domain-order/details.xhtml?number=" + domainOrder,
                        List.of("hold", "create-work-order")),
                new Place("admin", "/decision-table/details.xhtml?table=work-order-policy", List.of()),
                new Place("admin", "/decision-table/draft.xhtml?id=" + tableDraft, List.of("publish", "discard")),
                new Place("manager", "/approvals.xhtml", List.of()),
                new Place("manager", "/fallout/details.xhtml?number=" + fallout, List.of()),
                new Place("dispatcher", "/work-order/details.xhtml?number=" + workOrder, List.of("cancel")),
                new Place("dispatcher", "/dispatch.xhtml", List.of()),
                new Place("technician", "/my-tasks.xhtml", List.of()));
    }

    /** Field Service takes no region as long as this. */
    private static String fallout(OrderDesk desk, String account) {
        List<String> far = List.of(desk.newLocation(account, "X".repeat(45), "Lothian"));
        String order = desk.approved(desk.order(account, List.of(desk.item("SITE-SURVEY", far, 1))))
                .getString("number");
        return await().atMost(Duration.ofSeconds(30))
                .until(
                        () -> api.get("manager", "/fallouts?customerOrder={n}", order)
                                .getString("[0].number"),
                        Objects::nonNull);
    }

    @Test
    void escapeClosesEveryDialogAndLeadsBackToWhatOpenedIt() throws IOException {
        Set<String> closed = new HashSet<>();
        for (Place place : places()) {
            Desk desk = DESKS.computeIfAbsent(place.user(), user -> new Desk(browser, address, user))
                    .open(place.path());
            for (String opener : place.openers()) {
                desk.click(opener);
                escapes(desk, place.path() + ' ' + opener);
                assertThat(desk.at(opener).first()).isFocused();
            }
            for (Object dialog : dialogs(desk)) {
                desk.page()
                        .evaluate(
                                "name => { document.querySelector('[data-theme-toggle]').focus(); PF(name).show(); }",
                                dialog);
                escapes(desk, place.path() + ' ' + dialog);
                assertThat(desk.at("theme")).isFocused();
                closed.add((String) dialog);
            }
        }
        assertThat(closed).containsExactlyInAnyOrderElementsOf(allDialogs());
    }

    @Test
    void aDialogThatIsSentWithoutARowIsRefused() {
        int log = running.server().log().length();
        List<String> ofRows = List.of("ponrForm:ok", "cancelItemForm:ok", "copyForm:ok", "decideForm:ok");
        Set<String> tried = new HashSet<>();
        for (Place place : places()) {
            Map<String, String> ofViewer = sent("viewer", place.path(), List.of());
            assertThat(ofViewer.values()).as(place.path()).noneMatch(DialogsIT::isBroken);
            // whoever may is tried on dialogs of a row alone: the others would do what they say with the page's record
            Map<String, String> answers = sent(place.user(), place.path(), ofRows);
            assertThat(answers.values()).as(place.path()).noneMatch(DialogsIT::isBroken);
            answers.forEach((button, answer) -> {
                assertThat(answer).as(button).contains("data-test=\"refusal\"");
                assertThat(ofViewer.get(button)).as(button).contains("Your role doesn");
                tried.add(button);
            });
        }
        assertThat(tried).containsExactlyInAnyOrderElementsOf(ofRows);
        assertThat(running.server().log().substring(log)).doesNotContain("\tat ");
    }

    private static boolean isBroken(String answer) {
        return answer.contains("/error/") || answer.contains("<error>");
    }

    /** What comes of these buttons (of all, where none is named) in dialogs that were never opened, by the id of the button. */
    @SuppressWarnings("unchecked") // what a script gives back
    private static Map<String, String> sent(String user, String path, List<String> buttons) {
        Desk desk = DESKS.computeIfAbsent(user, name -> new Desk(browser, address, name))
                .open(path);
        return (Map<String, String>) desk.page().evaluate("""
                async wanted => {
                  const answers = {};
                  for (const button of document.querySelectorAll(
                      ".ui-dialog form button[type=submit]")) {
                    if (wanted.length > 0 && !wanted.includes(button.id)) continue;
                    const fields = new URLSearchParams(new FormData(button.form));
                    const more = {[button.id]: button.id, 'jakarta.faces.source': button.id,
                        'jakarta.faces.partial.ajax': 'true', 'jakarta.faces.partial.execute': button.form.id,
                        'primefaces.nonce': document.querySelector('script[nonce]').nonce};
                    Object.entries(more).forEach(([name, value]) => fields.set(name, value));
                    const answer = await fetch(location.pathname + location.search,
                        {method: 'POST', body: fields, headers: {'Faces-Request': 'partial/ajax'}});
                    answers[button.id] = await answer.text();
                  }
                  return answers;
                }
                """, buttons);
    }

    private static void escapes(Desk desk, String which) {
        Locator open = desk.page().locator(".ui-dialog:visible");
        assertThat(open).hasCount(1);
        desk.page().keyboard().press("Escape");
        assertThat(open.all()).as(which).isEmpty();
    }

    private static List<?> dialogs(Desk desk) {
        return (List<?>) desk.page()
                .evaluate("() => Object.keys(PrimeFaces.widgets)"
                        + ".filter(name => PrimeFaces.widgets[name] instanceof PrimeFaces.widget.Dialog)");
    }

    private static Set<String> allDialogs() throws IOException {
        try (Stream<Path> files = Files.walk(PAGES)) {
            List<Path> pages =
                    files.filter(file -> file.toString().endsWith(".xhtml")).toList();
            Set<String> names = new HashSet<>();
            for (Path page : pages) {
                names.addAll(DIALOG.matcher(Files.readString(page))
                        .results()
                        .map((MatchResult found) -> found.group(1))
                        .collect(Collectors.toSet()));
            }
            return names;
        }
    }
}
