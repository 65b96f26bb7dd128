package io.orderfield.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.orderfield.it.support.Api;
import io.orderfield.it.support.OrderDesk;
import io.orderfield.it.support.RunningServer;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Decision tables over HTTP, up to a version that waits for its time: what decides here stays what it is. */
@ExtendWith(RunningServer.class)
class DecisionTablesIT {
    private static final String TABLE = "/decision-tables/work-order-policy";
    private static final String CSV = "text/csv";
    private static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private static Api api;

    private String draft = "";
    private int revision;

    @BeforeAll
    static void server(RunningServer running) {
        api = running.api();
    }

    @BeforeEach
    void begin() {
        Response begun = api.as("author").body(Map.of()).post(TABLE + "/drafts");
        assertThat(begun.statusCode()).isEqualTo(201);
        draft = TABLE + "/drafts/" + begun.path("id");
        assertThat(begun.header("Location")).isEqualTo("/api/v1" + draft);
        revision = begun.path("revision");
        assertThat(begun.header("ETag")).isEqualTo("\"" + revision + "\"");
    }

    @AfterEach
    void end() {
        api.as("author").delete(draft);
    }

    @Test
    void showsTheTableItsVersionsAndWhatCoversWhat() {
        JsonPath table = api.get("viewer", TABLE);
        assertThat(table.getString("state")).isEqualTo("PUBLISHED");
        assertThat(table.getString("rows[0].id")).isEqualTo("r1");
        assertThat(table.getString("rows[0].conditions.specification")).isEqualTo("FIBER-ACCESS");
        assertThat(table.getString("rows[0].results.template")).isEqualTo(table.getString("rows[0].template"));
        int version = table.getInt("version");
        assertThat(api.get("viewer", "/decision-tables").getInt("[0].serving.version"))
                .isEqualTo(version);
        assertThat(api.get("viewer", TABLE + "/versions/1").getInt("version")).isEqualTo(1);
        assertThat(api.get("viewer", TABLE + "/versions/1/differences?to=1").getList(""))
                .isEmpty();
        assertThat(api.get("viewer", TABLE + "/coverage?column=region").getList("value"))
                .isNotEmpty();
        problem(api.as("viewer").get("/decision-tables/order-tasks"), 404, "not-found");
        problem(api.as("viewer").get(TABLE + "/versions/one"), 400, "invalid-request");
        problem(api.as("technician").get(TABLE), 404, "not-found");
    }

    @Test
    void countsTheLifeOfEachRowAndLeadsFromWorkToItsRow() {
        JsonPath table = api.get("viewer", TABLE);
        JsonPath before = api.get("viewer", TABLE + "/hits?size=200");
        assertThat(before.<String>getList("id")).isEqualTo(table.getList("rows.id"));

        OrderDesk desk = new OrderDesk(api);
        String account = desk.accountWithLocations(1);
        JsonPath approval = desk.approved(desk.order(
                account,
                List.of(desk.item("SITE-SURVEY", desk.locationsOf(account).subList(0, 1), 1))));
        List<Map<String, Object>> decided = desk.domainOrders(approval.getString("number")).stream()
                .flatMap(
                        number -> api
                                .get("agent", "/domain-orders/{n}/plan", number)
                                .<Map<String, Object>>getList("decided")
                                .stream())
                .toList();
        assertThat(decided).singleElement().satisfies(work -> {
            assertThat(work).containsEntry("tableVersion", table.getInt("version"));
            assertThat(work.get("rowIds")).isEqualTo(List.of("r12"));
        });
        String ofRow = "find { it.id == 'r12' }.";
        JsonPath after = api.get("viewer", TABLE + "/hits?size=200&days=180");
        assertThat(after.getInt(ofRow + "hits")).isEqualTo(before.getInt(ofRow + "hits") + 1);
        assertThat(after.getInt(ofRow + "workOrders")).isEqualTo(before.getInt(ofRow + "workOrders") + 1);
        assertThat(Instant.parse(after.getString(ofRow + "lastHit"))).isBefore(Instant.now());
        assertThat(api.get("viewer", TABLE + "/hits?version=1&mark=OFTEN_REWORKED")
                        .<List<String>>getList("marks"))
                .allSatisfy(marks -> assertThat(marks).contains("OFTEN_REWORKED"));

        problem(api.as("viewer").get(TABLE + "/hits?days=179"), 400, "invalid-request");
        problem(api.as("viewer").get(TABLE + "/hits?mark=NEVER"), 400, "invalid-request");
        problem(api.as("viewer").get(TABLE + "/hits?version=999999"), 404, "not-found");
        problem(api.as("technician").get(TABLE + "/hits"), 403, "forbidden");
    }

