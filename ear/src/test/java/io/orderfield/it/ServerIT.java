package io.orderfield.it;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.startsWith;

import io.orderfield.it.support.Api;
import io.orderfield.it.support.RunningServer;
import io.restassured.response.Response;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The server around the application: what it was told by variables alone, and what it tells to whom. */
@ExtendWith(RunningServer.class)
class ServerIT {
    private static RunningServer running;

    @BeforeAll
    static void server(RunningServer given) {
        running = given;
    }

    @Test
    void isReadyWhenEverythingThatItNeedsIsUp() {
        given().get("http://127.0.0.1:" + running.server().httpPort() + "/health/ready")
                .then()
                .statusCode(200)
                .body("status", equalTo("UP"))
                .body("checks.name", hasItems("database", "broker", "listeners", "policy"))
                .body("checks.status", everyItem(equalTo("UP")));
    }

    @Test
    void runsOnTheDatabaseThatTheUrlNames() {
        assertThat(running.server().log())
                .contains("Database: jdbc:postgresql:")
                .doesNotContain("Database: jdbc:h2:");
    }

    @Test
    void servesPagesByTlsOnly() {
        String plain = "http://127.0.0.1:" + running.server().httpPort();
        given().redirects()
                .follow(false)
                .header("Host", "elsewhere.example")
                .get(plain + "/login.xhtml?next=orders")
                .then()
                .statusCode(302)
                .header("Location", endsWith("/login.xhtml?next=orders"))
                .header("Location", startsWith("https://127.0.0.1:"));
        given().get(plain + "/api/v1/accounts").then().statusCode(403).body("code", equalTo("forbidden"));
    }

    @Test
    void tellsNothingOfItsSoftwareAndGuardsThePage() {
        Response login = Api.to(running.server().address()).get("/login.xhtml");
        assertThat(login.statusCode()).isEqualTo(200);
        assertThat(login.header("Server")).isNull();
        assertThat(login.header("X-Powered-By")).isNull();
        assertThat(login.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(login.header("X-Frame-Options")).isEqualTo("DENY");
        assertThat(login.header("Strict-Transport-Security")).startsWith("max-age=");
        assertThat(login.headers().getValues("Set-Cookie"))
                .allSatisfy(cookie -> assertThat(cookie).contains("Secure", "HttpOnly", "SameSite="));
    }

    @Test
    void keepsItsFiguresToItself() {
        Api.to(running.server().address()).get("/metrics").then().statusCode(401);
    }
}
