package io.orderfield.benchmark;

import static org.awaitility.Awaitility.await;

import io.orderfield.it.support.Api;
import io.orderfield.it.support.FieldWork;
import io.orderfield.it.support.OrderDesk;
import io.restassured.path.json.JsonPath;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

/** State changes of work orders by the API, and their notes on the other side. */
final class StateChanges {
    private static final int ORDERS = 16;
    private static final int WORK_ORDERS_PER_ORDER = 4;
    private static final Duration PATIENCE = Duration.ofSeconds(180);

    private final Api api;
    private final KeepAliveClient technician;
    private final KeepAliveClient agent;
    private final List<FieldTask> tasks = new ArrayList<>();
    private final Map<String, Instant> planned = new HashMap<>();
    private final Map<String, Instant> recorded = new HashMap<>();
    private final AtomicInteger ordinals = new AtomicInteger();

    StateChanges(String address) {
        this.api = new Api(address);
        OrderDesk desk = new OrderDesk(api);
        FieldWork field = new FieldWork(api);
        String account = desk.accountWithLocations(WORK_ORDERS_PER_ORDER);
        List<String> locations = desk.locationsOf(account).subList(0, WORK_ORDERS_PER_ORDER);
        List<String> orders = new ArrayList<>();
        for (int i = 0; i < ORDERS; i++) {
            orders.add(desk.approved(desk.order(account, List.of(desk.item("SITE-SURVEY", locations, 1))))
                    .getString("number"));
        }
        for (String order : orders) {
            for (String workOrder : desk.confirmedWorkOrders(order)) {
                field.assign(workOrder);
                field.accept(workOrder);
                field.startFirst(workOrder);
                JsonPath made = api.get("dispatcher", "/work-orders/{n}", workOrder);
                tasks.add(new FieldTask(
                        workOrder,
                        made.getString("domainOrder"),
                        made.getString("tasks[0].number"),
                        made.getString("tasks[0].checklist[0].id")));
            }
        }
        technician = new KeepAliveClient(address, FieldWork.TECHNICIAN);
        agent = new KeepAliveClient(address, "agent");
        awaitQuiet();
        tasks.forEach(t -> t.beginAudit(agent));
    }

    /**
     * Changes of one measurement, all of them noted.
     *
     * @param lags milliseconds from the planned time to the time of record, in the order of planning
     * @param noted when the last was recorded
     */
    record Round(List<Double> lags, Instant begin, Instant noted) {
        double perSecond() {
            return lags.size() / (Duration.between(begin, noted).toMillis() / 1000.0);
        }

        /** Whether the lag grew: its median in the last third is that much above the one in the first. */
        boolean grewBy(double millis) {
            int third = lags.size() / 3;
            return Figures.percentile(lags.subList(2 * third, lags.size()), 50)
                            - Figures.percentile(lags.subList(0, third), 50)
                    > millis;
        }
    }

    /** As many as go through: so many changes are under way all the time. */
    Round saturate(int underWay, Duration length) {
        Instant begin = Instant.now();
        AtomicBoolean running = new AtomicBoolean(true);
        List<String> traces = new ArrayList<>();
        List<CompletableFuture<Void>> clients = new ArrayList<>();
        for (int i = 0; i < underWay; i++) {
            clients.add(repeat(i, underWay, running, traces));
        }
        CompletableFuture.delayedExecutor(length.toMillis(), TimeUnit.MILLISECONDS)
                .execute(() -> running.set(false));
        allOf(clients);
        return noted(begin, traces);
    }

    private CompletableFuture<Void> repeat(int task, int step, AtomicBoolean running, List<String> traces) {
        return change(tasks.get(task), Instant.now(), traces)
                .thenCompose(answered -> running.get()
                        ? repeat((task + step) % tasks.size(), step, running, traces)
                        : CompletableFuture.completedFuture(null));
    }

    /** By a timetable, and waits until all are noted. */
    Round at(double rate, Duration length) {
        return noted(begin(rate, length));
    }

    /** What was begun by a timetable. */
    record Begun(Instant begin, List<String> traces, List<CompletableFuture<Void>> answers) {}

