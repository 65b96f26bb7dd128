package io.orderfield.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.nullValue;

import io.orderfield.it.support.Api;
import io.orderfield.it.support.OrderDesk;
import io.orderfield.it.support.RunningServer;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Field service as dispatchers, technicians and administrators use it through the API. */
@ExtendWith(RunningServer.class)
class FieldServiceIT {
    private static final Duration SOON = Duration.ofSeconds(30);
    private static final ZoneId LISBON = ZoneId.of("Europe/Lisbon");

    /** A working day inside the wanted dates of what is ordered here, and beyond those that other tests plan for. */
    private static final LocalDate DAY =
            LocalDate.now(LISBON).plusDays(5).with(TemporalAdjusters.nextOrSame(DayOfWeek.TUESDAY));

    private static Api api;
    private static OrderDesk desk;
    private static String account;

    private String order;
    private String item;
    private String domainOrder;
    private String workOrder;
    private String task;

    @BeforeAll
    static void server(RunningServer running) {
        api = running.api();
        desk = new OrderDesk(api);
        account = desk.accountWithLocations(1);
    }

    /** A new site survey that waits for a technician. */
    private void survey() {
        Map<String, Object> wanted = desk.order(
                account,
                List.of(desk.item("SITE-SURVEY", desk.locationsOf(account).subList(0, 1), 1)));
        order = desk.approved(wanted).getString("number");
        workOrder = desk.confirmedWorkOrders(order).get(0);
        var now = api.get("dispatcher", "/work-orders/{n}", workOrder);
        if (now.getString("state").equals("AWAITING_QUALIFICATION")) {
            now = api.act("dispatcher", "/work-orders/{n}/qualification", workOrder);
        }
        task = now.getString("tasks[0].number");
        domainOrder = now.getString("domainOrder");
        item = now.getString("lineItem");
    }

    @Test
    void aVisitThatSomethingSpeaksAgainstNeedsAReason() {
        survey();
        String night = at(DAY, 23);

        assign("technician", night, at(DAY.plusDays(1), 1), null)
                .statusCode(409)
                .body("code", equalTo("scheduling-conflict"))
                .body("conflicts.kind", hasItem("outside-working-hours"));
        assign("technician", night, at(DAY.plusDays(1), 1), " ").statusCode(400);
        find().statusCode(200).body("state", equalTo("PENDING_DISPATCH")).body("technician", nullValue());

        assign("technician", night, at(DAY.plusDays(1), 1), "The shop is closed at night only")
                .statusCode(200)
                .body("state", equalTo("ASSIGNED"));
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(desk.notes(domainOrder)).anySatisfy(note -> assertThat(note)
                        .containsEntry("kind", "assigned")
                        .containsEntry("text", "The shop is closed at night only")));

