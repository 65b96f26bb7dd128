package io.orderfield.it.own;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.orderfield.it.support.Api;
import io.orderfield.it.support.Handshake;
import io.orderfield.it.support.LibertyProcess;
import io.orderfield.it.support.Listeners;
import io.orderfield.it.support.Listeners.Listener;
import io.orderfield.it.support.Surroundings;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/** What the delivered server, with low limits and no demo, lets in by its doors, and the keys of these. */
@OwnServer
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class DoorsIT {
    private static final String PASSWORD = "opens-every-door-in-tests-7";
    private static final String METRICS_TOKEN = "reads-figures-in-tests-alone";
    private static final int BURST = 40;
    private static final Duration SOON = Duration.ofSeconds(20);
    private static final Duration REFILL = Duration.ofSeconds(60);

    /** Each look costs a request, so that a frequent one would never see the bucket filled. */
    private static final Duration SELDOM = Duration.ofSeconds(4);

    private static Surroundings surroundings;
    private static LibertyProcess server;
    private static String token;

    @BeforeAll
    static void start() {
        surroundings = Surroundings.of("doors", "");
        Map<String, String> settings = surroundings.settings();
        settings.put("DEMO_ENABLED", "false"); // the build's environment says otherwise
        settings.put("ADMIN_PASSWORD", PASSWORD);
        settings.put("METRICS_TOKEN", METRICS_TOKEN);
        settings.put("RATE_LIMIT_USER", "2");
        settings.put("RATE_LIMIT_USER_BURST", String.valueOf(BURST));
        settings.put("RATE_LIMIT_ADDRESS", "3");
        settings.put("RATE_LIMIT_ADDRESS_BURST", "300");
        settings.put("RATE_LIMIT_AT_WORK", "1");
        server = new LibertyProcess("doors", settings).start();
        token = signIn();
    }

    @AfterAll
    static void stop() {
        server.close();
        surroundings.close();
    }

    @Test
    @Order(1)
    void listensWhereItSaysAndNowhereElse() {
        Set<Listener> listeners = Listeners.of(server.processes());
        assertThat(listeners).allMatch(Listener::loopback);
        Set<Integer> ports = listeners.stream().map(Listener::port).collect(Collectors.toSet());
        assertThat(ports).contains(server.httpPort(), port());
        ports.removeAll(Set.of(server.httpPort(), port(), server.brokerPort()));
        assertThat(ports).as("the one by which 'server stop' finds it").hasSizeLessThanOrEqualTo(1);
    }

    @Test
    @Order(1)
    void speaksTlsWithForwardSecrecyAndAuthenticatedEncryptionOnly() throws Exception {
        assertThat(Handshake.with(port(), "TLSv1.3")).isNotNull();
        assertThat(Handshake.with(port(), "TLSv1.2").suite()).matches("TLS_ECDHE_.*(GCM|POLY1305).*");
        for (String weak : List.of(
                "TLS_RSA_WITH_AES_256_GCM_SHA384",
                "TLS_ECDHE_RSA_WITH_AES_256_CBC_SHA384",
                "TLS_ECDHE_RSA_WITH_AES_128_CBC_SHA",
                "TLS_DHE_RSA_WITH_AES_128_CBC_SHA256")) {
            assertThat(Handshake.with(port(), "TLSv1.2", weak)).as(weak).isNull();
        }
        assertThat(server.log()).as("a line or more for each who tries").doesNotContain("CWWKO0801E");
    }

    @Test
    @Order(1)
    void hasOneUserTheFirstAdministratorWhoIsNotAskedForAnotherPassword() {
        Response users = bearer(token).get("/api/v1/users");
        assertThat(users.statusCode()).as(users.asString()).isEqualTo(200);
        assertThat(users.jsonPath().<String>getList("username")).containsExactly("admin");
    }

    @Test
    @Order(1)
    void answersTheContractToWhoIsSignedIn() throws Exception {
        problem(anonymous().get("/openapi"), 401, "unauthenticated");
        Response contract =
                anonymous().header("Authorization", "Bearer " + token).get("/openapi");
        assertThat(contract.statusCode()).isEqualTo(200);
        assertThat(contract.asString())
                .isEqualToNormalizingNewlines(
                        Files.readString(Path.of(System.getProperty("root.dir"), "docs", "openapi.yaml")));
        assertThat(anonymous().get("/openapi/ui/").statusCode()).isNotEqualTo(200);
    }

    @Test
    @Order(1)
    void tellsItsFiguresToAnAdministratorAndToTheTokenForThem() {
        assertThat(anonymous().get("/metrics").statusCode()).isEqualTo(401);
        problem(anonymous().get("/api/v1/metrics"), 401, "unauthenticated");
        problem(bearer("not-the-token-of-anybody").get("/api/v1/metrics"), 401, "unauthenticated");
        problem(bearer(METRICS_TOKEN).get("/api/v1/users"), 401, "unauthenticated");
        for (String good : List.of(METRICS_TOKEN, token)) {
            Response figures = bearer(good).get("/api/v1/metrics");
            assertThat(figures.statusCode()).as(figures.asString()).isEqualTo(200);
            assertThat(figures.contentType()).startsWith("text/plain");
            assertThat(figures.asString())
                    .contains("# TYPE orderfield_sync_dead_letters gauge")
                    .contains("orderfield_sync_dead_letters{mp_scope=\"application\"} ")
                    .contains("memory_usedHeap_bytes");
        }
    }

    @Test
    @Order(2)
    void letsACallOfAUserWaitForTheOneAtWorkAndThenRefusesIt() throws Exception {
        try (Socket slow = Handshake.connect(port())) {
            String begun = "POST /api/v1/users HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer " + token
                    + "\r\nContent-Type: application/json\r\nContent-Length: 1000\r\n\r\n{";
            slow.getOutputStream().write(begun.getBytes(StandardCharsets.US_ASCII));
            slow.getOutputStream().flush();
            await().atMost(SOON).until(() -> status(token) == 429);
            Response refused = bearer(token).get("/api/v1/users/admin");
            problem(refused, 429, "too-many-requests");
            assertThat(left(refused)).as("it is not the rate").isPositive();
            assertThat(refused.time()).as("it waited first").isGreaterThan(1_900);
        }
        await().atMost(SOON).until(() -> status(token) == 200);
    }

    @Test
    @Order(3)
    void refusesAUserAboveTheRateAndSaysWhenToComeAgain() {
        await().atMost(REFILL)
                .pollInterval(SELDOM)
                .until(() -> left(bearer(token).get("/api/v1/users/admin")) > BURST / 2);
        Response answer = bearer(token).get("/api/v1/users/admin");
        assertThat(answer.header("RateLimit-Policy")).isEqualTo("\"user\";q=" + BURST + ";w=20");
        assertThat(answer.header("RateLimit")).matches("\"user\";r=\\d+;t=\\d+");

        Response refused = untilRefused();
        problem(refused, 429, "too-many-requests");
        assertThat(refused.header("RateLimit")).startsWith("\"user\";r=0;t=");
        assertThat(Integer.parseInt(refused.header("Retry-After"))).isEqualTo(1);
        assertThat(page("/login.xhtml").statusCode()).as("others go on").isEqualTo(200);
        await().atMost(REFILL)
                .pollInterval(SELDOM)
                .until(() -> left(bearer(token).get("/api/v1/users/admin")) > 12);
    }

    @Test
    @Order(4)
    void refusesAnAddressAboveTheRateWhoeverItSaysThatItIs() {
        Response refused = null;
        for (int i = 0; i < 1_000 && refused == null; i++) {
            Response answer = anonymous()
                    .header("X-Forwarded-For", "192.0.2." + i % 250)
                    .header("$WSRA", "192.0.2." + i % 250)
                    .get("/api/v1/users");
            refused = answer.statusCode() == 429 ? answer : null;
        }
        problem(refused, 429, "too-many-requests");
        assertThat(refused.header("RateLimit")).startsWith("\"address\";r=0;t=");
        assertThat(page("/jakarta.faces.resource/of.css.xhtml").statusCode())
                .as("what pages are made of is not counted")
                .isNotEqualTo(429);
        await().atMost(REFILL).pollInterval(SELDOM).until(() -> left(anonymous().get("/api/v1/users")) > 20);
    }

    @Test
    @Order(5)
    void drawsItsKeysWhereNobodyElseReadsThem() throws Exception {
        for (String name : List.of("tls.p12", "tokens")) {
            assertThat(rights(keys().resolve(name))).as(name).isEqualTo("rw-------");
        }
        assertThat(rights(keys())).isEqualTo("rwx------");
        assertThat(server.log()).doesNotContain("CWWKS4118E");
    }

    @Test
    @Order(6)
    void takesANewTokenKeyWhileItRuns() throws Exception {
        Path file = keys().resolve("tokens");
        String before = Files.readString(file);
        String fresh =
                Base64.getEncoder().encodeToString("another-key-for-tokens-in-a-test".getBytes(StandardCharsets.UTF_8));
        Files.writeString(file, fresh + "\n" + before);
        String signedAnew = signIn();
        assertThat(status(token)).as("the old key is still good").isEqualTo(200);
        assertThat(status(signedAnew)).isEqualTo(200);

        Files.writeString(file, fresh + "\n");
        assertThat(status(token)).as("the old key is gone").isEqualTo(401);
        assertThat(status(signedAnew)).isEqualTo(200);
        token = signedAnew;
    }

    @Test
    @Order(7)
    void takesANewTlsKeyWhileItRuns() throws Exception {
        Path fresh = keys().resolve("next.p12");
        generate(fresh, "guarded-by-its-rights", "CN=rotated");
        Files.move(fresh, keys().resolve("tls.p12"), StandardCopyOption.REPLACE_EXISTING);
        await().atMost(SOON).until(() -> subject().equals("CN=rotated"));
        assertThat(status(token)).isEqualTo(200);
    }

    @Test
    @Order(8)
    void keepsTheKeyOfAnInstallationThatHasOneAndTrustsProxiesThatItIsTold() throws Exception {
        server.close();
        Files.delete(keys().resolve("tls.p12"));
        Path old = server.data().resolveSibling("key.p12");
        generate(old, "drawn-by-an-earlier-release", "CN=kept");
        server.withFile("resources/security/key.p12", Files.readAllBytes(old))
                .withFile(
                        "server.env",
                        "keystore_password=drawn-by-an-earlier-release\n".getBytes(StandardCharsets.UTF_8))
                .with("TRUSTED_PROXIES", "127\\.0\\.0\\.1")
                .start();
        await().atMost(SOON).until(() -> subject().equals("CN=kept"));
        assertThat(status(token)).as("signed before the restart").isEqualTo(200);

        // each address has its own bucket, which fills again by some a second: one slow call is no proof, so it is
        // asked again
        await().atMost(SOON).until(() -> left(forwardedFor("192.0.2.1")) < 299);
        for (int i = 2; i < 12; i++) {
            assertThat(left(forwardedFor("192.0.2." + i))).isEqualTo(299);
        }
    }

    private static Response forwardedFor(String address) {
        return anonymous().header("X-Forwarded-For", address).get("/api/v1/users");
    }

    private static Response untilRefused() {
        for (int i = 0; i < 400; i++) {
            Response answer = bearer(token).get("/api/v1/users/admin");
            if (answer.statusCode() == 429) {
                return answer;
            }
        }
        throw new AssertionError("400 calls, and none was refused");
    }

    private static int left(Response answer) {
        return Integer.parseInt(answer.header("RateLimit").replaceAll(".*r=(\\d+).*", "$1"));
    }

    private static int status(String bearer) {
        return bearer(bearer).get("/api/v1/users/admin").statusCode();
    }

    private static String signIn() {
        return anonymous()
                .auth()
                .preemptive()
                .basic("admin", PASSWORD)
                .post("/api/v1/token")
                .path("access_token");
    }

    private static Response page(String path) {
        return anonymous().get(path);
    }

    private static RequestSpecification anonymous() {
        return Api.to(server.address()).redirects().follow(false);
    }

    private static RequestSpecification bearer(String token) {
        return anonymous().header("Authorization", "Bearer " + token);
    }

    private static int port() {
        return URI.create(server.address()).getPort();
    }

    private static Path keys() {
        return server.data().resolve("keys");
    }

    private static String rights(Path file) throws Exception {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
    }

    private static String subject() throws Exception {
        Handshake handshake = Handshake.with(port(), "TLSv1.3");
        return handshake == null
                ? ""
                : handshake.certificate().getSubjectX500Principal().getName();
    }

    private static void generate(Path file, String password, String name) throws Exception {
        Process keytool = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString(),
                        "-genkeypair",
                        "-alias",
                        "default",
                        "-keyalg",
                        "EC",
                        "-dname",
                        name,
                        "-storetype",
                        "PKCS12",
                        "-keystore",
                        file.toString(),
                        "-storepass",
                        password)
                .redirectErrorStream(true)
                .start();
        String said = new String(keytool.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(keytool.waitFor()).as(said).isZero();
    }

    private static void problem(Response answer, int status, String code) {
        assertThat(answer).isNotNull();
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(status);
        assertThat(answer.contentType()).startsWith("application/problem+json");
        assertThat(answer.<String>path("code")).isEqualTo(code);
    }
}
