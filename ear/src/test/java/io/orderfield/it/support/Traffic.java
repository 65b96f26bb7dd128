package io.orderfield.it.support;

import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * People at work, all at once: managers approve orders, an agent changes items in flight and cancels some, a dispatcher and
 * a technician work. A call that dies with the server is not counted, since nobody knows whether it was accepted; what was
 * accepted is remembered.
 */
public final class Traffic implements AutoCloseable {
    private static final int APPROVERS = 3;
    private static final int MOST_ORDERS = 150;

    private final Queue<String> approved = new ConcurrentLinkedQueue<>();
    private final Map<String, Integer> changedItems = new ConcurrentHashMap<>();
    private final Queue<String> canceledItems = new ConcurrentLinkedQueue<>();
    private final AtomicBoolean running = new AtomicBoolean(true);
    private final ExecutorService people = Executors.newFixedThreadPool(APPROVERS + 2);
    private final Api api;
    private final OrderDesk desk;
    private final FieldWork field;

    private Traffic(Api api) {
        this.api = api;
        this.desk = new OrderDesk(api);
        this.field = new FieldWork(api);
    }

    /** Starts it; it ends with {@link #close} and after a bounded number of orders. */
    public static Traffic on(Api api) {
        Traffic traffic = new Traffic(api);
        Map<String, Object> order = traffic.anOrder();
        for (int i = 0; i < APPROVERS; i++) {
            traffic.people.execute(() -> traffic.whileRunning(() -> traffic.approve(order)));
        }
        traffic.people.execute(() -> traffic.whileRunning(traffic::changeOrCancel));
        traffic.people.execute(() -> traffic.whileRunning(traffic::workInTheField));
        return traffic;
    }

    private Map<String, Object> anOrder() {
        String account = desk.accountWithLocations(2);
        List<String> locations = desk.locationsOf(account);
        return desk.order(
                account,
                List.of(
                        desk.item("FIBER-INTERNET", locations.subList(0, 2), 1),
                        desk.item("MANAGED-WIFI", locations.subList(0, 1), 3)));
    }

    private void approve(Map<String, Object> order) {
        if (approved.size() >= MOST_ORDERS) {
            running.set(false);
            return;
        }
        approved.add(desk.approved(order).getString("number"));
    }

    private void changeOrCancel() {
        String order = random(List.copyOf(approved));
        if (order == null) {
            return;
        }
        String item = random(api.get("agent", "/customer-orders/{n}", order).getList("lineItems.number", String.class));
        if (item == null) {
            return;
        }
        if (ThreadLocalRandom.current().nextInt(6) == 0) {
            int status = api.as("agent")
                    .body(Map.of("reason", "The customer changed their mind"))
                    .post("/line-items/{n}/cancellation", item)
                    .statusCode();
            if (status == 200) {
                canceledItems.add(item);
            }
            return;
        }
        var answer = api.as("agent")
                .body(Map.of(
                        "specialInstructions",
                        "Call " + ThreadLocalRandom.current().nextInt(1_000_000)))
                .patch("/line-items/{n}", item);
        if (answer.statusCode() == 200) {
            changedItems.merge(item, answer.jsonPath().getInt("version"), Math::max);
        }
    }

    private void workInTheField() {
        api
                .as("dispatcher")
                .queryParam("state", "QUALIFIED")
                .get("/work-orders")
                .jsonPath()
                .getList("number", String.class)
                .stream()
                .limit(5)
                .forEach(field::doAll);
    }

    private static String random(List<String> of) {
        return of.isEmpty() ? null : of.get(ThreadLocalRandom.current().nextInt(of.size()));
    }

    private void whileRunning(Runnable work) {
        while (running.get()) {
            try {
                work.run();
            } catch (Exception | AssertionError died) {
                // the server went away under this call, or refused it: nothing that has to be found later
                if (Thread.currentThread().isInterrupted()) {
                    return;
                }
            }
        }
    }

    /** Orders whose approval was accepted. */
    public List<String> approved() {
        return List.copyOf(approved);
    }

    /** Items whose cancellation was accepted. */
    public List<String> canceledItems() {
        return List.copyOf(canceledItems);
    }

    /** The highest version that an accepted change gave to each item. */
    public Map<String, Integer> changedItems() {
        return Map.copyOf(changedItems);
    }

    /** Ends it: calls under way are finished or die. */
    @Override
    public void close() {
        running.set(false);
        people.shutdownNow();
        try {
            if (!people.awaitTermination(90, TimeUnit.SECONDS)) {
                throw new AssertionError("the traffic did not end");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
