package io.orderfield.it.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Keyboard;
import com.microsoft.playwright.Locator;
import io.orderfield.it.support.Api;
import io.orderfield.it.support.Desk;
import io.orderfield.it.support.FieldWork;
import io.orderfield.it.support.Late;
import io.orderfield.it.support.OneBrowser;
import io.orderfield.it.support.OrderDesk;
import io.orderfield.it.support.RunningServer;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What a person types stays, whatever the server says meanwhile; what is new is shown when the person is done. */
@ExtendWith({RunningServer.class, OneBrowser.class})
class TypingIT {
    private static final String TEXT = "Use the loading dock, not the lobby";
    private static final int MANY = 20;

    private static Api api;
    private static Browser browser;
    private static String address;
    private static final Map<String, Desk> DESKS = new HashMap<>();

    private static String region;
    private static String draft;
    private static String order;
    private static String domainOrder;
    private static String assigned;
    private static String waiting;

    @BeforeAll
    static void work(RunningServer running, Browser chromium) {
        api = running.api();
        address = running.server().address();
        browser = chromium;
        OrderDesk desk = new OrderDesk(api);
        FieldWork field = new FieldWork(api);
        String account = desk.accountWithLocations(1);
        region = "Typing " + System.nanoTime();
        String location = desk.newLocation(account, "EH1 1AA", region);
        Map<String, Object> survey = desk.item("SITE-SURVEY", List.of(location), 1);
        draft = api.post("agent", "/customer-orders", desk.order(account, Collections.nCopies(21, survey)))
                .getString("number");
        waiting = api.post("agent", "/customer-orders", desk.order(account, List.of(survey)))
                .getString("number");
        api.act("agent", "/customer-orders/{n}/placement", waiting);
        order = desk.approved(desk.order(account, List.of(survey, survey))).getString("number");
        List<String> workOrders = desk.confirmedWorkOrders(order);
        assigned = workOrders.get(0);
        domainOrder = api.get("dispatcher", "/work-orders/{n}", assigned).getString("domainOrder");
        field.assign(assigned);
        field.accept(assigned);
        field.startFirst(assigned);
        if (field.state(workOrders.get(1)).equals("AWAITING_QUALIFICATION")) {
            api.act("dispatcher", "/work-orders/{n}/qualification", workOrders.get(1));
        }
    }

    /** A place where one types: who, on which page, what is clicked before, in which field, and where news shows. */
    private record Place(String user, String path, List<String> clicks, String field, String news) {
        @Override
        public String toString() {
            return path.replaceAll("\\?.*", "") + " " + field;
        }

        boolean inDialog() {
            return !clicks.isEmpty();
        }
    }

    static Stream<Place> places() {
        String workOrderPage = "/work-order/details.xhtml?number=" + assigned;
        String domainOrderPage = "/domain-order/details.xhtml?number=" + domainOrder;
        String dispatchPage = "/dispatch.xhtml?region=" + region.replace(" ", "%20");
        return Stream.of(
                new Place(
                        "agent",
                        "/customer-order/details.xhtml?number=" + order,
                        List.of("revise"),
                        "item-instructions",
                        ".head"),
                new Place(
                        "agent",
                        "/customer-order/details.xhtml?number=" + order,
                        List.of("edit-order"),
                        "order-instructions",
                        ".head"),
                new Place("manager", domainOrderPage, List.of(), "note", ".head"),
                new Place("manager", domainOrderPage, List.of(), "search-notes", ".head"),
                new Place("manager", domainOrderPage, List.of("hold"), "hold-reason", ".head"),
                new Place("dispatcher", workOrderPage, List.of(), "note", ".head"),
                new Place("dispatcher", workOrderPage, List.of("cancel"), "cancel-reason", ".head"),
                new Place("technician", workOrderPage, List.of("follow-up"), "follow-up-reason", ".head"),
                new Place("technician", "/my-tasks.xhtml", List.of("note"), "note-text", "#mine"),
                new Place("dispatcher", dispatchPage, List.of("assign"), "start", "#board"),
                new Place("manager", "/approvals.xhtml", List.of("waiting-" + waiting, "reject"), "reject-reason", ""));
    }