    /** By a timetable; neither answers nor notes are awaited. */
    Begun begin(double rate, Duration length) {
        Begun begun = new Begun(Instant.now(), new ArrayList<>(), new ArrayList<>());
        OpenLoop.run(
                rate, length, (i, at) -> begun.answers().add(change(tasks.get(i % tasks.size()), at, begun.traces())));
        return begun;
    }

    /** Waits until the last changes are noted, with a handful of reads. */
    void awaitLastOf(Begun begun) {
        allOf(begun.answers());
        String last = begun.traces().get(begun.traces().size() - 1);
        FieldTask task = tasks.get((begun.traces().size() - 1) % tasks.size());
        await().pollInterval(Duration.ofMillis(200)).atMost(PATIENCE).until(() -> task.shows(agent, last));
    }

    Round noted(Begun begun) {
        allOf(begun.answers());
        return noted(begun.begin(), begun.traces());
    }

    /** Calls by a timetable that Order Management is not told of; returns how many. */
    int ticks(double rate, Duration length) {
        List<CompletableFuture<Void>> answers = new ArrayList<>();
        int count = OpenLoop.run(
                rate, length, (i, at) -> answers.add(tasks.get(i % tasks.size()).tick(technician, nextTrace())));
        allOf(answers);
        return count;
    }

    private CompletableFuture<Void> change(FieldTask task, Instant at, List<String> traces) {
        String trace = nextTrace();
        synchronized (planned) {
            planned.put(trace, at);
            traces.add(trace);
        }
        return task.change(technician, trace);
    }

    /** Polls like a reader of the activity until it shows the next change of this task; milliseconds after its plan. */
    double sightOf(int task) {
        FieldTask watched = tasks.get(task % tasks.size());
        Instant at = Instant.now();
        List<String> traces = new ArrayList<>();
        change(watched, at, traces);
        await().pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofMillis(5))
                .atMost(PATIENCE)
                .until(() -> watched.shows(agent, traces.get(0)));
        return Duration.between(at, Instant.now()).toNanos() / 1e6;
    }

    /** Fails unless every change so far is exactly one note, in order. */
    void audit() {
        readNotes();
        tasks.forEach(FieldTask::audit);
    }

    /** How many changes were made since the start. */
    int count() {
        return planned.size();
    }

    private Round noted(Instant begin, List<String> traces) {
        await().pollDelay(Duration.ofMillis(300))
                .pollInterval(Duration.ofMillis(300))
                .atMost(PATIENCE)
                .until(this::readNotes);
        List<Double> lags = new ArrayList<>();
        Instant last = begin;
        for (String trace : traces) {
            Instant at = recorded.get(trace);
            lags.add(Duration.between(planned.get(trace), at).toNanos() / 1e6);
            last = at.isAfter(last) ? at : last;
        }
        return new Round(lags, begin, last);
    }

    /** When the notes of these changes were recorded, in order of record. */
    List<Instant> recorded(Begun begun) {
        return begun.traces().stream().map(recorded::get).sorted().toList();
    }

    private boolean readNotes() {
        tasks.stream().filter(t -> !t.isNoted()).forEach(t -> t.readNotes(agent, recorded));
        return tasks.stream().allMatch(FieldTask::isNoted);
    }

    private void awaitQuiet() {
        await().atMost(PATIENCE).until(() -> {
            JsonPath sync = api.get("admin", "/sync");
            return sync.getList("sides.outboxDepth").stream().allMatch(d -> ((Number) d).longValue() == 0)
                    && sync.getList("queues.depth").stream().allMatch(d -> ((Number) d).longValue() == 0);
        });
    }

    private String nextTrace() {
        return String.format("%032x", 0x0f00000000L + ordinals.incrementAndGet());
    }

    private static void allOf(List<CompletableFuture<Void>> answers) {
        CompletableFuture.allOf(answers.toArray(CompletableFuture[]::new))
                .orTimeout(PATIENCE.toSeconds(), TimeUnit.SECONDS)
                .join();
    }
}
