package io.orderfield.it;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.orderfield.it.support.Handshake;
import io.orderfield.it.support.LibertyProcess;
import io.orderfield.it.support.Listeners;
import io.orderfield.it.support.Listeners.Listener;
import io.orderfield.it.support.Surroundings;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
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

/** What the delivered server, without the demo, lets in by its doors, and the keys of these. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class DoorsIT {
    private static final String PASSWORD = "opens-every-door-in-tests-7";
    private static final String METRICS_TOKEN = "reads-figures-in-tests-alone";
    private static final Duration SOON = Duration.ofSeconds(20);

    private static Surroundings surroundings;
    private static LibertyProcess server;
    private static String token;

    @BeforeAll
    static void start() {
        surroundings = Surroundings.of("doors", "");
        Map<String, String> settings = surroundings.settings();
        settings.put("ADMIN_PASSWORD", PASSWORD);
        settings.put("METRICS_TOKEN", METRICS_TOKEN);
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
    }

    @Test
    @Order(1)
    void answersTheContractToWhoIsSignedIn() {
        problem(anonymous().get("/openapi"), 401, "unauthenticated");
        Response contract =
                anonymous().header("Authorization", "Bearer " + token).get("/openapi");
        assertThat(contract.statusCode()).isEqualTo(200);
        assertThat(contract.asString()).startsWith("---").contains("/api/v1/customer-orders");
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
    void keepsTheKeyOfAnInstallationThatHasOne() throws Exception {
        server.close();
        Files.delete(keys().resolve("tls.p12"));
        Path old = server.data().resolveSibling("key.p12");
        generate(old, "drawn-by-an-earlier-release", "CN=kept");
        server.withFile("resources/security/key.p12", Files.readAllBytes(old))
                .withFile(
                        "server.env",
                        "keystore_password=drawn-by-an-earlier-release\n".getBytes(StandardCharsets.UTF_8))
                .start();
        await().atMost(SOON).until(() -> subject().equals("CN=kept"));
        assertThat(status(token)).as("signed before the restart").isEqualTo(200);
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

    private static RequestSpecification anonymous() {
        return given().relaxedHTTPSValidation()
                .baseUri(server.address())
                .redirects()
                .follow(false);
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
