package io.orderfield.benchmark;

import io.orderfield.it.support.Api;
import io.orderfield.it.support.LibertyProcess;
import io.orderfield.it.support.OrderDesk;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Whole lives of work orders in the field, six state changes each through the API: assign, accept, travel, arrive, start,
 * complete. How many lives a second, and how much processor time of the server each change costs, with its message to Order
 * Management and the note there.
 */
final class WorkOrderLifeFigures {
    private static final int CHANGES = 6;
    private static final int CLIENTS = 4;
    private static final int ORDERS = 12;
    private static final int WARM_UP = 16;

    private final Api api;
    private final OrderDesk desk;
    private Instant visit = Instant.now().truncatedTo(ChronoUnit.HOURS).plus(10, ChronoUnit.DAYS);

    private WorkOrderLifeFigures(Api api) {
        this.api = api;
        this.desk = new OrderDesk(api);
    }

    static void take(LibertyProcess server, Api api) throws Exception {
        WorkOrderLifeFigures figures = new WorkOrderLifeFigures(api);
        List<String> workOrders = figures.workOrders();
        figures.live(workOrders.subList(0, WARM_UP));
        List<String> measured = workOrders.subList(WARM_UP, workOrders.size());
        Duration before = processorTime(server);
        long begin = System.nanoTime();
        figures.live(measured);
        double seconds = (System.nanoTime() - begin) / 1e9;
        double cpu = processorTime(server).minus(before).toNanos() / 1e6;
        row("life cycles of work orders, 6 state changes each, 4 clients", measured.size() / seconds, "/s");
        row("processor time of the server for each of these changes", cpu / (measured.size() * CHANGES), "ms");
    }

    /** Qualified work orders, each with one task. */
    private List<String> workOrders() {
        String account = desk.accountWithLocations(4);
        List<String> locations = desk.locationsOf(account).subList(0, 4);
        List<String> workOrders = new ArrayList<>();
        for (int i = 0; i < ORDERS; i++) {
            String order = desk.approved(desk.order(account, List.of(desk.item("SITE-SURVEY", locations, 1))))
                    .getString("number");
            workOrders.addAll(desk.confirmedWorkOrders(order));
        }
        workOrders.stream()
                .filter(w -> "AWAITING_QUALIFICATION"
                        .equals(api.get("dispatcher", "/work-orders/{n}", w).getString("state")))
                .forEach(w -> api.act("dispatcher", "/work-orders/{n}/qualification", w));
        return workOrders;
    }

    private void live(List<String> workOrders) throws Exception {
        ExecutorService clients = Executors.newFixedThreadPool(CLIENTS);
        try {
            List<Callable<Void>> lives = new ArrayList<>();
            for (String workOrder : workOrders) {
                visit = visit.plus(2, ChronoUnit.HOURS);
                Instant start = visit;
                lives.add(() -> live(workOrder, start));
            }
            for (Future<Void> life : clients.invokeAll(lives)) {
                life.get();
            }
        } finally {
            clients.shutdownNow();
        }
    }

    private Void live(String workOrder, Instant start) {
        String task = api.get("dispatcher", "/work-orders/{n}", workOrder).getString("tasks[0].number");
        api.post(
                "dispatcher",
                "/work-order-tasks/{n}/assignment",
                Map.of(
                        "technician",
                        "technician",
                        "scheduledStart",
                        start.toString(),
                        "scheduledEnd",
                        start.plus(1, ChronoUnit.HOURS).toString(),
                        "override",
                        true,
                        "overrideReason",
                        "benchmark"),
                task);
        for (String step : List.of("acceptance", "travel", "arrival", "start")) {
            api.act("technician", "/work-order-tasks/{n}/" + step, task);
        }
        api.post("technician", "/work-order-tasks/{n}/completion", Map.of("closeCode", "incomplete"), task);
        return null;
    }

    private static Duration processorTime(LibertyProcess server) {
        return server.processes()
                .map(p -> p.info().totalCpuDuration().orElse(Duration.ZERO))
                .reduce(Duration.ZERO, Duration::plus);
    }

    private static void row(String what, double value, String unit) {
        Figures.row(what, value, unit, "-");
    }
}
