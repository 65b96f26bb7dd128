package io.orderfield.it.support;

import static java.util.concurrent.TimeUnit.MILLISECONDS;

import io.restassured.path.json.JsonPath;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/**
 * People at work, all at once, each time at any of the servers: managers approve orders and close what can be closed, an
 * agent changes items in flight and cancels some, people on both sides write notes, a dispatcher and a technician work. A
 * call that dies with the server is not counted, since nobody knows whether it was accepted; what was accepted is
 * remembered.
 */
public final class Traffic implements AutoCloseable {
    private static final int APPROVERS = 3;
    private static final Duration AT_ONCE = Duration.ofMillis(10);

    /** How much work there is at most. */
    public record Pace(int mostOrders, Duration betweenApprovals, Duration betweenOthers) {
        /** As fast as the servers allow. */
        public static final Pace FAST = new Pace(150, AT_ONCE, AT_ONCE);

        /** Calls under way at every moment, and few enough orders that an audit of them is soon done. */
        public static final Pace STEADY = new Pace(24, Duration.ofSeconds(2), Duration.ofMillis(200));
    }

    /** A note that was shared with Field Service, and the work orders that were open before and after it was written. */
    public record SharedNote(String domainOrder, String text, Set<String> workOrders) {}

    /** One server, as people see it. */
    private record Node(Api api, OrderDesk desk, FieldWork field) {
        Node(Api api) {
            this(api, new OrderDesk(api), new FieldWork(api));
        }
    }

    private final Queue<String> approved = new ConcurrentLinkedQueue<>();
    private final Map<String, Integer> changedItems = new ConcurrentHashMap<>();
    private final Queue<String> canceledItems = new ConcurrentLinkedQueue<>();
    private final Queue<String> completedWorkOrders = new ConcurrentLinkedQueue<>();
    private final Queue<String> closedDomainOrders = new ConcurrentLinkedQueue<>();
    private final Queue<SharedNote> sharedNotes = new ConcurrentLinkedQueue<>();
    private final AtomicInteger fieldNotes = new AtomicInteger();
    private final AtomicInteger died = new AtomicInteger();
    private final AtomicBoolean running = new AtomicBoolean(true);
    private final ScheduledExecutorService people = Executors.newScheduledThreadPool(APPROVERS + 4);
    private final List<Node> nodes;
    private final Map<String, Object> order;

    private Traffic(List<Api> servers) {
        this.nodes = servers.stream().map(Node::new).toList();
        this.order = anOrder();
    }

    /** Starts it; it ends with {@link #close}. */
    public static Traffic on(List<Api> servers, Pace pace) {
        Traffic traffic = new Traffic(servers);
        for (int i = 0; i < APPROVERS; i++) {
            traffic.people(pace.betweenApprovals(), node -> traffic.approve(node, pace.mostOrders()));
        }
        traffic.people(pace.betweenOthers(), traffic::changeOrCancel);
        traffic.people(pace.betweenOthers(), traffic::workInTheField);
        traffic.people(pace.betweenOthers(), traffic::writeNotes);
        traffic.people(pace.betweenOthers().multipliedBy(5), traffic::closeWhatCanBeClosed);
        return traffic;
    }

    private void people(Duration pause, Consumer<Node> work) {
        people.scheduleWithFixedDelay(() -> onAnyNode(work), 0, pause.toMillis(), MILLISECONDS);
    }

    private void onAnyNode(Consumer<Node> work) {
        if (!running.get()) {
            return;
        }
        try {
            work.accept(random(nodes));
        } catch (Exception | AssertionError e) {
            // the server went away under this call, or refused it: nothing that has to be found later
            died.incrementAndGet();
        }
    }

    private Map<String, Object> anOrder() {
        OrderDesk desk = nodes.get(0).desk();
        String account = desk.accountWithLocations(2);
        List<String> locations = desk.locationsOf(account);
        return desk.order(
                account,
                List.of(
                        desk.item("FIBER-INTERNET", locations.subList(0, 2), 1),
                        desk.item("MANAGED-WIFI", locations.subList(0, 1), 3)));
    }

    private void approve(Node node, int most) {
        if (approved.size() < most) {
            approved.add(node.desk().approved(order).getString("number"));
        }
    }