    @ParameterizedTest
    @MethodSource("places")
    void textStaysInTheRainAndNewsIsShownAfterwards(Place place) {
        typeInTheRain(place);
    }

    @Tag("full")
    @ParameterizedTest
    @MethodSource("places")
    void textStaysInTheRainManyTimes(Place place) {
        for (int time = 0; time < MANY; time++) {
            typeInTheRain(place);
        }
    }

    private static void typeInTheRain(Place place) {
        Desk desk = open(place.user(), place.path());
        desk.rain();
        place.clicks().forEach(desk::click);
        Locator field = desk.at(place.field()).first();
        String text = write(desk, field);
        if (!place.news().isEmpty()) {
            api.post("agent", "/customer-orders/{n}/hold", Map.of("reason", "The customer moves"), order);
        }
        desk.rainOn();
        assertThat(field).hasValue(text);
        assertThat(field).isFocused();
        if (place.inDialog()) {
            close(desk);
        }
        if (!place.news().isEmpty()) {
            Locator news = desk.page().locator(place.news());
            assertThat(news).containsText("On hold");
            api.act("agent", "/customer-orders/{n}/resumption", order);
            assertThat(news).not().containsText("On hold");
        }
    }

    private static Desk open(String user, String path) {
        return DESKS.computeIfAbsent(user, name -> new Desk(browser, address, name))
                .open(path);
    }

    /** Types as fast as people do who don't wait. */
    private static String write(Desk desk, Locator field) {
        if ("datetime-local".equals(field.getAttribute("type"))) {
            field.fill("2027-05-03T09:30");
            return "2027-05-03T09:30";
        }
        field.focus();
        field.selectText();
        type(desk, TEXT);
        return TEXT;
    }

    private static void type(Desk desk, String text) {
        desk.page().keyboard().type(text, new Keyboard.TypeOptions().setDelay(5));
    }

    private static void close(Desk desk) {
        desk.page().locator(".ui-dialog:visible .dialog-actions button.sec").click();
    }

    @Test
    void previewShowsWhatWasTypedInTheRain() {
        Desk agent = open("agent", "/customer-order/details.xhtml?number=" + order);
        agent.rain();
        agent.click("revise");
        write(agent, agent.at("item-instructions"));
        agent.click("preview-impact");
        assertThat(agent.at("impact")).containsText(TEXT);
    }

    @Test
    void anAnswerOnItsWayLeavesTheFilterAloneAndIsAskedForAgain() {
        Desk agent = open("agent", "/customer-order/details.xhtml?number=" + draft);
        String item = api.get("agent", "/customer-orders/{n}", draft).getString("lineItems[0].number");
        Late late = new Late(agent);
        agent.hears();
        late.awaitOne();
        int quantity = 2 + (int) (System.nanoTime() % 1000);
        api.as("manager")
                .body(Map.of("quantity", quantity))
                .patch("/line-items/{n}", item)
                .then()
                .statusCode(200);
        agent.at("item-filter").click();
        type(agent, "Harbor");
        late.arrives();
        type(agent, " office");

        assertThat(agent.at("item-filter")).hasValue("Harbor office");
        assertThat(agent.at("item-" + item).locator("[data-test=quantity]")).hasText(String.valueOf(quantity));
        agent.settle();
        assertThat(agent.at("item-filter")).hasValue("Harbor office");
        assertThat(agent.at("item-filter")).isFocused();
    }

    @Test
    void filtersStayInTheRain() {
        Desk agent = open("agent", "/customer-order/details.xhtml?number=" + draft);
        agent.rain();
        agent.at("item-filter").click();
        for (String word : List.of("Har", "bor", " off", "ice, ", "Edin", "burgh")) {
            type(agent, word);
            agent.rainOn();
        }
        assertThat(agent.at("item-filter")).hasValue("Harbor office, Edinburgh");
    }

