package io.orderfield.chaos;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.awaitility.Awaitility.await;

import io.orderfield.it.support.Api;
import io.orderfield.it.support.Auditor;
import io.orderfield.it.support.Disorder;
import io.orderfield.it.support.ExternalBroker;
import io.orderfield.it.support.LibertyProcess;
import io.orderfield.it.support.OrderDesk;
import io.orderfield.it.support.Postgres;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.awaitility.core.ConditionTimeoutException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * The auditor bites. The application as it ships comes well through each trouble; a test variant of it that lacks the guard
 * against just that trouble does not, and the audit says so.
 */
class GuardsRun {
    private static final Duration RECOVERY = Duration.ofSeconds(60);
    private static final Duration AT_REST = Duration.ofSeconds(3);

    private static Postgres database;
    private static ExternalBroker broker;

    @BeforeAll
    static void start() {
        database = new Postgres("guards-postgres").start();
        broker = new ExternalBroker("guards-broker").start();
    }

    @AfterAll
    static void stop() {
        broker.close();
        database.close();
    }

    @Test
    void theShippedApplicationComesThroughEveryTrouble() {
        try (LibertyProcess server = new LibertyProcess("guards-shipped", settings()).start()) {
            for (Trouble trouble : Trouble.values()) {
                Trouble.Harm harm = trouble.befall(place(server));
                Auditor auditor = new Auditor(new Api(server.address()), RECOVERY);
                assertThatCode(() -> harm.lookFor(auditor)).as(trouble.name()).doesNotThrowAnyException();
                await(trouble + " has no late harm")
                        .during(AT_REST)
                        .atMost(RECOVERY)
                        .until(() -> !isSeen(harm, server));
            }
        }
    }

    @ParameterizedTest
    @EnumSource(Trouble.class)
    void theAuditFailsWithoutTheGuardAgainst(Trouble trouble) {
        Path variant = TestVariant.with(trouble.guardAway());
        try (LibertyProcess server = new LibertyProcess("guards-" + trouble, settings(), variant).start()) {
            Trouble.Harm harm = trouble.befall(place(server));
            await("the harm of " + trouble).atMost(RECOVERY).until(() -> isSeen(harm, server));
        }
    }

    private static boolean isSeen(Trouble.Harm harm, LibertyProcess server) {
        try {
            harm.lookFor(new Auditor(new Api(server.address()), AT_REST));
            return false;
        } catch (AssertionError | ConditionTimeoutException seen) {
            return true;
        }
    }

    private static Trouble.Place place(LibertyProcess server) {
        Api api = new Api(server.address());
        return new Trouble.Place(api, new OrderDesk(api), new Disorder(database), broker, database);
    }

    private static Map<String, String> settings() {
        Map<String, String> settings = new HashMap<>(database.settings());
        settings.putAll(broker.settings());
        settings.put("DEMO_ENABLED", "true");
        settings.put("DEMO_PASSWORD", Api.PASSWORD);
        return settings;
    }
}
