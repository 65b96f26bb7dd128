package io.orderfield.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.orderfield.it.support.Api;
import io.orderfield.it.support.RunningServer;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Reference data over HTTP: who may, what a change is answered with, and what a file is. */
@ExtendWith(RunningServer.class)
class ReferenceDataIT {
    private static final List<String> OTHERS =
            List.of("agent", "manager", "dispatcher", "technician", "partner", "field-system", "viewer");

    private static final int AT_ONCE = 4;

    private static Api api;

    @BeforeAll
    static void server(RunningServer running) {
        api = running.api();
    }

    @Test
    void letsNobodyButAdministratorsChangeIt() {
        for (String user : OTHERS) {
            for (String path : List.of("/accounts", "/contacts", "/locations", "/specifications", "/users")) {
                problem(api.as(user).body(Map.of()).post(path), 403, "forbidden");
                problem(api.as(user).body(Map.of()).patch(path + "/X"), 403, "forbidden");
            }
            problem(api.as(user).body("[]").post("/imports/accounts"), 403, "forbidden");
            problem(api.as(user).get("/users"), 403, "forbidden");
            problem(api.as(user).get("/users/admin"), 404, "not-found");
            problem(
                    api.as(user).body(Map.of("password", "long enough")).post("/users/admin/password"),
                    403,
                    "forbidden");
        }
    }

    @Test
    void showsAPartnerTheOwnAccountOnly() {
        List<String> own = api.get("partner", "/accounts").getList("number");
        assertThat(own).hasSize(1);
        String foreign = api.get("admin", "/accounts?size=200").<String>getList("number").stream()
                .filter(number -> !number.equals(own.get(0)))
                .findFirst()
                .orElseThrow();
        problem(api.as("partner").get("/accounts/{n}", foreign), 404, "not-found");
        problem(api.as("partner").get("/contacts?account=" + foreign), 404, "not-found");
        String location = api.get("admin", "/locations?account=" + foreign).getString("[0].number");
        problem(api.as("partner").get("/locations/{n}", location), 404, "not-found");
    }

    @Test
    void honorsIfMatchAndSaysWhoChangedIt() {
        Response created = api.as("admin").body(Map.of("name", "If-Match Ltd")).post("/accounts");
        assertThat(created.statusCode()).isEqualTo(201);
        String number = created.path("number");
        String tag = created.header("ETag");
        Response renamed = api.as("admin")
                .header("If-Match", tag)
                .body(Map.of("name", "If-Match Inc"))
                .patch("/accounts/{n}", number);
        assertThat(renamed.statusCode()).isEqualTo(200);
        assertThat(renamed.<String>path("updatedBy")).isEqualTo("admin");
        problem(
                api.as("admin")
                        .header("If-Match", tag)
                        .body(Map.of("name", "Late"))
                        .patch("/accounts/{n}", number),
                412,
                "stale");
    }

    @Test
    void createsASpecificationOnceForAKey() {
        String code = "IT-" + UUID.randomUUID();
        Map<String, Object> body = Map.of(
                "code",
                code,
                "name",
                "Tested",
                "type",
                "product",
                "characteristics",
                List.of(Map.of("name", "size", "type", "choice", "choices", List.of("S", "L"))),
                "parts",
                List.of(Map.of("code", "ONT", "factor", 2)));
        Response first =
                api.as("admin").header("Idempotency-Key", code).body(body).post("/specifications");
        assertThat(first.statusCode()).isEqualTo(201);
        assertThat(first.header("Location")).isEqualTo("/api/v1/specifications/" + code);
        Response again =
                api.as("admin").header("Idempotency-Key", code).body(body).post("/specifications");
        assertThat(again.header("Idempotent-Replayed")).isEqualTo("true");
        assertThat(again.asString()).isEqualTo(first.asString());
        problem(api.as("admin").body(body).post("/specifications"), 409, "code-taken");
        assertThat(api.get("viewer", "/specifications/" + code + "/tree").<Integer>getList("total"))
                .containsExactly(1, 2);
        problem(
                api.as("admin")
                        .body(Map.of("parts", List.of(Map.of("code", code))))
                        .patch("/specifications/{c}", code),
                409,
                "specification-cycle");
    }

    @Test
    void letsOneOfSeveralHaveAKeyThatTheyAskForAtTheSameInstant() throws Exception {
        for (int round = 0; round < 5; round++) {
            String key = "it-" + UUID.randomUUID();
            assertThat(atOnce("/accounts", Map.of("name", "Same", "externalCode", key)))
                    .containsOnly("201", "409 external-code-taken")
                    .containsOnlyOnce("201");
            assertThat(atOnce("/specifications", Map.of("code", key, "name", "Same", "type", "product")))
                    .containsOnly("201", "409 code-taken")
                    .containsOnlyOnce("201");
            assertThat(atOnce(
                            "/users",
                            Map.of(
                                    "username",
                                    key,
                                    "displayName",
                                    "Same",
                                    "roles",
                                    List.of("viewer"),
                                    "password",
                                    Api.OTHER_PASSWORD)))
                    .containsOnly("201", "409 username-taken")
                    .containsOnlyOnce("201");
            assertThat(atOnce("/technicians", Map.of("username", key, "name", "Same")))
                    .containsOnly("201", "409 technician-exists")
                    .containsOnlyOnce("201");
        }
    }