    @Test
    void savesBatchByBatchOnceAndTellsTheSecondWhatTheFirstChanged() {
        Map<String, Object> batch = edit(UUID.randomUUID().toString(), set("r1", "region", "Norte"));
        Response saved = api.as("author").body(batch).patch(draft);
        assertThat(saved.statusCode()).isEqualTo(200);
        Response again = api.as("author").body(batch).patch(draft);
        assertThat(again.<Integer>path("revision")).isEqualTo(saved.<Integer>path("revision"));

        Response late = api.as("admin")
                .header("If-Match", "\"" + revision + "\"")
                .body(Map.of("operations", List.of(set("r1", "region", "Sul"))))
                .patch(draft);
        problem(late, 412, "stale");
        assertThat(late.<String>path("changes[0].by")).isEqualTo("author");
        assertThat(late.<String>path("changes[0].differences[0].id")).isEqualTo("r1");
        assertThat(late.<String>path("changes[0].differences[0].cells.region.to"))
                .isEqualTo("Norte");

        problem(api.as("author").body(Map.of("operations", List.of())).patch(draft), 400, "invalid-request");
        problem(api.as("agent").body(batch).patch(draft), 403, "forbidden");
        problem(api.as("agent").get(draft), 404, "not-found");
        assertThat(api.get("publisher", draft).getString("rows[0].cells.region"))
                .isEqualTo("Norte");
        assertThat(api.get("publisher", draft + "/differences").getList("id")).containsExactly("r1");
    }

    @Test
    void keepsEverythingAsAFileBothWays() {
        List<Object> rows = api.get("author", draft).getList("rows");
        for (String type : List.of(CSV, XLSX)) {
            Response file = api.as("author").accept(type).get(draft);
            assertThat(file.statusCode()).isEqualTo(200);
            assertThat(file.header("Content-Disposition"))
                    .isEqualTo("attachment; filename=\"work-order-policy-draft."
                            + (type.equals(CSV) ? "csv\"" : "xlsx\""));
            Response back =
                    api.as("author").contentType(type).body(file.asByteArray()).put(draft);
            assertThat(back.statusCode()).as(back.asString()).isEqualTo(200);
            assertThat(back.jsonPath().<Object>getList("rows")).isEqualTo(rows);
            assertThat(back.<Integer>path("taken.unchanged")).isEqualTo(rows.size());
            assertThat(back.<Boolean>path("taken.mostAreOthers")).isFalse();
        }
        assertThat(api.as("viewer").accept(CSV).get(TABLE + "/versions/1").asString())
                .contains("FIBER-ACCESS");
        for (String type : List.of("application/xml", "application/dmn+xml")) {
            Response dmn = api.as("viewer").accept(type).get(TABLE + "/versions/1");
            assertThat(dmn.contentType()).startsWith(type);
            assertThat(dmn.header("Content-Disposition"))
                    .isEqualTo("attachment; filename=\"work-order-policy-v1.dmn\"");
            assertThat(dmn.asString()).contains("<decisionTable");
        }
    }

    @Test
    void refusesAWrongFileWholeAndMarksItsFaultsForWhoWantsItBack() {
        byte[] wrong =
                "specification;action;template\nFIBER-ACCESS;PAINT;SITE-SURVEY\n".getBytes(StandardCharsets.UTF_8);
        Response refused = api.as("author").contentType(CSV).body(wrong).put(draft);
        problem(refused, 400, "invalid-decision-table");
        assertThat(refused.<Integer>path("problems[0].row")).isEqualTo(1);
        assertThat(refused.<String>path("problems[0].column")).isEqualTo("action");
        assertThat(refused.<String>path("problems[0].reason")).contains("PAINT");
        assertThat(refused.<Boolean>path("canKeepErrors")).isTrue();

        Response marked =
                api.as("author").contentType(CSV).accept(CSV).body(wrong).put(draft);
        assertThat(marked.statusCode()).isEqualTo(400);
        assertThat(marked.asString()).contains("problems").contains("PAINT");
        assertThat(api.get("author", draft).getInt("revision")).isEqualTo(revision);

        Response kept = api.as("author").contentType(CSV).body(wrong).put(draft + "?keepErrors=true");
        assertThat(kept.statusCode()).isEqualTo(200);
        assertThat(kept.<String>path("rows[0].cells.action")).isEqualTo("PAINT");
        assertThat(kept.<List<String>>path("findings.severity")).contains("error");
        assertThat(kept.<Boolean>path("taken.mostAreOthers")).isTrue();

        Response tooLarge =
                api.as("author").contentType(CSV).body(new byte[10_000_001]).put(draft);
        problem(tooLarge, 413, "body-too-large");
        assertThat(tooLarge.<String>path("detail")).contains("10000000");
        problem(
                api.as("author")
                        .contentType(XLSX)
                        .body("PK\3\4no zip".getBytes(StandardCharsets.US_ASCII))
                        .put(draft),
                400,
                "invalid-decision-table");
    }

