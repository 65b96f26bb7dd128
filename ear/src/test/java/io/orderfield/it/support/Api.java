package io.orderfield.it.support;

import static io.restassured.RestAssured.given;

import io.restassured.config.HttpClientConfig;
import io.restassured.config.RestAssuredConfig;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The REST API as one user sees it. Every demo user has the same password here. */
public final class Api {
    /** The password that the tests, the README and docs/walk.md give to all demo users. */
    public static final String PASSWORD = "orderfield-demo-1";

    /** For users that a test creates: the one above is for a demo, and would be refused for them. */
    public static final String OTHER_PASSWORD = "quiet-lantern-river";

    /** Well before the server lets a token expire, even one whose clock is a minute ahead. */
    private static final Duration TOKEN_RENEWAL = Duration.ofMinutes(10);

    private record Token(String text, Instant fetched) {
        boolean isFresh() {
            return Instant.now().isBefore(fetched.plus(TOKEN_RENEWAL));
        }
    }

    private static final HttpClientConfig CLIENT = HttpClientConfig.httpClientConfig()
            .setParam("http.connection.timeout", 5_000)
            .setParam("http.socket.timeout", 60_000);

    private static final RestAssuredConfig CONFIG = RestAssuredConfig.config().httpClient(CLIENT);

    private final String address;
    private final Map<String, Token> tokens = new ConcurrentHashMap<>();

    /** @param address such as {@code https://localhost:9443} */
    public Api(String address) {
        this.address = address;
    }

    /** A request as this user, with a bearer token that is fetched once and renewed before it expires. */
    public RequestSpecification as(String user) {
        Token token = tokens.compute(user, (name, old) -> old != null && old.isFresh() ? old : token(name));
        return anonymous().header("Authorization", "Bearer " + token.text());
    }

    public RequestSpecification anonymous() {
        return given().config(CONFIG)
                .relaxedHTTPSValidation()
                .baseUri(address)
                .basePath("/api/v1")
                .contentType(ContentType.JSON)
                .accept(ContentType.JSON);
    }

    /** A request that comes from another loopback address, which stands for another place. */
    public RequestSpecification from(String address) {
        try {
            return anonymous()
                    .config(RestAssuredConfig.config()
                            .httpClient(CLIENT.setParam("http.route.local-address", InetAddress.getByName(address))))
                    .relaxedHTTPSValidation();
        } catch (UnknownHostException e) {
            throw new IllegalArgumentException(e);
        }
    }

    private Token token(String user) {
        Response answer = given().config(CONFIG)
                .relaxedHTTPSValidation()
                .baseUri(address)
                .basePath("/api/v1")
                .auth()
                .preemptive()
                .basic(user, PASSWORD)
                .post("/token");
        answer.then().statusCode(200);
        return new Token(answer.path("access_token"), Instant.now());
    }

    /** POST that must succeed. */
    public JsonPath post(String user, String path, Object body, Object... parameters) {
        Response answer = as(user).body(body).post(path, parameters);
        if (answer.statusCode() / 100 != 2) {
            throw new AssertionError(
                    "POST " + path + " as " + user + ": " + answer.statusCode() + " " + answer.asString());
        }
        return answer.jsonPath();
    }

    /** POST of an action without a body that must succeed. */
    public JsonPath act(String user, String path, Object... parameters) {
        return post(user, path, Map.of(), parameters);
    }

    /** GET that must succeed. */
    public JsonPath get(String user, String path, Object... parameters) {
        Response answer = as(user).get(path, parameters);
        if (answer.statusCode() != 200) {
            throw new AssertionError(
                    "GET " + path + " as " + user + ": " + answer.statusCode() + " " + answer.asString());
        }
        return answer.jsonPath();
    }
}
