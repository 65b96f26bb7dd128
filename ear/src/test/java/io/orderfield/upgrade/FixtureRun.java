package io.orderfield.upgrade;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.orderfield.it.support.Api;
import io.orderfield.it.support.ExternalBroker;
import io.orderfield.it.support.LibertyProcess;
import io.orderfield.it.support.Postgres;
import jakarta.jms.Connection;
import jakarta.jms.Session;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Collections;
import java.util.Enumeration;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * Makes the fixture anew, with the server of another checkout in which {@code mvn -DskipTests verify} has run:
 * {@code mvn -DskipUnitTests -Dit.includes='**}{@code /FixtureRun.java' -Dit.house=<checkout> verify}. The server dies by
 * kill -9 while an order is on its way, and dies again until messages lie on the queues of both sides and in both outboxes.
 */
class FixtureRun {
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final int ITEMS = 150;
    private static final int TRIES = 8;

    @Test
    void h2() throws Exception {
        Path file = home("fixture-h2-server").resolve("data/h2/orderfield.mv.db");
        make("h2", Map.of(), () -> DriverManager.getConnection(h2(file), "orderfield", ""), database -> {
            copy(file.getParent(), database);
        });
    }

    @Test
    void postgres() throws Exception {
        try (Postgres postgres = new Postgres("fixture-postgres-database").start()) {
            make("postgres", postgres.settings(), postgres::connection, database -> {
                try (var connection = postgres.connection()) {
                    Tables.keep(connection, database);
                }
            });
        }
    }

    /** Opens a connection to the database, while no server has it open. */
    private interface Opened {
        java.sql.Connection open() throws SQLException;
    }

    /** Puts what the database holds into this folder. */
    private interface Kept {
        void into(Path folder) throws Exception;
    }

    private void make(String kind, Map<String, String> settings, Opened database, Kept kept) throws Exception {
        String name = "fixture-" + kind;
        try (ExternalBroker broker = new ExternalBroker(name + "-broker", House.USERS).start()) {
            server = new LibertyProcess(name + "-server", settings(broker, settings));
            die(broker, database);
            broker.stop();
            Path folder = home(name + "-packed");
            copy(home(name + "-broker").resolve("data"), folder.resolve(Fixture.BROKER));
            kept.into(folder.resolve(Fixture.DATABASE));
            broker.start();
            keepRecords(folder);
            Fixture.of(kind).pack(folder);
        }
    }

    private static String h2(Path file) {
        return "jdbc:h2:file:" + file.toString().replace(".mv.db", "")
                + ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH;IFEXISTS=TRUE";
    }

    private LibertyProcess server;

    @AfterEach
    void stop() {
        server.close();
    }

    /** Furnishes the house and kills it at a moment at which something is on its way everywhere. */
    private void die(ExternalBroker broker, Opened database) throws Exception {
        server.start();
        House house = house(broker);
        house.furnish();
        for (int attempt = 0; attempt < TRIES; attempt++) {
            String order = house.setOff(ITEMS);
            await().atMost(PATIENCE).until(() -> confirmed(order) > 0);
            server.kill();
            long unsentByOm = rows(database, "om.outbox");
            long unsentByFsm = rows(database, "fsm.outbox");
            int commands = waiting(broker, "fsm.work-order-commands");
            int events = waiting(broker, "om.work-order-events");
            if (unsentByOm > 0 && unsentByFsm > 0 && commands > 0 && events > 0) {
                assertThat(rows(database, "om.parked_entry")).isPositive();
                return;
            }
            server.start();
            house = house(broker);
        }
        throw new AssertionError("Never was something on its way everywhere");
    }

    private House house(ExternalBroker broker) {
        return new House(
                new Api(server.address()), broker.port(), broker.settings().get("ARTEMIS_PASSWORD"));
    }

    private int confirmed(String order) {
        return Integer.parseInt(new Api(server.address())
                .as("viewer")
                .queryParam("customerOrder", order)
                .queryParam("size", 1)
                .get("/work-orders")
                .header("X-Total-Count"));
    }

    /** Starts the same server again, and keeps what it says once everything has arrived. */
    private void keepRecords(Path folder) throws Exception {
        server.start();
        Api api = new Api(server.address());
        UpgradeIT.awaitRest(api);
        Files.write(folder.resolve(Fixture.RECORDS), Records.bytes(Records.of(api)));
        server.close();
    }

    private static Map<String, String> settings(ExternalBroker broker, Map<String, String> database) {
        Map<String, String> settings = new HashMap<>(broker.settings());
        settings.putAll(database);
        settings.put("DEMO_ENABLED", "true");
        settings.put("DEMO_PASSWORD", Api.PASSWORD);
        settings.put("RECONCILIATION_TIME", "off");
        return settings;
    }

    private static long rows(Opened database, String table) throws SQLException {
        try (var connection = database.open();
                Statement statement = connection.createStatement();
                ResultSet count = statement.executeQuery("select count(*) from " + table)) {
            count.next();
            return count.getLong(1);
        }
    }

    private static int waiting(ExternalBroker broker, String queue) throws Exception {
        try (Connection connection = House.connect(
                broker.port(), House.APPLICATION, broker.settings().get("ARTEMIS_PASSWORD"))) {
            Session session = connection.createSession(Session.AUTO_ACKNOWLEDGE);
            Enumeration<?> messages =
                    session.createBrowser(session.createQueue(queue)).getEnumeration();
            return Collections.list(messages).size();
        }
    }

    private static Path home(String name) {
        return Path.of(System.getProperty("it.dir"), name);
    }

    private static void copy(Path from, Path to) throws Exception {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : (Iterable<Path>) files.filter(Files::isRegularFile)::iterator) {
                Path target = to.resolve(from.relativize(file).toString());
                Files.createDirectories(target.getParent());
                Files.copy(file, target, StandardCopyOption.REPLACE_EXISTING);
            }
        }
    }
}
