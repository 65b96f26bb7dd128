package io.orderfield.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.orderfield.it.support.Api;
import io.orderfield.it.support.RunningServer;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Passwords, secrets and the brake as clients of the API meet them. Other loopback addresses stand for other places. */
@ExtendWith(RunningServer.class)
class PasswordsIT {
    private static final String GIVEN = Api.OTHER_PASSWORD;
    private static final String CHOSEN = "marble lamp crow";
    private static final String ELSEWHERE = "127.0.0.2";
    private static final String SOMEWHERE_NEW = "127.0.0.3";

    private static Api api;

    @BeforeAll
    static void server(RunningServer running) {
        api = running.api();
    }

    @Test
    void letsAUserDoNothingBeforeTheGivenPasswordIsChanged() {
        String user = created("viewer", GIVEN);
        problem(basic(user, GIVEN).get("/accounts"), 403, "password-change-required");
        problem(basic(user, GIVEN).post("/token"), 403, "password-change-required");
        problem(basic(user, GIVEN).body(Map.of()).post("/customer-orders"), 403, "password-change-required");

        Response wrong = change(user, "not the old one", CHOSEN);
        problem(wrong, 400, "invalid-request");
        assertThat(wrong.<String>path("errors[0].field")).isEqualTo("oldPassword");
        Response weak = change(user, GIVEN, "Password1234!");
        problem(weak, 400, "invalid-request");
        assertThat(weak.<String>path("errors[0].message")).contains("too easy to guess", "common password");
        problem(change(user, GIVEN, GIVEN), 400, "invalid-request");

        assertThat(change(user, GIVEN, CHOSEN).statusCode()).isEqualTo(204);
        assertThat(basic(user, CHOSEN).get("/accounts").statusCode()).isEqualTo(200);
        problem(basic(user, GIVEN).get("/accounts"), 401, "unauthenticated");
        String token = basic(user, CHOSEN).post("/token").path("access_token");
        assertThat(bearer(token).get("/accounts").statusCode()).isEqualTo(200);
        assertThat(bearer(token)
                        .body(Map.of("oldPassword", CHOSEN, "password", "velvet stairs 71 oak"))
                        .post("/me/password")
                        .statusCode())
                .isEqualTo(204);

        assertThat(api.as("admin")
                        .body(Map.of("password", GIVEN))
                        .post("/users/{u}/password", user)
                        .<Boolean>path("passwordChangeRequired"))
                .isTrue();
        problem(basic(user, GIVEN).get("/accounts"), 403, "password-change-required");
    }

    @Test
    void refusesPasswordsThatAreGuessableAndTellsWhy() {
        for (String weak : List.of("Password1234!", "orderfield-2026", "short", "x".repeat(201))) {
            Response refused =
                    api.as("admin").body(user("it-weak", "viewer", weak)).post("/users");
            problem(refused, 400, "invalid-request");
            assertThat(refused.jsonPath().getList("errors.field")).containsExactly("password");
        }
    }

    @Test
    void givesMachinesSecretsOfWhichTwoAreGood() {
        String machine = created("field-system", null);
        Response first = api.as("admin").post("/users/{u}/secrets", machine);
        assertThat(first.statusCode()).isEqualTo(201);
        assertThat(first.header("Cache-Control")).isEqualTo("no-store");
        assertThat(first.header("Location")).endsWith("/secrets/" + first.path("id"));
        String secret = first.path("secret");
        assertThat(basic(machine, secret).post("/token").statusCode()).isEqualTo(200);

        Response list = api.as("admin").get("/users/{u}/secrets", machine);
        assertThat(list.asString()).doesNotContain(secret, "\"secret\"");
        assertThat(list.jsonPath().getList("lastUsedAt")).doesNotContainNull().hasSize(1);
        problem(api.as("agent").get("/users/{u}/secrets", machine), 403, "forbidden");

        String second = api.as("admin").post("/users/{u}/secrets", machine).path("secret");
        String third = api.as("admin").post("/users/{u}/secrets", machine).path("secret");
        problem(basic(machine, secret).post("/token"), 401, "unauthenticated");
        assertThat(basic(machine, second).post("/token").statusCode()).isEqualTo(200);
        assertThat(basic(machine, third).post("/token").statusCode()).isEqualTo(200);

        String oldest = api.as("admin").get("/users/{u}/secrets", machine).path("[0].id");
        assertThat(api.as("admin")
                        .delete("/users/{u}/secrets/{id}", machine, oldest)
                        .statusCode())
                .isEqualTo(204);
        problem(basic(machine, second).post("/token"), 401, "unauthenticated");
        problem(api.as("admin").post("/users/{u}/secrets", "agent"), 409, "no-machine-user");
    }

