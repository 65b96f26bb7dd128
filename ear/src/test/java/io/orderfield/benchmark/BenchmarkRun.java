package io.orderfield.benchmark;

import static org.awaitility.Awaitility.await;

import io.orderfield.it.support.Api;
import io.orderfield.it.support.FieldWork;
import io.orderfield.it.support.LibertyProcess;
import io.orderfield.it.support.OrderDesk;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/**
 * Prints the figures of the running product; asserts none of them. {@code mvn -Pbenchmark verify}. One server on the
 * embedded database and broker, one client on the same two cores: compare ratios between runs, not rates.
 */
class BenchmarkRun {
    private static final int ROUNDS = 30;
    private static final int WARM_UP = 8;
    private static final Duration LIMIT = Duration.ofSeconds(60);
    private static final Duration POLL = Duration.ofMillis(20);

    @Test
    void printsTheFigures() throws Exception {
        LibertyProcess server =
                new LibertyProcess("benchmark", Map.of("DEMO_ENABLED", "true", "DEMO_PASSWORD", Api.PASSWORD));
        long begin = System.nanoTime();
        try (server) {
            server.start();
            row("server ready, first start with demo data", seconds(begin), "s", "30");
            server.close();
            begin = System.nanoTime();
            server.start();
            row("server ready, second start", seconds(begin), "s", "30");
            row("resident memory of the idle server", residentMegabytes(server), "MB", "700");
            lags(new Api(server.address()));
            WorkOrderLifeFigures.take(server, new Api(server.address()));
            row("resident memory after the rounds", residentMegabytes(server), "MB", "-");
        }
    }

    private void lags(Api api) {
        OrderDesk desk = new OrderDesk(api);
        FieldWork field = new FieldWork(api);
        String account = desk.accountWithLocations(4);
        List<String> locations = desk.locationsOf(account);
        List<Double> approval = new ArrayList<>();
        List<Double> note = new ArrayList<>();
        for (int i = 0; i < WARM_UP + ROUNDS; i++) {
            String order = api.post(
                            "agent",
                            "/customer-orders",
                            desk.order(
                                    account,
                                    List.of(
                                            desk.item("FIBER-INTERNET", locations.subList(0, 4), 1),
                                            desk.item("SITE-SURVEY", locations.subList(0, 1), 1))))
                    .getString("number");
            api.act("agent", "/customer-orders/{n}/placement", order);
            long begin = System.nanoTime();
            api.act("manager", "/customer-orders/{n}/approval", order);
            List<String> domainOrders = desk.domainOrders(order);
            domainOrders.forEach(d -> await().pollInterval(POLL)
                    .atMost(LIMIT)
                    .until(() -> api.get("agent", "/domain-orders/{n}", d).getList("workOrders.pending").stream()
                            .allMatch(Objects::isNull)));
            double confirmed = seconds(begin);
            String workOrder = desk.confirmedWorkOrders(order).get(0);
            String domainOrder =
                    api.get("dispatcher", "/work-orders/{n}", workOrder).getString("domainOrder");
            field.assign(workOrder);
            field.accept(workOrder);
            begin = System.nanoTime();
            field.startFirst(workOrder);
            await().pollInterval(POLL).atMost(LIMIT).until(() -> desk.notes(domainOrder).stream()
                    .anyMatch(n -> workOrder.equals(n.get("workOrder")) && "WORK_IN_PROGRESS".equals(n.get("state"))));
            if (i >= WARM_UP) {
                approval.add(confirmed);
                note.add(seconds(begin));
            }
        }
        row("approval of 5 items to all work orders confirmed, p50", percentile(approval, 50), "s", "-");
        row("approval of 5 items to all work orders confirmed, p95", percentile(approval, 95), "s", "1");
        row("state change to visible work note, p50", percentile(note, 50), "s", "-");
        row("state change to visible work note, p95", percentile(note, 95), "s", "1");
    }

    private static double percentile(List<Double> values, int percent) {
        List<Double> sorted = new ArrayList<>(values);
        Collections.sort(sorted);
        return sorted.get((int) Math.ceil(sorted.size() * percent / 100.0) - 1);
    }

    private static double seconds(long since) {
        return (System.nanoTime() - since) / 1e9;
    }

    /** Sum of VmRSS over the server's processes, in MB; Linux only. */
    private static double residentMegabytes(LibertyProcess server) throws IOException {
        long kilobytes = 0;
        for (ProcessHandle process : server.processes().toList()) {
            Path status = Path.of("/proc", String.valueOf(process.pid()), "status");
            if (Files.exists(status)) {
                kilobytes += Files.readAllLines(status).stream()
                        .filter(l -> l.startsWith("VmRSS:"))
                        .mapToLong(l -> Long.parseLong(l.replaceAll("\\D", "")))
                        .sum();
            }
        }
        return kilobytes / 1024.0;
    }

    private static void row(String what, double value, String unit, String goal) {
        System.out.printf(Locale.ROOT, "| %-58s | %8.2f %-2s | goal %s%n", what, value, unit, goal);
    }
}
