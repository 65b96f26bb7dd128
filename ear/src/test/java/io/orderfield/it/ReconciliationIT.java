package io.orderfield.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.orderfield.it.support.Api;
import io.orderfield.it.support.Auditor;
import io.orderfield.it.support.FieldWork;
import io.orderfield.it.support.OrderDesk;
import io.orderfield.it.support.RunningServer;
import io.restassured.path.json.JsonPath;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Both real sides over the real broker, where each side's own tests know the other by the contract alone: every kind of drift
 * at once, found by one reconciliation and repaired by the next.
 */
@ExtendWith(RunningServer.class)
class ReconciliationIT {
    private static final Duration SOON = Duration.ofSeconds(90);
    /** Lets go of the foreign keys for the rest of the statement's transaction: a database that lost rows asks nobody. */
    private static final String WITHOUT_KEYS = "set local session_replication_role = replica; ";

    private static RunningServer running;
    private static Api api;
    private static OrderDesk desk;

    @BeforeAll
    static void server(RunningServer given) {
        running = given;
        api = given.api();
        desk = new OrderDesk(api);
    }

    @Test
    void findsAndRepairsEveryKindOfDriftBetweenTheRealSides() {
        Map<String, String> orders = new LinkedHashMap<>();
        Map<String, String> works = new HashMap<>();
        for (String kind : List.of("MISSING", "ORPHANED", "STALE", "BEHIND", "UNANSWERED", "NOTE_GAP")) {
            String order = approvedOrder();
            String work = desk.confirmedWorkOrders(order).get(0);
            new FieldWork(api).assign(work);
            orders.put(kind, order);
            works.put(kind, work);
        }
        String second = secondWorkOrder(orders.get("NOTE_GAP"));
        orders.values().forEach(new Auditor(api, SOON)::audit);

        loseInFieldService(works.get("MISSING"));
        loseInOrderManagement(works.get("ORPHANED"));
        loseInOrderManagement(second);
        inOrderManagement(works.get("STALE"), "state = 'DRAFT', snapshot_revision = snapshot_revision - 1");
        inOrderManagement(works.get("UNANSWERED"), "request_revision = request_revision + 1");
        inFieldService(works.get("BEHIND"), "snapshot_revision = snapshot_revision - 1");
        loseLastNote(works.get("NOTE_GAP"));

        Map<String, Integer> planted = new HashMap<>();
        orders.keySet().forEach(kind -> planted.put(kind, 1));
        planted.put("DUPLICATE", 1);
        assertThat(reconciled(true).getMap("differences")).as("only told").isEqualTo(planted);

        JsonPath done = reconciled(false);
        assertThat(done.getMap("differences")).isEqualTo(planted);
        assertThat(done.getInt("repaired")).isEqualTo(planted.size());
        await().atMost(SOON).untilAsserted(() -> assertThat(reconciled(true).getMap("differences"))
                .isEmpty());
        Auditor auditor = new Auditor(api, SOON);
        List.of("STALE", "UNANSWERED", "BEHIND").forEach(kind -> auditor.audit(orders.get(kind)));
        assertThat(api.get("dispatcher", "/work-orders/{n}", second).getString("state"))
                .isEqualTo("CANCELED");
        assertThat(desk.confirmedWorkOrders(orders.get("MISSING")))
                .as("made again")
                .hasSize(1);
    }

    private static String approvedOrder() {
        String account = desk.accountWithLocations(1);
        return desk.approved(desk.order(
                        account,
                        List.of(desk.item(
                                "SITE-SURVEY", desk.locationsOf(account).subList(0, 1), 1))))
                .getString("number");
    }

    /** A second one of the same template, by hand. */
    private static String secondWorkOrder(String order) {
        for (String domainOrder : desk.domainOrders(order)) {
            List<String> templates =
                    api.get("agent", "/domain-orders/{n}", domainOrder).getList("workOrders.template");
            if (!templates.isEmpty()) {
                api.post(
                        "manager",
                        "/domain-orders/{n}/work-orders",
                        Map.of("template", templates.get(0), "reason", "A second visit"),
                        domainOrder);
            }
        }
        List<String> both = desk.confirmedWorkOrders(order);
        assertThat(both).hasSize(2);
        return both.get(1);
    }

    private static void loseInFieldService(String work) {
        String key = "(select id from fsm.work_order where number = '" + work + "')";
        spoil("delete from fsm.work_order_checklist_item where task_id in"
                + " (select id from fsm.work_order_task where work_order_id = " + key + ");"
                + " delete from fsm.work_order_task where work_order_id = " + key + ";"
                + " delete from fsm.work_order_entry where work_order_id = " + key + ";"
                + " delete from fsm.requested_key where id = " + key + ";"
                + " delete from fsm.work_order where number = '" + work + "'");
    }

    private static void loseInOrderManagement(String work) {
        spoil("delete from om.work_order_link where number = '" + work + "'");
    }

    private static void loseLastNote(String work) {
        spoil("delete from om.work_note n using om.work_order_link l where l.number = '" + work
                + "' and n.work_order_key = l.work_order_key and n.entry_sequence = l.last_entry_sequence;"
                + " update om.work_order_link set last_entry_sequence = last_entry_sequence - 1 where number = '"
                + work + "'");
    }

    private static void inOrderManagement(String work, String change) {
        spoil("update om.work_order_link set " + change + " where number = '" + work + "'");
    }

    private static void inFieldService(String work, String change) {
        spoil("update fsm.work_order set " + change + " where number = '" + work + "'");
    }

    private static void spoil(String sql) {
        running.postgres().spoil(WITHOUT_KEYS + sql);
    }

    private static JsonPath reconciled(boolean dryRun) {
        String number =
                api.act("admin", "/sync/reconciliation?dryRun={dry}", dryRun).getString("number");
        return await().atMost(SOON)
                .until(
                        () -> api.get("admin", "/sync/reconciliation/{number}", number),
                        run -> run.getString("finishedAt") != null);
    }
}
