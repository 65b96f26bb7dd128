package io.orderfield.benchmark;

import io.orderfield.benchmark.SynchronizationFigures.Result;
import io.orderfield.it.support.Api;
import io.orderfield.it.support.ExternalBroker;
import io.orderfield.it.support.LibertyProcess;
import io.orderfield.it.support.Postgres;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Prints the figures of the running product; asserts none of them, but audits what they were measured on. {@code mvn
 * -Pbenchmark verify}, a part alone with {@code -Dgroups=}<i>tag</i>. Server, database, broker and client share the same
 * cores: compare ratios of one run, not rates. What each figure means is in docs/benchmark.md.
 */
class BenchmarkRun {
    private static final Map<String, String> LIMITED = Map.of("DEMO_ENABLED", "true", "DEMO_PASSWORD", Api.PASSWORD);

    /** Few users make all the load of the measurements, so nobody is held to a share. */
    private static final Map<String, String> DEMO = unlimited();

    private static final Path DIRECTORY = Path.of(System.getProperty("it.dir"));

    /** Also what a floor with a broker of its own takes its classes from. */
    private static Path brokerJars() {
        return new ExternalBroker("benchmark-floor-jars").jars();
    }

    @Test
    @Tag("lag")
    void printsStartAndLagsOnTheEmbeddedDatabase() throws Exception {
        try (LibertyProcess server = new LibertyProcess("benchmark", DEMO)) {
            StartFigures.take(server);
            LagFigures.take(new Api(server.address()));
            WorkOrderLifeFigures.take(server, new Api(server.address()));
            Figures.row("resident memory after the rounds", Figures.residentMegabytes(server), "MB", "-");
        }
    }

    @Test
    @Tag("large-order")
    void printsTheLargeOrderOnPostgres() {
        try (Postgres postgres = new Postgres("benchmark").start()) {
            Map<String, String> settings = new HashMap<>(DEMO);
            settings.putAll(postgres.settings());
            try (LibertyProcess server = new LibertyProcess("benchmark-postgres", settings)) {
                server.start();
                LargeOrderFigures.take(new Api(server.address()), server, postgres);
            }
        }
    }

    @Test
    @Tag("synchronization")
    void printsTheSynchronizationOnTheEmbeddedDatabaseAndBroker() {
        String name = "H2, embedded broker";
        Result result;
        try (LibertyProcess server = new LibertyProcess("benchmark-embedded", DEMO).start()) {
            Setup setup = new Setup().with("server", () -> Usage.of(server.processes()));
            result = new SynchronizationFigures(name, server.address(), setup).take();
        }
        Path home = DIRECTORY.resolve("benchmark-embedded-floor").toAbsolutePath();
        try (Floor floor = new Floor(name, home, brokerJars(), embeddedFloor(home))) {
            floor.compare(new Setup().with("floor", () -> Usage.ofTree(floor.handle())), result);
        }
    }

    @Test
    @Tag("synchronization")
    void printsTheSynchronizationOnPostgresAndAnExternalBroker() {
        String name = "PostgreSQL, external broker";
        try (Postgres postgres = new Postgres("benchmark-external-postgres").start();
                ExternalBroker broker = new ExternalBroker("benchmark-external-broker").start()) {
            Map<String, String> settings = new HashMap<>(DEMO);
            settings.putAll(postgres.settings());
            settings.putAll(broker.settings());
            Result result;
            try (LibertyProcess server = new LibertyProcess("benchmark-external", settings).start()) {
                Setup setup = shared(new Setup().with("server", () -> Usage.of(server.processes())), postgres, broker);
                SynchronizationFigures figures = new SynchronizationFigures(name, server.address(), setup);
                result = figures.take();
                figures.outage(broker, result);
            }
            Map<String, String> floorSettings = new HashMap<>(postgres.settings());
            floorSettings.putAll(broker.settings());
            floorSettings.put("BROKER_URL", broker.address());
            floorSettings.put("BROKER_USER", broker.settings().get("ARTEMIS_USER"));
            try (Floor floor = new Floor(
                    name,
                    DIRECTORY.resolve("benchmark-external-floor").toAbsolutePath(),
                    broker.jars(),
                    floorSettings)) {
                Setup setup = shared(new Setup().with("floor", () -> Usage.ofTree(floor.handle())), postgres, broker);
                floor.compare(setup, result);
            }
        }
    }

    @Test
    @Tag("way")
    void printsHowManyTypesAnApprovalPasses() throws Exception {
        int agent = LibertyProcess.freePort();
        try (LibertyProcess server = new LibertyProcess("benchmark-way", DEMO)) {
            server.with("JVM_ARGS", WayFigures.argument(agent)).start();
            WayFigures.take(new Api(server.address()), agent, DIRECTORY.resolveSibling("way-of-one-message.txt"));
        }
    }

    @Test
    @Tag("fairness")
    void printsWhatAnAgentFeelsOfABusyPartner() {
        try (LibertyProcess server = new LibertyProcess("benchmark-fairness", LIMITED).start()) {
            FairnessFigures.take(server);
        }
    }

    @Test
    @Tag("tables")
    void printsWhatLargeTablesTake() throws IOException {
        TableFigures.take();
    }

    private static Map<String, String> unlimited() {
        Map<String, String> settings = new HashMap<>(LIMITED);
        settings.putAll(Map.of("RATE_LIMIT_USER", "0", "RATE_LIMIT_ADDRESS", "0", "RATE_LIMIT_AT_WORK", "0"));
        return Map.copyOf(settings);
    }

    /** What the floor needs for a database and a broker in its own process, set as the product's are. */
    static Map<String, String> embeddedFloor(Path home) {
        return Map.of(
                "DB_URL",
                "jdbc:h2:file:" + home.resolve("h2")
                        + ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH;WRITE_DELAY=0;LOCK_TIMEOUT=10000",
                "DB_USER",
                "floor",
                "DB_PASSWORD",
                "",
                "BROKER_XML",
                Path.of(System.getProperty("server.template"), "broker.xml").toString(),
                "DATA_DIR",
                home.resolve("artemis").toString(),
                "ARTEMIS_PORT",
                "0",
                "BROKER_URL",
                "vm://0",
                "BROKER_USER",
                "orderfield",
                "ARTEMIS_PASSWORD",
                "floor-only-in-tests");
    }

    private static Setup shared(Setup setup, Postgres postgres, ExternalBroker broker) {
        return setup.with("broker", () -> Usage.ofTree(broker.process()))
                .with("PostgreSQL", () -> Usage.ofTree(postgres.postmaster()));
    }

    @AfterAll
    static void printsAllOnceMore() throws IOException {
        Figures.finish(DIRECTORY.resolveSibling("benchmark.txt").toAbsolutePath());
    }
}