    private void changeOrCancel(Node node) {
        String any = random(List.copyOf(approved));
        String item = any == null
                ? null
                : random(
                        node.api().get("agent", "/customer-orders/{n}", any).getList("lineItems.number", String.class));
        if (item == null) {
            return;
        }
        if (ThreadLocalRandom.current().nextInt(6) == 0) {
            int status = node.api()
                    .as("agent")
                    .body(Map.of("reason", "The customer changed their mind"))
                    .post("/line-items/{n}/cancellation", item)
                    .statusCode();
            if (status == 200) {
                canceledItems.add(item);
            }
            return;
        }
        var answer = node.api()
                .as("agent")
                .body(Map.of(
                        "specialInstructions",
                        "Call " + ThreadLocalRandom.current().nextInt(1_000_000)))
                .patch("/line-items/{n}", item);
        if (answer.statusCode() == 200) {
            changedItems.merge(item, answer.jsonPath().getInt("version"), Math::max);
        }
    }

    private void workInTheField(Node node) {
        List<String> waiting = node.api()
                .as("dispatcher")
                .queryParam("state", "QUALIFIED,AWAITING_QUALIFICATION")
                .queryParam("size", 200)
                .get("/work-orders")
                .jsonPath()
                .getList("number", String.class);
        String workOrder = random(waiting);
        if (workOrder != null) {
            node.field().doAll(workOrder);
            completedWorkOrders.add(workOrder);
        }
    }

    private void writeNotes(Node node) {
        String any = random(List.copyOf(approved));
        String domainOrder = any == null ? null : random(node.desk().domainOrders(any));
        if (domainOrder == null) {
            return;
        }
        Set<String> before = openWorkOrders(node, domainOrder);
        String text = "Shared " + UUID.randomUUID();
        node.api()
                .post(
                        "agent",
                        "/domain-orders/{n}/work-notes",
                        Map.of("text", text, "shareWithFieldService", true),
                        domainOrder);
        Set<String> both = openWorkOrders(node, domainOrder);
        both.retainAll(before);
        sharedNotes.add(new SharedNote(domainOrder, text, Set.copyOf(both)));
        String workOrder = random(List.copyOf(both));
        if (workOrder != null) {
            node.api().post("dispatcher", "/work-orders/{n}/notes", Map.of("text", "The gate is open"), workOrder);
            fieldNotes.incrementAndGet();
        }
    }

    private static Set<String> openWorkOrders(Node node, String domainOrder) {
        JsonPath record = node.api().get("agent", "/domain-orders/{n}", domainOrder);
        Set<String> open = ConcurrentHashMap.newKeySet();
        for (Map<String, Object> link : record.<Map<String, Object>>getList("workOrders")) {
            if (link.get("number") != null
                    && !"CANCEL".equals(link.get("pending"))
                    && !Auditor.isClosed((String) link.get("state"))) {
                open.add((String) link.get("number"));
            }
        }
        return open;
    }

    private void closeWhatCanBeClosed(Node node) {
        String any = random(List.copyOf(approved));
        String domainOrder = any == null ? null : random(node.desk().domainOrders(any));
        if (domainOrder == null) {
            return;
        }
        int status = node.api()
                .as("manager")
                .body(Map.of("acknowledgeIncomplete", true, "reason", "Nothing is left to do"))
                .post("/domain-orders/{n}/closure", domainOrder)
                .statusCode();
        if (status == 200) {
            closedDomainOrders.add(domainOrder);
        }
    }

    private static <T> T random(List<T> of) {
        return of.isEmpty() ? null : of.get(ThreadLocalRandom.current().nextInt(of.size()));
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

    /** Work orders whose last task was completed. */
    public List<String> completedWorkOrders() {
        return List.copyOf(completedWorkOrders);
    }

    /** Domain orders whose closing was accepted. */
    public List<String> closedDomainOrders() {
        return List.copyOf(closedDomainOrders);
    }

    /** Notes that were accepted for both sides. */
    public List<SharedNote> sharedNotes() {
        return List.copyOf(sharedNotes);
    }

    /** What was accepted, and how many calls died or were refused; for a report. */
    public Map<String, Integer> counts() {
        Map<String, Integer> counts = new LinkedHashMap<>();
        counts.put("customer orders approved", approved.size());
        counts.put("line items changed in flight", changedItems.size());
        counts.put("line items canceled", canceledItems.size());
        counts.put("work orders worked off", completedWorkOrders.size());
        counts.put("domain orders closed", closedDomainOrders.size());
        counts.put("notes shared by Order Management", sharedNotes.size());
        counts.put("notes written in Field Service", fieldNotes.get());
        counts.put("actions refused, or cut off by a kill", died.get());
        return counts;
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
