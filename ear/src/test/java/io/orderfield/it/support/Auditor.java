package io.orderfield.it.support;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.restassured.path.json.JsonPath;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.awaitility.core.ConditionTimeoutException;

/**
 * Reads both sides through the public API and compares: every accepted request is there, each planned work order exists
 * exactly once with the same state on both sides, each entry of Field Service is exactly one note, in order and never
 * earlier than the one before, each shared note is there once, nothing else is told twice, and no domain order is closed
 * over open work. It waits until both sides are at rest.
 */
public final class Auditor {
    private static final int PAGE = 200;
    private static final String FIELD_SERVICE = "field-service";

    private final Api api;
    private final OrderDesk desk;
    private final Duration patience;
    private final Set<String> domainOrders = new HashSet<>();
    private final Map<String, Integer> workOrders = new HashMap<>();

    /** @param patience how long a domain order may take to come to rest */
    public Auditor(Api api, Duration patience) {
        this.api = api;
        this.desk = new OrderDesk(api);
        this.patience = patience;
    }

    /** Fails unless everything of this accepted order is told the same way on both sides. */
    public void audit(String order) {
        List<String> domainOrders = desk.domainOrders(order);
        assertThat(domainOrders).as("domain orders of " + order).isNotEmpty();
        for (String domainOrder : domainOrders) {
            await(order + " " + domainOrder).atMost(patience).untilAsserted(() -> compare(domainOrder));
        }
    }

    /** Fails unless the item has every accepted change: at least this version. */
    public void auditVersion(String lineItem, int atLeast) {
        assertThat(api.get("agent", "/line-items/{n}", lineItem).getInt("version"))
                .as("version of " + lineItem)
                .isGreaterThanOrEqualTo(atLeast);
    }

    /** Fails unless everything that was accepted of this traffic is there, and told the same way on both sides. */
    public void audit(Traffic traffic) {
        assertThat(findings(traffic)).isEmpty();
    }

    /** Everything that is wrong with what was accepted of this traffic, in the words of the checks. */
    public List<String> findings(Traffic traffic) {
        List<String> found = new ArrayList<>();
        traffic.approved().forEach(n -> check(found, () -> audit(n)));
        traffic.changedItems().forEach((n, version) -> check(found, () -> auditVersion(n, version)));
        traffic.canceledItems().forEach(n -> check(found, () -> auditCanceled(n)));
        traffic.completedWorkOrders()
                .forEach(n -> check(found, () -> assertThat(state("work-orders", n))
                        .as("state of the completed " + n)
                        .isEqualTo("CLOSED_COMPLETE")));
        traffic.closedDomainOrders()
                .forEach(n -> check(found, () -> assertThat(state("domain-orders", n))
                        .as("state of the closed " + n)
                        .startsWith("CLOSED")));
        traffic.sharedNotes().forEach(note -> check(found, () -> auditSharedNote(note)));
        return found;
    }

    /** A canceled item ends CANCELED, or COMPLETED where one of its domain orders had been closed before. */
    private void auditCanceled(String lineItem) {
        JsonPath item = api.get("manager", "/line-items/{n}", lineItem);
        String state = item.getString("state");
        assertThat(state)
                .as("state of the canceled item " + lineItem)
                .isIn("CANCELED", "CANCELLATION_IN_PROGRESS", "COMPLETED");
        if (state.equals("COMPLETED")) {
            assertThat(all(
                            "manager",
                            "/domain-orders?customerOrder=" + item.getString("customerOrder") + "&size=" + PAGE))
                    .as("domain orders of the canceled item " + lineItem)
                    .filteredOn(d -> lineItem.equals(d.get("lineItem")))
                    .anyMatch(d -> String.valueOf(d.get("state")).startsWith("CLOSED"));
        }
    }

    private static void check(List<String> found, Runnable check) {
        try {
            check.run();
        } catch (AssertionError | ConditionTimeoutException e) {
            found.add(String.valueOf(e.getMessage()).replaceAll("\\s+", " ").strip());
        }
    }

    private String state(String records, String number) {
        return api.get("manager", "/" + records + "/{n}", number).getString("state");
    }

    /** How much was compared so far. */
    public Map<String, Integer> counts() {
        return Map.of(
                "domain orders audited", domainOrders.size(),
                "work orders audited", workOrders.size(),
                "entries audited, each one note",
                        workOrders.values().stream().mapToInt(Integer::intValue).sum());
    }

    /** Fails unless the note is there once, on both sides. */
    public void auditSharedNote(Traffic.SharedNote note) {
        assertThat(all("agent", "/domain-orders/" + note.domainOrder() + "/work-notes?size=" + PAGE))
                .as("notes of " + note.domainOrder())
                .filteredOn(n -> note.text().equals(n.get("text")))
                .hasSize(1);
        for (String workOrder : note.workOrders()) {
            await(note.text() + " on " + workOrder).atMost(patience).untilAsserted(() -> assertThat(activity(workOrder))
                    .filteredOn(e -> note.text().equals(e.get("text")))
                    .hasSize(1));
        }
    }

