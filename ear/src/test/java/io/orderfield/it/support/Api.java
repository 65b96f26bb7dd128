package io.orderfield.it.support;

import static io.restassured.RestAssured.given;

import io.orderfield.messaging.right.Role;
import io.restassured.config.HttpClientConfig;
import io.restassured.config.RestAssuredConfig;
import io.restassured.config.SSLConfig;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.http.conn.ssl.SSLSocketFactory;
import org.apache.http.conn.ssl.TrustStrategy;

/** The REST API as one user sees it. Every demo user has the same password here. */
public final class Api {
    /** The password that the tests, the README and docs/walk.md give to all demo users. */
    public static final String PASSWORD = "orderfield-demo-1";

    /** For users that a test creates: the one above is for a demo, and would be refused for them. */
    public static final String OTHER_PASSWORD = "quiet-lantern-river";

    private static final int LARGEST_PAGE = 200;
    private static final Map<Role, String> USERS = Map.of(
            Role.ORDER_AGENT, "agent",
            Role.ORDER_MANAGER, "manager",
            Role.DISPATCHER, "dispatcher",
            Role.TECHNICIAN, "technician",
            Role.FIELD_SYSTEM, "field-system",
            Role.PARTNER, "partner",
            Role.POLICY_AUTHOR, "author",
            Role.POLICY_PUBLISHER, "publisher",
            Role.ADMINISTRATOR, "admin",
            Role.VIEWER, "viewer");

    /** Well before the server lets a token expire, even one whose clock is a minute ahead. */
    private static final Duration TOKEN_RENEWAL = Duration.ofMinutes(10);

    private record Token(String text, Instant fetched) {
        boolean isFresh() {
            return Instant.now().isBefore(fetched.plus(TOKEN_RENEWAL));
        }
    }

    /**
     * Of all calls, so that a TLS session is resumed: to prove itself anew for each call costs the server nine times the
     * processor time.
     */
    private static final RestAssuredConfig CONFIG = RestAssuredConfig.config()
            .httpClient(HttpClientConfig.httpClientConfig()
                    .setParam("http.connection.timeout", 5_000)
                    .setParam("http.socket.timeout", 60_000))
            .sslConfig(SSLConfig.sslConfig().with().sslSocketFactory(whoeverItIs()));

    private final String address;
    private final Map<String, Token> tokens = new ConcurrentHashMap<>();

    /** @param address such as {@code https://localhost:9443} */
    public Api(String address) {
        this.address = address;
    }

    @SuppressWarnings("deprecation") // REST Assured takes no other
    private static SSLSocketFactory whoeverItIs() {
        try {
            TrustStrategy any = (chain, authentication) -> true;
            return new SSLSocketFactory(any, SSLSocketFactory.ALLOW_ALL_HOSTNAME_VERIFIER);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The demo user of a role. */
    public static String user(Role role) {
        return USERS.get(role);
    }

    /** A request to a server, whoever it says that it is. */
    public static RequestSpecification to(String address) {
        return given().config(CONFIG).baseUri(address);
    }

    /** A request as this user, with a bearer token that is fetched once and renewed before it expires. */
    public RequestSpecification as(String user) {
        Token token = tokens.compute(user, (name, old) -> old != null && old.isFresh() ? old : token(name));
        return anonymous().header("Authorization", "Bearer " + token.text());
    }

    public RequestSpecification anonymous() {
        return to(address).basePath("/api/v1").contentType(ContentType.JSON).accept(ContentType.JSON);
    }

    /** A request that comes from another loopback address, which stands for another place. */
    public RequestSpecification from(String address) {
        try {
            return anonymous()
                    .config(CONFIG.httpClient(CONFIG.getHttpClientConfig()
                            .setParam("http.route.local-address", InetAddress.getByName(address))));
        } catch (UnknownHostException e) {
            throw new IllegalArgumentException(e);
        }
    }

    private Token token(String user) {
        Response answer = to(address)
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

    /** The id of a record of a list that meets this condition, the newest page first; null when none does. */
    public String idOf(String user, String list, String condition) {
        int total = Integer.parseInt(as(user).get(list + "?size=1").getHeader("X-Total-Count"));
        for (int page = total / LARGEST_PAGE; page >= 0; page--) {
            String id = get(user, list + "?size=" + LARGEST_PAGE + "&page=" + page)
                    .getString("find { " + condition + " }?.id");
            if (id != null) {
                return id;
            }
        }
        return null;
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