        String first = task;
        survey();
        assign("technician", night, at(DAY.plusDays(1), 1), null)
                .statusCode(409)
                .body("conflicts.findAll { it.kind == 'overlap' }.task", hasItem(first));
        act("dispatcher", "unassignment", Map.of(), first).statusCode(200);
    }

    @Test
    void aVisitIsSuggestedMovedGivenToAnotherAndTakenBack() {
        survey();
        Response suggested = api.as("dispatcher").get("/work-order-tasks/{n}/suggestions", task);
        suggested.then().statusCode(200).body("technician", hasItem("technician"));
        Map<String, Object> best = suggested.jsonPath().getMap("find { it.firstFreeSlot != null }");
        assertThat(best).containsKeys("name", "distanceKm", "freeMinutes", "missingSkills");
        Map<?, ?> slot = (Map<?, ?>) best.get("firstFreeSlot");

        assign((String) best.get("technician"), (String) slot.get("start"), (String) slot.get("end"), null)
                .statusCode(200)
                .body("technician", equalTo(best.get("technician")));
        assign(null, at(DAY, 21), at(DAY, 22), "The customer asked for the evening")
                .statusCode(200)
                .body("technician", equalTo(best.get("technician")))
                .body("scheduledStart", equalTo(at(DAY, 21)));
        assign("ravi", at(DAY, 21), at(DAY, 22), "Closer")
                .statusCode(200)
                .body("technician", equalTo("ravi"))
                .body("state", equalTo("ASSIGNED"));
        act("technician", "acceptance", Map.of(), task).statusCode(404).body("code", equalTo("not-found"));
        act("agent", "unassignment", Map.of(), task).statusCode(403);
        act("dispatcher", "unassignment", Map.of(), task)
                .statusCode(200)
                .body("state", equalTo("PENDING_DISPATCH"))
                .body("technician", nullValue());
        assertThat(kinds()).contains("assigned", "scheduled", "unassigned");
        api.as("dispatcher")
                .queryParam("state", "PENDING_DISPATCH")
                .queryParam("sort", "-number")
                .get("/dispatch/tasks")
                .then()
                .statusCode(200)
                .body("number", hasItem(task));
    }

    @Test
    void aTechniciansDayFromAcceptanceToFollowUp() {
        survey();
        assign("technician", at(DAY, 6), at(DAY, 7), "Early").statusCode(200);
        act("technician", "refusal", Map.of("reason", "bad weather")).statusCode(400);
        act("technician", "refusal", Map.of("reason", "parts unavailable"))
                .statusCode(200)
                .body("state", equalTo("PENDING_DISPATCH"));
        assign("technician", at(DAY, 6), at(DAY, 7), "Parts are here").statusCode(200);
        for (String step : List.of("acceptance", "travel", "arrival", "start", "pause", "resumption")) {
            act("technician", step, Map.of()).statusCode(200);
        }

        api.as("agent")
                .body(Map.of("specialInstructions", "Ask for the key at the desk"))
                .patch("/line-items/{n}", item)
                .then()
                .statusCode(200);
        await().atMost(SOON).untilAsserted(() -> find().body("acknowledgementPending", equalTo(true)));
        act("technician", "completion", Map.of("closeCode", "complete"))
                .statusCode(409)
                .body("code", equalTo("acknowledgement-required"))
                .body("changes.new", hasItem(containsString("Ask for the key at the desk")));
        act("technician", "acknowledgement", Map.of()).statusCode(200);
        act("technician", "completion", Map.of("closeCode", "complete"))
                .statusCode(409)
                .body("code", equalTo("checklist-incomplete"));
        for (String id : find().extract().jsonPath().<String>getList("checklist.id")) {
            api.as("technician")
                    .body(Map.of("done", true))
                    .put("/work-order-tasks/{n}/checklist/{id}", task, id)
                    .then()
                    .statusCode(200);
        }
        api.post(
                "technician",
                "/work-orders/{n}/follow-up",
                Map.of("template", "SITE-SURVEY", "reason", "The cellar was locked"),
                workOrder);
        act("technician", "completion", Map.of("closeCode", "complete", "note", "Surveyed"))
                .statusCode(200);

        await().atMost(SOON).untilAsserted(() -> api.as("technician")
                .get("/work-orders/{n}/follow-ups", workOrder)
                .then()
                .body("wishes[0].reason", equalTo("The cellar was locked")));
        assertThat(desk.notes(domainOrder)).extracting(n -> n.get("kind")).contains("follow-up-wanted");
        act("technician", "start", Map.of()).statusCode(409).body("code", equalTo("work-order-closed"));
    }

    @Test
    void theServiceLevelStandsStillOnHold() {
        survey();
        api.as("viewer")
                .get("/work-orders/{n}", workOrder)
                .then()
                .body("sla.state", equalTo("ON_TRACK"))
                .body("sla.heldSeconds", equalTo(0));

        api.post("agent", "/customer-orders/{n}/hold", Map.of("reason", "The customer moves"), order);
        await().atMost(SOON).untilAsserted(() -> assertThat(listed("PAUSED")).contains(workOrder));
        assertThat(listed("ON_TRACK")).doesNotContain(workOrder);
        api.act("agent", "/customer-orders/{n}/resumption", order);
        await().atMost(SOON).untilAsserted(() -> assertThat(listed("ON_TRACK")).contains(workOrder));

        api.as("viewer")
                .queryParam("sla", "LATE")
                .get("/work-orders")
                .then()
                .statusCode(400)
                .body("errors.field", hasItem("sla"));
    }

    private static List<String> listed(String sla) {
        return api.as("viewer")
                .queryParam("sla", sla)
                .queryParam("sort", "-createdAt")
                .get("/work-orders")
                .jsonPath()
                .getList("number");
    }

    @Test
    void aTemplateIsCheckedRevisedAndTakenOutOfUse() {
        Map<String, Object> template = new HashMap<>();
        template.put("code", "IT-ROOF");
        template.put("name", "Roof check");
        template.put(
                "tasks",
                List.of(
                        Map.of("shortDescription", "Look", "durationMinutes", 60, "dependsOn", List.of(2)),
                        Map.of("shortDescription", "Mend", "durationMinutes", 60, "dependsOn", List.of(1))));
        api.as("admin")
                .body(template)
                .post("/work-order-templates")
                .then()
                .statusCode(400)
                .body("code", equalTo("dependency-cycle"));
        template.put(
                "tasks",
                List.of(
                        Map.of(
                                "shortDescription",
                                "Look",
                                "durationMinutes",
                                60,
                                "skills",
                                List.of("survey"),
                                "checklist",
                                List.of(Map.of("text", "Photo taken", "mandatory", true))),
                        Map.of("shortDescription", "Mend", "durationMinutes", 60)));
        api.as("dispatcher").body(template).post("/work-order-templates").then().statusCode(403);
        Response created = api.as("admin").body(template).post("/work-order-templates");
        created.then().statusCode(201).body("tasks[1].dependsOn", equalTo(List.of(1)));
        api.as("admin")
                .body(template)
                .post("/work-order-templates")
                .then()
                .statusCode(409)
                .body("code", equalTo("template-exists"));

        api.as("admin")
                .header("If-Match", created.header("ETag"))
                .body(Map.of("active", false))
                .patch("/work-order-templates/{c}", "IT-ROOF")
                .then()
                .statusCode(200)
                .body("active", equalTo(false))
                .body("revision", equalTo(2));
        api.as("admin")
                .header("If-Match", created.header("ETag"))
                .body(Map.of("name", "Roof"))
                .patch("/work-order-templates/{c}", "IT-ROOF")
                .then()
                .statusCode(412);
        Response page = api.as("viewer")
                .queryParam("size", 1)
                .queryParam("active", true)
                .get("/work-order-templates");
        assertThat(page.jsonPath().getList("")).hasSize(1);
        assertThat(Integer.parseInt(page.header("X-Total-Count"))).isGreaterThan(1);
        assertThat(page.header("Link")).contains("rel=\"next\"");
        api.as("viewer")
                .queryParam("active", false)
                .queryParam("size", 200)
                .get("/work-order-templates")
                .then()
                .body("code", hasItem("IT-ROOF"));
    }

    @Test
    void aTechnicianHasHoursAndAbsencesThatDispatchersMeet() {
        Map<String, Object> wanted = new HashMap<>();
        wanted.put("username", "it-nora");
        wanted.put("name", "Nora Berg");
        wanted.put("timeZone", "Europe/Lisbon");
        wanted.put("regions", List.of("Lisboa"));
        wanted.put("skills", List.of("survey"));
        wanted.put("workingHours", List.of(Map.of("day", "TUESDAY", "start", "12:00", "end", "20:00")));
        wanted.put(
                "absences", List.of(Map.of("firstDay", DAY.toString(), "lastDay", DAY.toString(), "reason", "Course")));
        api.as("dispatcher").body(wanted).post("/technicians").then().statusCode(403);
        Response created = api.as("admin").body(wanted).post("/technicians");
        created.then().statusCode(201).body("absences[0].reason", equalTo("Course"));
        api.as("viewer")
                .get("/technicians/{n}", "it-nora")
                .then()
                .statusCode(200)
                .body("absences", equalTo(List.of()));
        survey();

        assign("it-nora", at(DAY, 13), at(DAY, 14), null).statusCode(409).body("conflicts.kind", hasItem("absence"));
        api.as("admin")
                .header("If-Match", created.header("ETag"))
                .body(Map.of(
                        "absences",
                        List.of(),
                        "workingHours",
                        List.of(Map.of("day", "MONDAY", "start", "08:00", "end", "12:00"))))
                .patch("/technicians/{n}", "it-nora")
                .then()
                .statusCode(200);
        assign("it-nora", at(DAY, 13), at(DAY, 14), null)
                .statusCode(409)
                .body("conflicts.kind", hasItem("outside-working-hours"));
        api.as("admin")
                .body(Map.of("active", false))
                .patch("/technicians/{n}", "it-nora")
                .then()
                .statusCode(200);
        assign("it-nora", at(DAY, 13), at(DAY, 14), "Needed")
                .statusCode(409)
                .body("code", equalTo("technician-inactive"));
    }

    @Test
    void aPhotoHasAThumbnail() throws IOException {
        survey();
        assign("technician", at(DAY, 4), at(DAY, 5), "Early").statusCode(200);
        ByteArrayOutputStream photo = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(1200, 600, BufferedImage.TYPE_INT_RGB), "jpg", photo);
        Response added = api.as("technician")
                .contentType("image/jpeg")
                .queryParam("filename", "roof.jpg")
                .body(photo.toByteArray())
                .post("/work-order-tasks/{n}/attachments", task);
        added.then().statusCode(201);
        String link = added.jsonPath().getString("thumbnail");
        assertThat(link).endsWith("/thumbnail");

        Response small = api.as("viewer").accept("*/*").get(link.substring("/api/v1".length()));
        small.then().statusCode(200).contentType("image/jpeg");
        BufferedImage shown = ImageIO.read(new ByteArrayInputStream(small.asByteArray()));
        assertThat(shown.getWidth()).isEqualTo(320);
        assertThat(shown.getHeight()).isEqualTo(160);
        api.as("partner")
                .accept("*/*")
                .get(link.substring("/api/v1".length()))
                .then()
                .statusCode(403);
    }

    private ValidatableResponse find() {
        return api.as("viewer").get("/work-order-tasks/{n}", task).then();
    }

    private List<Object> kinds() {
        return api.as("viewer")
                .queryParam("size", 200)
                .get("/work-orders/{n}/activity", workOrder)
                .jsonPath()
                .getList("kind");
    }

    private ValidatableResponse act(String user, String action, Map<String, Object> body) {
        return act(user, action, body, task);
    }

    private static ValidatableResponse act(String user, String action, Map<String, Object> body, String task) {
        return api.as(user)
                .body(body)
                .post("/work-order-tasks/{n}/" + action, task)
                .then();
    }

    private ValidatableResponse assign(String technician, String start, String end, String overrideReason) {
        Map<String, Object> body = new HashMap<>();
        body.put("technician", technician);
        body.put("scheduledStart", start);
        body.put("scheduledEnd", end);
        body.put("override", overrideReason != null);
        body.put("overrideReason", overrideReason);
        return act("dispatcher", "assignment", body);
    }

    private static String at(LocalDate day, int hour) {
        return day.atTime(LocalTime.of(hour, 0)).atZone(LISBON).toInstant().toString();
    }
}
