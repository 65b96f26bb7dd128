package io.orderfield.upgrade;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.orderfield.it.own.OwnServer;
import io.orderfield.it.support.Api;
import io.orderfield.it.support.Auditor;
import io.orderfield.it.support.LibertyProcess;
import io.orderfield.it.support.Postgres;
import io.restassured.path.json.JsonPath;
import jakarta.jms.Connection;
import jakarta.jms.MessageConsumer;
import jakarta.jms.Session;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * This build moves into a house that commit f8f9984 left by kill -9: database and broker with orders, work orders in every
 * state, unsent messages, messages on the queues, parked entries, dead letters, a photo, notes stored in English, users, a
 * subscription with events. Every list and record answers as it did then, and what was on its way arrives.
 */
@OwnServer
class UpgradeIT {
    private static final Duration PATIENCE = Duration.ofSeconds(120);

    @TempDir
    private Path folder;

    @Test
    void movesIntoTheHouseOnH2() {
        Path house = Fixture.of("h2").unpack(folder);
        try (LibertyProcess server = new LibertyProcess("upgrade-h2", settings())) {
            move(house.resolve(Fixture.BROKER), server.data().resolve("artemis"));
            move(house.resolve(Fixture.DATABASE), server.data().resolve("h2"));
            server.start();
            isAtHome(server, house);
        }
    }

    @Test
    void movesIntoTheHouseOnPostgres() throws Exception {
        Path house = Fixture.of("postgres").unpack(folder);
        try (Postgres postgres = new Postgres("upgrade-postgres-database").start()) {
            Map<String, String> settings = settings();
            settings.putAll(postgres.settings());
            try (var connection = postgres.connection()) {
                Tables.restore(postgres.settings().get("DB_URL"), connection, house.resolve(Fixture.DATABASE));
            }
            try (LibertyProcess server = new LibertyProcess("upgrade-postgres", settings)) {
                move(house.resolve(Fixture.BROKER), server.data().resolve("artemis"));
                server.start();
                isAtHome(server, house);
            }
        }
    }

    private static void isAtHome(LibertyProcess server, Path house) {
        Api api = new Api(server.address());
        awaitRest(api);
        try {
            JsonNode then =
                    new ObjectMapper().readTree(house.resolve(Fixture.RECORDS).toFile());
            Map<String, JsonNode> now = new HashMap<>(Records.of(api));
            assertThat(Difference.between(then, now)).isEmpty();
            theSubscriptionHasItsEvents(server);
        } catch (Exception e) {
            throw new AssertionError(e);
        }
        whatWasOnItsWayArrived(api);
        theUserSignsIn(api);
    }

    private static void whatWasOnItsWayArrived(Api api) {
        Auditor auditor = new Auditor(api, PATIENCE);
        List<String> underWay = api.as("viewer")
                .queryParam("size", 200)
                .get("/customer-orders")
                .jsonPath()
                .getList(
                        "findAll { it.externalReference?.startsWith('" + House.UNDER_WAY + "') }.number", String.class);
        assertThat(underWay).isNotEmpty();
        underWay.forEach(auditor::audit);
    }

    private static void theUserSignsIn(Api api) {
        api.anonymous()
                .auth()
                .preemptive()
                .basic(House.USER, House.USER_PASSWORD)
                .get("/customer-orders")
                .then()
                .statusCode(200);
    }

    private static void theSubscriptionHasItsEvents(LibertyProcess server) throws Exception {
        try (Connection connection = House.connect(server.brokerPort(), "integrator", "integrator-before")) {
            Session session = connection.createSession(Session.AUTO_ACKNOWLEDGE);
            MessageConsumer events =
                    session.createDurableSubscriber(session.createTopic("om.events"), House.SUBSCRIPTION);
            for (int i = 0; i < 10; i++) {
                assertThat(events.receive(PATIENCE.toMillis())).as("event " + i).isNotNull();
            }
        }
    }

    /** Returns when nothing is on its way between the two sides. */
    static void awaitRest(Api api) {
        await().atMost(PATIENCE).pollInterval(Duration.ofSeconds(1)).until(() -> {
            JsonPath sync = api.get("admin", "/sync");
            boolean quiet = sync.<Integer>getList("sides.outboxDepth").stream().allMatch(n -> n == 0)
                    && sync.<Map<String, Object>>getList("queues").stream()
                            .filter(q -> !"DLQ".equals(q.get("queue")))
                            .allMatch(q -> Integer.valueOf(0).equals(q.get("depth")));
            return quiet
                    && "0"
                            .equals(api.as("admin")
                                    .queryParam("pending", true)
                                    .queryParam("size", 1)
                                    .get("/domain-orders")
                                    .header("X-Total-Count"));
        });
    }

    private static Map<String, String> settings() {
        Map<String, String> settings = new HashMap<>();
        settings.put("ARTEMIS_USERS", House.USERS);
        settings.put("RECONCILIATION_TIME", "off");
        return settings;
    }

    private static void move(Path from, Path to) {
        try {
            Files.createDirectories(to.getParent());
            try (var files = Files.walk(from)) {
                for (Path file : (Iterable<Path>) files.filter(Files::isRegularFile)::iterator) {
                    Path target = to.resolve(from.relativize(file).toString());
                    Files.createDirectories(target.getParent());
                    Files.move(file, target);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
