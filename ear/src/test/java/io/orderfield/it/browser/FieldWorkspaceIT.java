package io.orderfield.it.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.FileChooser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.FilePayload;
import io.orderfield.it.support.Api;
import io.orderfield.it.support.Desk;
import io.orderfield.it.support.OneBrowser;
import io.orderfield.it.support.OrderDesk;
import io.orderfield.it.support.RunningServer;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;

/** The dispatch board, a technician's day on a phone, and what administrators set up for them. */
@ExtendWith({RunningServer.class, OneBrowser.class})
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class FieldWorkspaceIT {
    private static Api api;
    private static Desk dispatcher;
    private static Desk technician;
    private static Desk admin;

    private static String workOrder;
    private static String task;

    @BeforeAll
    static void people(RunningServer running, Browser browser) {
        api = running.api();
        String address = running.server().address();
        dispatcher = new Desk(browser, address, "dispatcher");
        technician = new Desk(browser, address, "technician");
        technician.page().setViewportSize(390, 844);
        admin = new Desk(browser, address, "admin");
        OrderDesk desk = new OrderDesk(api);
        String account = desk.accountWithLocations(1);
        String order = desk.approved(desk.order(
                        account,
                        List.of(desk.item(
                                "SITE-SURVEY", desk.locationsOf(account).subList(0, 1), 1))))
                .getString("number");
        workOrder = desk.confirmedWorkOrders(order).get(0);
        if (api.get("dispatcher", "/work-orders/{n}", workOrder)
                .getString("state")
                .equals("AWAITING_QUALIFICATION")) {
            api.act("dispatcher", "/work-orders/{n}/qualification", workOrder);
        }
        task = api.get("dispatcher", "/work-orders/{n}", workOrder).getString("tasks[0].number");
    }

    @Test
    @Order(1)
    void dispatcherAssignsFromTheBoardAndTheTechnicianSeesItLive() {
        technician.open("/my-tasks.xhtml");
        assertThat(technician.at("live")).containsText("Live");
        assertThat(technician.at("visit-" + task)).hasCount(0);

        dispatcher.open("/dispatch.xhtml");
        assertThat(dispatcher.at("timeline")).isVisible();
        Locator row =
                dispatcher.page().locator("#board\\:rows tr").filter(new Locator.FilterOptions().setHasText(task));
        if (row.count() == 0) {
            // others wait, too: the newest number is on the first page when sorted by it, falling
            Locator number = dispatcher.page().locator("#board\\:rows th").first();
            number.click();
            dispatcher.settle();
            number.click();
            dispatcher.settle();
        }
        row.locator("[data-test='assign']").click();
        dispatcher.settle();
        assertThat(dispatcher.at("suggestions")).isVisible();
        dispatcher.at("suggestions").locator("[data-test='choose']").first().click();
        dispatcher.settle();
        assertThat(dispatcher.at("start")).not().hasValue("");
        dispatcher.at("technician").selectOption("technician");
        AssignDialog.confirm(dispatcher);
        assertThat(row).hasCount(0);
        dispatcher.picture("dispatch-assigned");

        assertThat(technician.at("visit-" + task)).isVisible(); // nobody has loaded that page again
    }

    @Test
    @Order(2)
    void technicianWritesANoteAndAddsAPhotoFromTheDay() throws IOException {
        Locator visit = technician.at("visit-" + task);
        visit.locator("[data-test='note']").click();
        technician.settle();
        technician.at("note-text").fill("The gate is on the left");
        technician.click("confirm");
        assertThat(technician.at("done").first()).containsText("note is posted");

        ByteArrayOutputStream photo = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(900, 600, BufferedImage.TYPE_INT_RGB), "jpg", photo);
        FileChooser chooser = technician.page().waitForFileChooser(() -> visit.locator("[data-test='add-photo']")
                .click());
        chooser.setFiles(new FilePayload("gate.jpg", "image/jpeg", photo.toByteArray()));
        assertThat(technician.page().locator(".notice.good").filter(new Locator.FilterOptions().setHasText("gate.jpg")))
                .isVisible();

        dispatcher.open("/work-order/details.xhtml?number=" + workOrder);
        assertThat(dispatcher.page().locator("[data-test='feed']")).containsText("The gate is on the left");
        Locator picture =
                dispatcher.page().locator("[data-test='attachments'] img").first();
        assertThat(picture).hasAttribute("src", java.util.regex.Pattern.compile(".*/thumbnail$"));
        picture.scrollIntoViewIfNeeded();
        dispatcher
                .page()
                .waitForFunction(
                        "() => document.querySelector(\"[data-test='attachments'] img\").naturalWidth === 320");
        dispatcher.picture("work-order-photo");
    }

    @Test
    @Order(3)
    void technicianWorksThroughTheVisit() {
        Locator visit = technician.at("visit-" + task);
        for (String state : List.of("Accepted", "On the way", "On site", "Work in progress")) {
            visit.locator("[data-test='next-step']").click();
            technician.settle();
            assertThat(visit).containsText(state);
        }
        technician.picture("my-tasks-phone");
        Locator unticked = visit.locator("[data-test='tick'][aria-checked='false']");
        for (int left = unticked.count(); left > 0; left--) {
            unticked.first().click();
            technician.settle();
            assertThat(unticked).hasCount(left - 1);
        }
        visit.locator("[data-test='complete']").click();
        technician.settle();
        technician.click("confirm");
        assertThat(technician.at("visit-" + task)).hasCount(0);
        technician.open("/my-tasks.xhtml?done=true");
        assertThat(technician.at("visit-" + task)).isVisible();
    }

    @Test
    @Order(4)
    void administratorMakesATemplateAndATechnician() {
        admin.open("/template/edit.xhtml");
        admin.at("code").fill("IT-WINDOW");
        admin.at("name").fill("Window check");
        admin.at("task-description").first().fill("Look at the window");
        admin.click("save");
        admin.page().waitForURL(url -> url.endsWith("code=IT-WINDOW"));
        admin.open("/template/list.xhtml");
        assertThat(admin.page()
                        .locator("[data-test='template']")
                        .filter(new Locator.FilterOptions().setHasText("IT-WINDOW")))
                .isVisible();

        admin.open("/technician/edit.xhtml");
        admin.at("username").fill("it-olaf");
        admin.at("name").fill("Olaf Winter");
        admin.at("time-zone").selectOption("Europe/Lisbon");
        admin.click("add-absence");
        Locator days = admin.page().locator("input[type='date']");
        days.nth(0).fill("2027-05-03");
        days.nth(1).fill("2027-05-04");
        admin.click("save");
        admin.page().waitForURL(url -> url.endsWith("username=it-olaf"));
        admin.open("/technician/edit.xhtml?username=it-olaf");
        assertThat(days.nth(0)).hasValue("2027-05-03");
        dispatcher.open("/dispatch.xhtml?day=2027-05-03");
        assertThat(dispatcher.at("day-it-olaf")).containsText("Away");
    }

    @Test
    @Order(5)
    void thePagesFitAPhoneAndAreAccessible() {
        check(dispatcher, "/dispatch.xhtml");
        check(technician, "/my-tasks.xhtml?done=true");
        check(admin, "/template/list.xhtml");
        check(admin, "/template/edit.xhtml?code=IT-WINDOW");
        check(admin, "/technician/edit.xhtml?username=it-olaf");
    }

    private static void check(Desk desk, String path) {
        String name = path.replaceAll("\\?.*", "").replaceAll("[/.]", "-").substring(1);
        desk.page().setViewportSize(1440, 900);
        desk.open(path).picture(name + "-light");
        assertThat(new AxeBuilder(desk.page()).analyze().getViolations())
                .as(path)
                .isEmpty();
        desk.page().setViewportSize(390, 844);
        desk.open(path).picture(name + "-phone");
        assertThat(desk.overflow()).as("%s is wider than a phone", path).isZero();
    }
}
