package io.orderfield.it.own;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.awaitility.Awaitility.await;

import io.orderfield.it.support.Api;
import io.orderfield.it.support.ExternalBroker;
import io.orderfield.it.support.LibertyProcess;
import io.orderfield.it.support.Postgres;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Two servers on one database and one broker: who may come in is the same at both, whichever of them was told. */
@OwnServer
@Tag("full")
class TwoNodesIT {
    private static final int GUESSES = 4;

    /** A node remembers for two seconds how a user stands; the rest is for a slow machine. */
    private static final Duration SOON = Duration.ofSeconds(10);

    private static Postgres postgres;
    private static ExternalBroker broker;
    private static LibertyProcess first;
    private static LibertyProcess second;
    private static Api here;
    private static Api there;

    @BeforeAll
    static void start() {
        postgres = new Postgres("two-nodes-postgres").start();
        broker = new ExternalBroker("two-nodes-broker").start();
        Map<String, String> settings = new HashMap<>(postgres.settings());
        settings.putAll(broker.settings());
        settings.put("DEMO_ENABLED", "true");
        settings.put("DEMO_PASSWORD", Api.PASSWORD);
        settings.put("SIGN_IN_USER_LIMIT", String.valueOf(GUESSES));
        first = new LibertyProcess("two-nodes-first", settings).start();
        settings.put(
                "TOKEN_KEYS_FILE",
                first.data().resolve("keys").resolve("tokens").toString());
        second = new LibertyProcess("two-nodes-second", settings).start();
        here = new Api(first.address());
        there = new Api(second.address());
    }

    @AfterAll
    static void stop() {
        second.close();
        first.close();
        broker.close();
        postgres.close();
    }

    @Test
    void aTokenIsGoodAtBothAndEndsAtBothWithItsUser() {
        String user = created();
        String token = basic(here, user, Api.OTHER_PASSWORD).post("/token").path("access_token");
        assertThat(bearer(here, token).get("/me").statusCode()).isEqualTo(200);
        assertThat(bearer(there, token).get("/me").statusCode()).isEqualTo(200);

        there.as("admin")
                .body(Map.of("enabled", false))
                .patch("/users/{u}", user)
                .then()
                .statusCode(200);

        assertThat(bearer(there, token).get("/me").statusCode()).isEqualTo(401);
        await().atMost(SOON).until(() -> bearer(here, token).get("/me").statusCode() == 401);
    }

    @Test
    void guessesAreCountedOverBoth() {
        String user = created();
        for (int i = 0; i < GUESSES; i++) {
            Response refused =
                    from(i % 2 == 0 ? here : there, user, "guess " + i).get("/me");
            assertThat(refused.statusCode()).as(refused.asString()).isEqualTo(401);
        }

        for (Api node : List.of(here, there)) {
            Response braked = from(node, user, Api.OTHER_PASSWORD).get("/me");
            assertThat(braked.statusCode()).as(braked.asString()).isEqualTo(429);
            assertThat(Integer.parseInt(braked.header("Retry-After"))).isCloseTo(150, within(150));
        }

        there.act("admin", "/users/{u}/unlocking", user);
        assertThat(from(here, user, Api.OTHER_PASSWORD).get("/me").statusCode()).isEqualTo(200);
    }

    /** Neither of the demo, nor one who has to change a password first. */
    private static String created() {
        String name = "two-" + UUID.randomUUID();
        here.post(
                "admin",
                "/users",
                Map.of(
                        "username",
                        name,
                        "displayName",
                        "Two",
                        "roles",
                        List.of("viewer"),
                        "password",
                        "given-" + Api.OTHER_PASSWORD));
        basic(here, name, "given-" + Api.OTHER_PASSWORD)
                .body(Map.of("oldPassword", "given-" + Api.OTHER_PASSWORD, "password", Api.OTHER_PASSWORD))
                .post("/me/password")
                .then()
                .statusCode(204);
        return name;
    }

    private static RequestSpecification basic(Api node, String user, String password) {
        return node.anonymous().auth().preemptive().basic(user, password);
    }

    /** From where the user has not signed in before. */
    private static RequestSpecification from(Api node, String user, String password) {
        return node.from("127.0.0.2").auth().preemptive().basic(user, password);
    }

    private static RequestSpecification bearer(Api node, String token) {
        return node.anonymous().header("Authorization", "Bearer " + token);
    }
}