    private void compare(String domainOrder) {
        domainOrders.add(domainOrder);
        JsonPath record = api.get("agent", "/domain-orders/{n}", domainOrder);
        List<Map<String, Object>> links = record.getList("workOrders");
        List<Map<String, Object>> made = all("dispatcher", "/work-orders?domainOrder=" + domainOrder + "&size=" + PAGE);
        assertThat(links).as("unanswered in " + domainOrder).allMatch(l -> l.get("pending") == null);
        List<Map<String, Object>> existing =
                links.stream().filter(l -> l.get("number") != null).toList();
        assertThat(states(existing)).as("work orders of " + domainOrder).isEqualTo(states(made));
        assertThat(links)
                .as("never created in " + domainOrder)
                .filteredOn(l -> l.get("number") == null)
                .allMatch(l -> "REFUSED".equals(l.get("state")) || "CANCELED".equals(l.get("state")));
        assertThat(slots(links)).as("plan slots of " + domainOrder).doesNotHaveDuplicates();
        if (record.getString("state").startsWith("CLOSED")) {
            assertThat(links).as("open under closed " + domainOrder).allMatch(l -> isClosed((String) l.get("state")));
        }
        List<Map<String, Object>> notes = all("agent", "/domain-orders/" + domainOrder + "/work-notes?size=" + PAGE);
        nothingTwice(domainOrder, notes);
        existing.forEach(l -> everyEntryOnce((String) l.get("number"), notes));
    }

    /** Two notes that agree in everything but their place are one thing told twice. */
    private static void nothingTwice(String domainOrder, List<Map<String, Object>> notes) {
        List<Map<String, Object>> told = new ArrayList<>();
        for (Map<String, Object> note : notes) {
            Map<String, Object> what = new HashMap<>(note);
            what.keySet().removeAll(List.of("id", "position", "recordedAt"));
            told.add(what);
        }
        assertThat(told).as("notes of " + domainOrder).doesNotHaveDuplicates();
    }

    static boolean isClosed(String state) {
        return state.startsWith("CLOSED") || state.equals("CANCELED") || state.equals("REFUSED");
    }

    private static Map<Object, Object> states(List<Map<String, Object>> records) {
        Map<Object, Object> states = new HashMap<>();
        records.forEach(r -> states.put(r.get("number"), r.get("state")));
        assertThat(states).hasSameSizeAs(records);
        return states;
    }

    /** Template and occurrence of the planned work orders that are open: each slot holds one at most. */
    private static List<String> slots(List<Map<String, Object>> links) {
        return links.stream()
                .filter(l -> "PLAN".equals(l.get("origin")) && !isClosed((String) l.get("state")))
                .map(l -> l.get("template") + " " + l.get("occurrence"))
                .toList();
    }

    private void everyEntryOnce(String workOrder, List<Map<String, Object>> notes) {
        List<Object> noted = new ArrayList<>();
        List<Object> writtenHere = new ArrayList<>();
        for (Map<String, Object> note : notes) {
            if (!FIELD_SERVICE.equals(note.get("channel"))) {
                writtenHere.add(note.get("text"));
            } else if (workOrder.equals(note.get("workOrder")) && !"refused".equals(note.get("kind"))) {
                noted.add(told(note));
            }
        }
        List<Object> entries = new ArrayList<>();
        List<Instant> times = new ArrayList<>();
        for (Map<String, Object> entry : activity(workOrder)) {
            times.add(Instant.parse((String) entry.get("occurredAt")));
            // a note that Order Management shared is not told back
            if (!"note".equals(entry.get("kind")) || !writtenHere.contains(entry.get("text"))) {
                entries.add(told(entry));
            }
        }
        assertThat(noted).as("notes of " + workOrder).isEqualTo(entries);
        workOrders.put(workOrder, entries.size());
        assertThat(times).as("times of the activity of " + workOrder).isSorted();
    }

    private static Object told(Map<String, Object> record) {
        return record.get("kind") + " " + record.get("state") + " " + record.get("occurredAt") + " "
                + record.get("text");
    }

    private List<Map<String, Object>> activity(String workOrder) {
        return all("dispatcher", "/work-orders/" + workOrder + "/activity?size=" + PAGE);
    }

    private List<Map<String, Object>> all(String user, String path) {
        List<Map<String, Object>> found = new ArrayList<>();
        for (int page = 0; ; page++) {
            List<Map<String, Object>> records =
                    api.get(user, path + "&page=" + page).getList("");
            found.addAll(records);
            if (records.size() < PAGE) {
                return found;
            }
        }
    }
}
