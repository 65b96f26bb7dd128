package io.orderfield.chaos;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.orderfield.it.support.Api;
import io.orderfield.it.support.Auditor;
import io.orderfield.it.support.ExternalBroker;
import io.orderfield.it.support.LibertyProcess;
import io.orderfield.it.support.OrderDesk;
import io.orderfield.it.support.Postgres;
import io.orderfield.it.support.SkewedClock;
import io.orderfield.it.support.Traffic;
import io.restassured.path.json.JsonPath;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.Test;

/**
 * The long form of the chaos suite: two servers whose clocks differ by a minute, on one PostgreSQL and one broker, under
 * mixed traffic, while messages come twice and late, and any of the processes dies at any moment. After each disaster an
 * order has to reach Field Service again; in the end both sides tell the same story, and everything that was accepted is
 * there. A report says what happened.
 */
class ChaosRun {
    private static final int KILLS = Integer.getInteger("chaos.kills", 20);
    private static final Duration OUTAGE = Duration.ofSeconds(Integer.getInteger("chaos.outage", 60));
    private static final long SEED =
            Long.getLong("chaos.seed", ThreadLocalRandom.current().nextLong(1_000_000));
    private static final Duration SKEW = Duration.ofMinutes(1);
    private static final Duration RECOVERY = Duration.ofSeconds(120);
    private static final double SHARE_OF_LATE_MESSAGES = 0.03;
    private static final Traffic.Pace PACE = new Traffic.Pace(400, Duration.ofSeconds(8), Duration.ofMillis(700));

    @Test
    void nothingIsLostDoubledOrOutOfOrder() {
        ChaosReport report = new ChaosReport(SEED, SKEW);
        Random random = new Random(SEED);
        try (Postgres database = new Postgres("chaos-long-postgres").start();
                ExternalBroker broker = new ExternalBroker("chaos-long-broker").start();
                LibertyProcess one = new LibertyProcess("chaos-one", settings(database, broker)).start();
                LibertyProcess two = new LibertyProcess("chaos-two", ahead(settings(database, broker))).start()) {
            assertThat(aheadOfUs(one)).isLessThan(SKEW.dividedBy(2));
            assertThat(aheadOfUs(two)).isGreaterThan(SKEW.dividedBy(2));
            List<LibertyProcess> servers = List.of(one, two);
            Traffic traffic =
                    Traffic.on(servers.stream().map(s -> new Api(s.address())).toList(), PACE);
            try (traffic;
                    BadNetwork network = new BadNetwork(database, SHARE_OF_LATE_MESSAGES)) {
                Victims victims = new Victims(database, broker, servers, OUTAGE, random);
                for (Disaster disaster : Disaster.drawn(KILLS, random)) {
                    pause(random);
                    report.happened(disaster, victims.befall(disaster));
                }
                report.counted("messages that came late", network.late());
                report.counted("messages that came again", network.doubled());
                report.deadlocks(victims.deadlocks());
            }
            report.traffic(traffic.counts());
            report.deadlocks(mentionsOfDeadlocks(one) + mentionsOfDeadlocks(two));
            Api api = new Api(one.address());
            Auditor auditor = new Auditor(api, RECOVERY);
            report.findings(auditor.findings(traffic));
            report.findings(leftOver(api));
            auditor.counts().forEach(report::counted);
        } finally {
            report.write();
        }
        assertThat(report.kills()).isGreaterThanOrEqualTo(KILLS);
        assertThat(report.problems()).isEmpty();
    }

    /** Dead letters and differences that a reconciliation finds; there must be none. */
    private static List<String> leftOver(Api api) {
        List<String> found = new ArrayList<>();
        api.get("admin", "/sync/dead-letters?size=200")
                .<Map<String, Object>>getList("")
                .forEach(letter -> found.add("dead letter: " + letter.get("type") + " " + letter.get("reason")));
        String number =
                api.act("admin", "/sync/reconciliation?dryRun={dry}", true).getString("number");
        JsonPath run = await().atMost(Duration.ofMinutes(5))
                .until(
                        () -> api.get("admin", "/sync/reconciliation/{number}", number),
                        r -> r.getString("finishedAt") != null);
        if (run.getInt("confirmed") > 0) {
            found.add("the reconciliation finds " + run.getMap("differences"));
        }
        return found;
    }

    private static int mentionsOfDeadlocks(LibertyProcess server) {
        return (int) server.log()
                .lines()
                .filter(l -> l.contains("deadlock detected"))
                .count();
    }

    /** How far the clock of a server is ahead, by the time stamp of an order. */
    private static Duration aheadOfUs(LibertyProcess server) {
        Api api = new Api(server.address());
        OrderDesk desk = new OrderDesk(api);
        String account = desk.accountWithLocations(1);
        Map<String, Object> item =
                desk.item("SITE-SURVEY", desk.locationsOf(account).subList(0, 1), 1);
        String created = api.post("agent", "/customer-orders", desk.order(account, List.of(item)))
                .getString("createdAt");
        return Duration.between(Instant.now(), Instant.parse(created));
    }

    private static void pause(Random random) {
        await().pollDelay(Duration.ofMillis(1 + random.nextInt(10_000)))
                .atMost(RECOVERY)
                .until(() -> true);
    }

    private static Map<String, String> settings(Postgres database, ExternalBroker broker) {
        Map<String, String> settings = new HashMap<>(database.settings());
        settings.putAll(broker.settings());
        settings.put("DEMO_ENABLED", "true");
        settings.put("DEMO_PASSWORD", Api.PASSWORD);
        settings.put("RECONCILIATION_GRACE_SECONDS", "10");
        return settings;
    }

    private static Map<String, String> ahead(Map<String, String> settings) {
        settings.put("JVM_ARGS", SkewedClock.argument(SKEW));
        return settings;
    }
}
