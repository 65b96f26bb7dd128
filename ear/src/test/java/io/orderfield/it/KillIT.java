package io.orderfield.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.orderfield.it.support.Api;
import io.orderfield.it.support.FieldWork;
import io.orderfield.it.support.LibertyProcess;
import io.orderfield.it.support.OrderDesk;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

/**
 * The server dies by kill -9 while people approve orders and technicians work, and comes back on the same data: every
 * accepted approval has exactly its work orders, and every entry of Field Service exactly one note, in order.
 */
class KillIT {
    private static final Duration RECOVERY = Duration.ofSeconds(90);
    private static final int APPROVERS = 3;

    private final Queue<String> accepted = new ConcurrentLinkedQueue<>();
    private final AtomicBoolean loaded = new AtomicBoolean(true);

    @Test
    void losesNothingAndDoublesNothingWhenTheServerIsKilledUnderLoad() throws Exception {
        try (LibertyProcess server =
                new LibertyProcess("killed", Map.of("DEMO_ENABLED", "true", "DEMO_PASSWORD", Api.PASSWORD))) {
            server.start();
            underLoad(server, 12);
            server.kill();
            stopLoad();
            int acceptedBeforeTheKill = accepted.size();
            server.start();
            assertThat(acceptedBeforeTheKill).isGreaterThanOrEqualTo(12);
            Api api = new Api(server.address());
            OrderDesk desk = new OrderDesk(api);
            for (String order : accepted) {
                audit(api, desk, order);
            }
        }
    }

    private ExecutorService people;

    private void underLoad(LibertyProcess server, int orders) {
        Api api = new Api(server.address());
        OrderDesk desk = new OrderDesk(api);
        FieldWork field = new FieldWork(api);
        String account = desk.accountWithLocations(2);
        Map<String, Object> order = desk.order(
                account,
                List.of(
                        desk.item("FIBER-INTERNET", desk.locationsOf(account).subList(0, 2), 1),
                        desk.item("MANAGED-WIFI", desk.locationsOf(account).subList(0, 1), 3)));
        people = Executors.newFixedThreadPool(APPROVERS + 1);
        for (int i = 0; i < APPROVERS; i++) {
            people.execute(
                    () -> whileLoaded(() -> accepted.add(desk.approved(order).getString("number"))));
        }
        people.execute(() -> whileLoaded(() -> api
                .as("dispatcher")
                .queryParam("state", "QUALIFIED")
                .get("/work-orders")
                .jsonPath()
                .getList("number", String.class)
                .stream()
                .limit(5)
                .forEach(field::doAll)));
        await().atMost(RECOVERY).until(() -> accepted.size() >= orders);
    }

    private void whileLoaded(Runnable work) {
        while (loaded.get()) {
            try {
                work.run();
            } catch (Exception | AssertionError died) {
                // the server went away under this call: nobody knows whether it was accepted, so it is not counted
                if (Thread.currentThread().isInterrupted()) {
                    return;
                }
            }
        }
    }

    private void stopLoad() throws InterruptedException {
        loaded.set(false);
        people.shutdownNow();
        assertThat(people.awaitTermination(90, TimeUnit.SECONDS)).isTrue();
    }

    private void audit(Api api, OrderDesk desk, String order) {
        List<String> domainOrders = desk.domainOrders(order);
        assertThat(domainOrders).as(order).isNotEmpty();
        for (String domainOrder : domainOrders) {
            await(domainOrder).atMost(RECOVERY).untilAsserted(() -> {
                List<Map<String, Object>> links =
                        api.get("agent", "/domain-orders/{n}", domainOrder).getList("workOrders");
                List<Map<String, Object>> made = api.as("dispatcher")
                        .queryParam("domainOrder", domainOrder)
                        .queryParam("size", 200)
                        .get("/work-orders")
                        .jsonPath()
                        .getList("");
                assertThat(links).allMatch(l -> l.get("pending") == null);
                assertThat(states(links)).isEqualTo(states(made)).hasSize(links.size());
                for (Map<String, Object> link : links) {
                    everyEntryOnce(api, desk, domainOrder, (String) link.get("number"));
                }
            });
        }
    }

    private static Map<Object, Object> states(List<Map<String, Object>> records) {
        Map<Object, Object> states = new HashMap<>();
        records.forEach(r -> states.put(r.get("number"), r.get("state")));
        assertThat(states).hasSameSizeAs(records);
        return states;
    }

    private static void everyEntryOnce(Api api, OrderDesk desk, String domainOrder, String workOrder) {
        List<Object> entries = new ArrayList<>();
        api.get("dispatcher", "/work-orders/{n}/activity?size=200", workOrder)
                .<Map<String, Object>>getList("")
                .forEach(e -> entries.add(e.get("kind") + " " + e.get("state")));
        List<Object> notes = new ArrayList<>();
        desk.notes(domainOrder).stream()
                .filter(n -> workOrder.equals(n.get("workOrder")) && "field-service".equals(n.get("channel")))
                .forEach(n -> notes.add(n.get("kind") + " " + n.get("state")));
        assertThat(notes).as(workOrder).isEqualTo(entries);
    }
}