    @Test
    void keepsNobodyOutByGuessesFromElsewhere() throws Exception {
        String user = created("viewer", GIVEN);
        assertThat(change(user, GIVEN, CHOSEN).statusCode()).isEqualTo(204);

        List<Response> answers = guessesAtOnce(user, 40);
        assertThat(answers).filteredOn(a -> a.statusCode() == 401).hasSizeBetween(1, 10);
        assertThat(answers)
                .filteredOn(a -> a.statusCode() != 401)
                .hasSizeGreaterThanOrEqualTo(30)
                .allSatisfy(a -> {
                    // on a slow machine some find no place to be checked in time, and are not counted
                    assertThat(a.<String>path("code")).isIn("too-many-attempts", "try-again");
                    assertThat(Integer.parseInt(a.header("Retry-After"))).isBetween(1, 301);
                });
        await().until(() -> from(ELSEWHERE, user, "one more").get("/accounts").statusCode() == 429);

        assertThat(basic(user, CHOSEN).get("/accounts").statusCode())
                .as("where the user has signed in from before")
                .isEqualTo(200);
        problem(from(SOMEWHERE_NEW, user, CHOSEN).get("/accounts"), 429, "too-many-attempts");
        problem(api.as("agent").post("/users/{u}/unlocking", user), 403, "forbidden");
        assertThat(api.as("admin").post("/users/{u}/unlocking", user).statusCode())
                .isEqualTo(200);
        assertThat(from(SOMEWHERE_NEW, user, CHOSEN).get("/accounts").statusCode())
                .isEqualTo(200);
    }

    private static List<Response> guessesAtOnce(String user, int times) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(times);
        try {
            List<Callable<Response>> guesses = new ArrayList<>();
            for (int i = 0; i < times; i++) {
                String guess = "guess-" + i;
                guesses.add(() -> from(ELSEWHERE, user, guess).get("/accounts"));
            }
            List<Response> answers = new ArrayList<>();
            for (Future<Response> answer : threads.invokeAll(guesses)) {
                answers.add(answer.get());
            }
            return answers;
        } finally {
            threads.shutdownNow();
        }
    }

    private static Response change(String user, String old, String password) {
        return basic(user, old.equals("not the old one") ? GIVEN : old)
                .body(Map.of("oldPassword", old, "password", password))
                .post("/me/password");
    }

    private static String created(String role, String password) {
        String name = "it-" + UUID.randomUUID();
        Response created = api.as("admin").body(user(name, role, password)).post("/users");
        assertThat(created.statusCode()).as(created.asString()).isEqualTo(201);
        return name;
    }

    private static Map<String, Object> user(String name, String role, String password) {
        Map<String, Object> user = new HashMap<>(Map.of("username", name, "displayName", "It", "roles", List.of(role)));
        if (password != null) {
            user.put("password", password);
        }
        return user;
    }

    private static RequestSpecification basic(String user, String password) {
        return api.anonymous().auth().preemptive().basic(user, password);
    }

    private static RequestSpecification from(String address, String user, String password) {
        return api.from(address).auth().preemptive().basic(user, password);
    }

    private static RequestSpecification bearer(String token) {
        return api.anonymous().header("Authorization", "Bearer " + token);
    }

    private static void problem(Response answer, int status, String code) {
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(status);
        assertThat(answer.<String>path("code")).isEqualTo(code);
    }
}