    @Test
    void whatIsTypedAfterANoteWasSentBeginsTheNext() {
        Desk dispatcher = open("dispatcher", "/work-order/details.xhtml?number=" + assigned);
        dispatcher.at("note").fill("The door code is 4711");
        Late late = new Late(dispatcher);
        dispatcher.at("write-note").click();
        late.awaitOne();
        dispatcher.at("note").press("End");
        type(dispatcher, "The lift is out");
        dispatcher.at("note").press("ArrowLeft");
        late.arrives();

        dispatcher.settle();
        assertThat(dispatcher.at("feed")).containsText("The door code is 4711");
        assertThat(dispatcher.at("note")).hasValue("The lift is out");
        type(dispatcher, "-");
        assertThat(dispatcher.at("note")).hasValue("The lift is ou-t");
        assertThat(dispatcher.at("feed")).not().containsText("The lift is out");
    }

    @Test
    void aQuantityTypedWhileTheProductIsLookedUpStays() {
        Desk agent = open("agent", "/customer-order/details.xhtml?number=" + draft);
        agent.click("add-item");
        Late late = new Late(agent);
        agent.at("item-specification").selectOption("VOICE");
        late.awaitOne();
        agent.at("item-quantity").click();
        type(agent, "7");
        agent.at("item-date").fill("2027-05-03");
        late.arrives();

        agent.settle();
        assertThat(agent.page()
                        .locator("[data-test^='characteristic-']:visible")
                        .first())
                .isVisible();
        assertThat(agent.at("item-specification")).hasValue("VOICE");
        assertThat(agent.at("item-quantity")).hasValue(Pattern.compile("17|71"));
        assertThat(agent.at("item-date")).hasValue("2027-05-03");
    }

    @Test
    void rowsTypedForANewOrderStayWhenAllLocationsAreTaken() {
        Desk agent = open("agent", "/customer-order/new.xhtml");
        agent.at("account")
                .selectOption(api.get("agent", "/customer-orders/{n}", draft).getString("account"));
        agent.settle();
        agent.click("next");
        agent.at("csv").fill(TEXT);
        agent.page().locator("[id='order:allLocations']").click();
        agent.settle();

        assertThat(agent.page().locator("fieldset.choices input[type=checkbox]").last())
                .isChecked();
        assertThat(agent.at("csv")).hasValue(TEXT);
    }

    @Test
    void aHalfWrittenNoteStaysWhileOneFiltersAndActsElsewhere() {
        Desk manager = open("manager", "/domain-order/details.xhtml?number=" + domainOrder);
        write(manager, manager.at("note"));
        manager.at("share").check();
        manager.page().locator("[data-test^='chip-']").last().click();
        manager.settle();
        manager.at("search-notes").fill("assigned");
        manager.click("hold");
        manager.click("confirm");
        manager.seesState("On hold");
        manager.click("resume");
        manager.seesState("In progress");

        assertThat(manager.at("note")).hasValue(TEXT);
        assertThat(manager.at("share")).isChecked();
        assertThat(manager.at("search-notes")).hasValue("assigned");
    }

    @Test
    void anOpenedDialogLeavesTheCursorWherePeopleBegan() {
        Desk manager = open("manager", "/domain-order/details.xhtml?number=" + domainOrder);
        Locator reason = manager.page().locator("[id='createForm:reason']");
        // in one go: this browser is remote controlled, and people are faster than that
        manager.at("create-work-order")
                .evaluate("open => { open.click(); document.getElementById('createForm:reason').focus(); }");
        type(manager, TEXT);

        assertThat(reason).hasValue(TEXT);
        assertThat(reason).isFocused();
    }

    @Test
    void aClosedDialogLeavesTheCursorWherePeopleWentOn() {
        Desk manager = open("manager", "/domain-order/details.xhtml?number=" + domainOrder);
        manager.click("hold");
        close(manager);
        write(manager, manager.at("note"));

        assertThat(manager.at("note")).hasValue(TEXT);
        assertThat(manager.at("note")).isFocused();
    }

    @Test
    void theSignSaysThatSomethingWaits() {
        Desk technician = open("technician", "/my-tasks.xhtml");
        technician.click("note");
        technician.hears();
        assertThat(technician.at("live")).hasText("News, shown when you are done");
        technician.picture("news-waits");
        close(technician);
        assertThat(technician.at("live")).hasText("Live");
    }
}
