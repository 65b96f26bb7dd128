package io.orderfield.it.own;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.orderfield.it.support.Api;
import io.orderfield.it.support.LibertyProcess;
import io.restassured.specification.RequestSpecification;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A server without any user: what ADMIN_PASSWORD must be, and that its user is not asked for another one. */
@OwnServer
@Tag("full")
class FirstAdministratorIT {
    @Test
    void isCreatedByAPasswordThatWillDoAndByNoOther() {
        Map<String, String> settings = Map.of("DEMO_ENABLED", "false", "ADMIN_PASSWORD", "Administrator-1");
        try (LibertyProcess server = LibertyProcess.inItsSurroundings("first-administrator", settings)) {
            server.launch();
            await().atMost(Duration.ofMinutes(4)).until(() -> server.log()
                    .contains("No administrator is created: ADMIN_PASSWORD is too easy to guess"));
            server.stop();

            server.with("ADMIN_PASSWORD", Api.OTHER_PASSWORD).start();
            Api api = new Api(server.address());
            assertThat(as(api, "Administrator-1").get("/users").statusCode()).isEqualTo(401);
            assertThat(as(api, Api.OTHER_PASSWORD).get("/users").jsonPath().getList("username"))
                    .containsExactly("admin");
        }
    }

    private static RequestSpecification as(Api api, String password) {
        return api.anonymous().auth().preemptive().basic("admin", password);
    }
}