    @Test
    void triesADraftOnWhatMightBe() {
        Response tried = api.as("author")
                .body(Map.of("specification", "FIBER-ACCESS", "action", "ADD", "priority", 1))
                .post(draft + "/evaluation");
        assertThat(tried.statusCode()).isEqualTo(200);
        assertThat(tried.jsonPath().getList("hits")).isNotEmpty();
        assertThat(tried.<String>path("facts.specification")).isEqualTo("FIBER-ACCESS");
        assertThat(tried.<List<?>>path("rows.find { !it.matched }.whyNot")).isNotEmpty();
        problem(
                api.as("author").body(Map.of("domainOrder", "SO9999999")).post(draft + "/evaluation"),
                404,
                "not-found");
    }

    @Test
    void plansAVersionAndTakesItBack() {
        int serving = api.get("viewer", TABLE).getInt("version");
        api.as("author").body(edit(null, inactive())).patch(draft).then().statusCode(200);
        String at = Instant.now()
                .plus(1, ChronoUnit.DAYS)
                .truncatedTo(ChronoUnit.SECONDS)
                .toString();
        Map<String, Object> request = Map.of("reason", "from tomorrow on", "at", at, "warnings", "as before");
        problem(api.as("author").body(request).post(draft + "/publication"), 403, "forbidden");
        problem(api.as("publisher").body(Map.of("at", at)).post(draft + "/publication"), 400, "invalid-request");

        Response planned = api.as("publisher").body(request).post(draft + "/publication");
        assertThat(planned.statusCode()).as(planned.asString()).isEqualTo(200);
        assertThat(planned.<String>path("state")).isEqualTo("PLANNED");
        assertThat(api.get("viewer", TABLE).getInt("version")).isEqualTo(serving);
        problem(api.as("author").get(draft), 404, "not-found");

        int version = planned.path("version");
        JsonPath withdrawn = api.act("publisher", TABLE + "/versions/" + version + "/withdrawal");
        assertThat(withdrawn.getString("state")).isEqualTo("WITHDRAWN");
        problem(
                api.as("publisher").body(Map.of()).post(TABLE + "/versions/" + version + "/withdrawal"),
                409,
                "not-planned");
        Response restored = api.as("author").body(Map.of()).post(TABLE + "/versions/" + version + "/restoration");
        assertThat(restored.statusCode()).isEqualTo(201);
        draft = TABLE + "/drafts/" + restored.path("id"); // which ends after the test
        assertThat(restored.<Integer>path("basedOn")).isEqualTo(version);
    }

    private Map<String, Object> edit(String key, Map<String, Object> operation) {
        return key == null
                ? Map.of("revision", revision, "operations", List.of(operation))
                : Map.of("key", key, "revision", revision, "operations", List.of(operation));
    }

    private static Map<String, Object> set(String id, String header, String text) {
        return Map.of("op", "set", "id", id, "cells", Map.of(header, text));
    }

    private static Map<String, Object> inactive() {
        return Map.of(
                "op",
                "insert",
                "rows",
                List.of(Map.of(
                        "id",
                        UUID.randomUUID().toString(),
                        "active",
                        false,
                        "note",
                        "kept, and counts for nothing",
                        "cells",
                        Map.of("specification", "FIBER-ACCESS", "template", "SITE-SURVEY"))));
    }

    private static void problem(Response answer, int status, String code) {
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(status);
        assertThat(answer.<String>path("code")).isEqualTo(code);
    }
}
