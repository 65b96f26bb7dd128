package io.orderfield.benchmark;

import io.orderfield.it.support.Api;
import io.orderfield.it.support.LibertyProcess;
import io.orderfield.it.support.Postgres;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * Prints the figures of the running product; asserts none of them. {@code mvn -Pbenchmark verify}. Server, database and
 * client share the same two cores: compare ratios between runs, not rates.
 */
class BenchmarkRun {
    private static final Map<String, String> DEMO = Map.of("DEMO_ENABLED", "true", "DEMO_PASSWORD", Api.PASSWORD);

    @Test
    void printsStartAndLagsOnTheEmbeddedDatabase() throws Exception {
        try (LibertyProcess server = new LibertyProcess("benchmark", DEMO)) {
            StartFigures.take(server);
            LagFigures.take(new Api(server.address()));
            WorkOrderLifeFigures.take(server, new Api(server.address()));
            Figures.row("resident memory after the rounds", Figures.residentMegabytes(server), "MB", "-");
        }
    }

    @Test
    void printsTheLargeOrderOnPostgres() {
        try (Postgres postgres = new Postgres("benchmark").start()) {
            Map<String, String> settings = new HashMap<>(DEMO);
            settings.putAll(postgres.settings());
            try (LibertyProcess server = new LibertyProcess("benchmark-postgres", settings)) {
                server.start();
                LargeOrderFigures.take(new Api(server.address()), server);
            }
        }
    }
}
