package io.orderfield.it.support;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.restassured.path.json.JsonPath;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads both sides through the public API and compares: every accepted order is there, each planned work order exists
 * exactly once with the same state on both sides, each entry of Field Service is exactly one note, in order, and no domain
 * order is closed over open work. It waits until both sides are at rest.
 */
public final class Auditor {
    private static final int PAGE = 200;

    private final Api api;
    private final OrderDesk desk;
    private final Duration patience;

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

    private void compare(String domainOrder) {
        JsonPath record = api.get("agent", "/domain-orders/{n}", domainOrder);
        List<Map<String, Object>> links = record.getList("workOrders");
        List<Map<String, Object>> made = all("dispatcher", "/work-orders?domainOrder=" + domainOrder + "&size=" + PAGE);
        assertThat(links).as("unanswered in " + domainOrder).allMatch(l -> l.get("pending") == null);
        assertThat(states(links))
                .as("work orders of " + domainOrder)
                .isEqualTo(states(made))
                .hasSize(links.size());
        assertThat(slots(links)).as("plan slots of " + domainOrder).doesNotHaveDuplicates();
        if (record.getString("state").startsWith("CLOSED")) {
            assertThat(links).as("open under closed " + domainOrder).allMatch(l -> isClosed((String) l.get("state")));
        }
        List<Map<String, Object>> notes = all("agent", "/domain-orders/" + domainOrder + "/work-notes?size=" + PAGE);
        for (Map<String, Object> link : links) {
            everyEntryOnce((String) link.get("number"), notes);
        }
    }

    private static boolean isClosed(String state) {
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
        List<Object> entries = new ArrayList<>();
        all("dispatcher", "/work-orders/" + workOrder + "/activity?size=" + PAGE)
                .forEach(e -> entries.add(e.get("kind") + " " + e.get("state")));
        List<Object> noted = new ArrayList<>();
        notes.stream()
                .filter(n -> workOrder.equals(n.get("workOrder")) && "field-service".equals(n.get("channel")))
                .forEach(n -> noted.add(n.get("kind") + " " + n.get("state")));
        assertThat(noted).as("notes of " + workOrder).isEqualTo(entries);
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
