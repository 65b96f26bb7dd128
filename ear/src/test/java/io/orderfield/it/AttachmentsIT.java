package io.orderfield.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.orderfield.it.support.Api;
import io.orderfield.it.support.FieldWork;
import io.orderfield.it.support.OrderDesk;
import io.orderfield.it.support.RunningServer;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A photo from the field: taken as a file or as a form, told to the domain order, handed out to those who may see it. */
@ExtendWith(RunningServer.class)
class AttachmentsIT {
    private static final Duration SOON = Duration.ofSeconds(30);
    private static Api api;
    private static String domainOrder;
    private static String task;

    @BeforeAll
    static void work(RunningServer running) {
        api = running.api();
        OrderDesk desk = new OrderDesk(api);
        FieldWork field = new FieldWork(api);
        String account = desk.accountWithLocations(1);
        String order = desk.approved(desk.order(
                        account,
                        List.of(desk.item(
                                "SITE-SURVEY", desk.locationsOf(account).subList(0, 1), 1))))
                .getString("number");
        String workOrder = desk.confirmedWorkOrders(order).get(0);
        field.assign(workOrder);
        field.accept(workOrder);
        task = field.tasks(workOrder).get(0);
        domainOrder = api.get("dispatcher", "/work-orders/{n}", workOrder).getString("domainOrder");
    }

    @Test
    void aPhotoReachesTheDomainOrderAndComesBackAsItWas() {
        byte[] photo = png(3_000_000);

        Response added = api.as("technician")
                .contentType("image/png")
                .queryParam("filename", "Zähler 1.png")
                .body(photo)
                .post("/work-order-tasks/{n}/attachments", task);

        added.then().statusCode(201);
        String link = added.jsonPath().getString("link");
        assertThat(added.header("Location")).endsWith(link);
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(api.get("agent", "/domain-orders/{n}/attachments", domainOrder)
                                .<String>getList("link"))
                        .contains(link));
        assertThat(new OrderDesk(api).notes(domainOrder)).anySatisfy(note -> assertThat(note)
                .containsEntry("kind", "attachment-added")
                .containsEntry("author", "Tomás Silva"));
        Response content = get("agent", link);
        assertThat(content.asByteArray()).isEqualTo(photo);
        assertThat(content.contentType()).isEqualTo("image/png");
        assertThat(content.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(content.header("Content-Disposition")).startsWith("inline; ").contains("Z%C3%A4hler%201.png");
        get("partner", link).then().statusCode(404);
    }

    @Test
    void aFormIsTakenToo() {
        Response added = api.as("technician")
                .contentType(ContentType.MULTIPART)
                .multiPart("file", "plan.pdf", "%PDF-1.7 plan".getBytes(StandardCharsets.US_ASCII), "application/pdf")
                .post("/work-order-tasks/{n}/attachments", task);

        added.then().statusCode(201);
        assertThat(added.jsonPath().getString("type")).isEqualTo("application/pdf");
        Response content = get("dispatcher", added.jsonPath().getString("link"));
        assertThat(content.header("Content-Disposition")).startsWith("attachment; ");
        assertThat(content.asString()).isEqualTo("%PDF-1.7 plan");
    }

    @Test
    void whatIsNoFileOfAKnownKindIsRefused() {
        refused("page.png", "<html></html>".getBytes(StandardCharsets.US_ASCII), 415, "unsupported-attachment");
        refused("photo.exe", png(100), 415, "unsupported-attachment");
        refused("big.png", png(10_485_761), 413, "attachment-too-large");
        refused("", png(100), 400, "invalid-request");
    }

    @Test
    void aRepeatedUploadUnderItsKeyIsTakenOnce() {
        String key = "photo-" + task;
        byte[] photo = png(5_000);
        String first = upload(key, photo).jsonPath().getString("id");

        assertThat(upload(key, photo).jsonPath().getString("id")).isEqualTo(first);
        upload(key, png(6_000)).then().statusCode(409);
    }

    @Test
    void onlyItsOwnTechnicianAddsToATask() {
        api.as("viewer")
                .contentType("image/png")
                .queryParam("filename", "a.png")
                .body(png(100))
                .post("/work-order-tasks/{n}/attachments", task)
                .then()
                .statusCode(403);
    }

    @Test
    void aTechniciansDayIsListed() {
        List<Map<String, Object>> visits = api.as("technician")
                .queryParam("technician", "me")
                .queryParam("size", 200)
                .get("/work-order-tasks")
                .jsonPath()
                .getList("");

        assertThat(visits)
                .anySatisfy(v -> assertThat(v).containsEntry("number", task).containsKey("place"));
        assertThat(visits).allSatisfy(v -> assertThat(v).containsEntry("technician", "technician"));
    }

    private static void refused(String name, byte[] content, int status, String code) {
        Response answer = api.as("technician")
                .contentType("image/png")
                .queryParam("filename", name)
                .body(content)
                .post("/work-order-tasks/{n}/attachments", task);
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(status);
        assertThat(answer.jsonPath().getString("code")).isEqualTo(code);
    }

    private static Response upload(String key, byte[] photo) {
        return api.as("technician")
                .header("Idempotency-Key", key)
                .contentType("image/png")
                .queryParam("filename", "once.png")
                .body(photo)
                .post("/work-order-tasks/{n}/attachments", task);
    }

    private static Response get(String user, String link) {
        return api.as(user).accept("*/*").get(link.substring("/api/v1".length()));
    }

    private static byte[] png(int length) {
        byte[] bytes = new byte[length];
        new Random(length).nextBytes(bytes);
        byte[] head = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'};
        System.arraycopy(head, 0, bytes, 0, head.length);
        return bytes;
    }
}