    /** What several administrators are answered who post the same at the same instant. */
    private static List<String> atOnce(String path, Map<String, Object> body) throws Exception {
        api.get("admin", path + "?size=1"); // the token is there before anybody starts
        CyclicBarrier start = new CyclicBarrier(AT_ONCE);
        Callable<String> post = () -> {
            start.await();
            Response answer = api.as("admin").body(body).post(path);
            return answer.statusCode() == 201 ? "201" : answer.statusCode() + " " + answer.path("code");
        };
        ExecutorService administrators = Executors.newFixedThreadPool(AT_ONCE);
        try {
            List<String> answers = new ArrayList<>();
            for (Future<String> answer : administrators.invokeAll(Collections.nCopies(AT_ONCE, post))) {
                answers.add(answer.get());
            }
            return answers;
        } finally {
            administrators.shutdownNow();
        }
    }

    @Test
    void createsAUserWhoSignsInUntilDisabled() {
        String name = "it-" + UUID.randomUUID();
        Response created = api.as("admin")
                .body(Map.of(
                        "username",
                        name,
                        "displayName",
                        "It",
                        "roles",
                        List.of("field-system"),
                        "password",
                        Api.OTHER_PASSWORD))
                .post("/users");
        assertThat(created.statusCode()).isEqualTo(201);
        assertThat(created.asString()).doesNotContain("\"password\"", "pbkdf2", Api.OTHER_PASSWORD);
        assertThat(basic(name).post("/token").statusCode()).isEqualTo(200);
        assertThat(api.as("admin")
                        .body(Map.of("enabled", false))
                        .patch("/users/{u}", name)
                        .<Boolean>path("enabled"))
                .isFalse();
        assertThat(basic(name).post("/token").statusCode()).isEqualTo(401);
        problem(api.as("admin").body(Map.of("enabled", false)).patch("/users/admin"), 409, "last-administrator");
    }

    private static RequestSpecification basic(String user) {
        return api.anonymous().auth().preemptive().basic(user, Api.OTHER_PASSWORD);
    }

    @Test
    void importsCsvAndJsonWithAResultPerRow() {
        String code = "IT-" + UUID.randomUUID();
        String csv = "externalCode,name\n" + code + ",Imported\n" + code + "-2,\n";
        Response dry = csv(csv, "?dryRun=true");
        assertThat(dry.<List<String>>path("rows.outcome")).containsExactly("created", "refused");
        Response refused = csv(csv, "?allOrNothing=true");
        problem(refused, 409, "import-refused");
        assertThat(refused.<Integer>path("rows[0].row")).isEqualTo(2);
        assertThat(api.get("admin", "/accounts?externalCode=" + code).getList("number"))
                .isEmpty();

        assertThat(csv(csv, "").<Integer>path("created")).isEqualTo(1);
        Response json = api.as("admin")
                .body(List.of(Map.of("externalCode", code, "segment", "retail")))
                .post("/imports/accounts");
        assertThat(json.<List<String>>path("rows.outcome")).containsExactly("changed");
        problem(csv("name,color\nA,red\n", ""), 400, "unknown-column");
        problem(api.as("admin").body("[]").post("/imports/planets"), 404, "not-found");
    }

    @Test
    void takesAKeyWithAnotherQueryForAnotherRequest() {
        String code = "IT-" + UUID.randomUUID();
        String csv = "externalCode,name\n" + code + ",Imported\n";
        assertThat(keyed(code, csv, "?dryRun=true").statusCode()).isEqualTo(200);
        assertThat(keyed(code, csv, "?dryRun=true").header("Idempotent-Replayed"))
                .isEqualTo("true");
        problem(keyed(code, csv, ""), 409, "idempotency-key-reused");
        assertThat(keyed(code + "-2", csv, "").<Integer>path("created")).isEqualTo(1);
    }

    @Test
    void refusesAFileInACharsetThatNobodyKnows() {
        Response answer = api.as("admin")
                .contentType("text/csv; charset=klingon")
                .body("name\nX\n".getBytes(StandardCharsets.US_ASCII))
                .post("/imports/accounts");
        problem(answer, 400, "unknown-charset");
    }

    private static Response keyed(String key, String text, String query) {
        return api.as("admin")
                .header("Idempotency-Key", key)
                .contentType("text/csv")
                .body(text)
                .post("/imports/accounts" + query);
    }

    private static Response csv(String text, String query) {
        return api.as("admin").contentType("text/csv").body(text).post("/imports/accounts" + query);
    }

    private static void problem(Response answer, int status, String code) {
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(status);
        assertThat(answer.contentType()).startsWith("application/problem+json");
        assertThat(answer.<String>path("code")).isEqualTo(code);
    }
}
