package io.orderfield.fsm.workorder;

import static org.assertj.core.api.Assertions.assertThat;

import io.orderfield.fsm.board.DispatchFilter;
import io.orderfield.fsm.board.DispatchList;
import io.orderfield.fsm.servicelevel.SlaClock;
import io.orderfield.fsm.worklist.WorkOrderFilter;
import io.orderfield.fsm.worklist.WorkOrderList;
import io.orderfield.messaging.testing.DatabaseKind;
import io.orderfield.messaging.testing.DatabaseTest;
import io.orderfield.messaging.testing.TestDatabase;
import io.orderfield.messaging.testing.WithDatabase;
import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;

/** A hundred thousand work orders, most of them closed: every list that people page through reads by an index. */
@Tag("full")
@WithDatabase(schemas = "fsm", unit = "fsm")
class HundredThousandJpaTest {
    private static final int MANY = 100_000;
    /** Far more than it takes; on a busy machine too. */
    private static final Duration QUICK = Duration.ofSeconds(5);

    private static final Instant NOW = Instant.parse("2026-02-20T00:00:00Z");
    private static final Set<String> OPEN = Set.of("QUALIFIED", "ASSIGNED", "WORK_IN_PROGRESS");

    @DatabaseTest
    void noPageOfAListReadsAllOfThem(TestDatabase database) {
        database.clear();
        database.doInTransaction(em -> fill(em, database.kind()));
        database.doInTransaction(em -> em.createNativeQuery("analyze").executeUpdate());

        Map<String, String> scans = new LinkedHashMap<>();
        try (ExplainedQueries explained = new ExplainedQueries(database)) {
            lists().forEach((name, list) -> {
                List<String> plans = explained.plansOf(list);
                assertThat(plans).as(name).hasSize(1);
                if (readsEverything(plans.get(0), database.kind())) {
                    scans.put(name, plans.get(0));
                }
            });
        }

        assertThat(scans).isEmpty();
        // the check can fail: what has no index is seen to read everything
        assertThat(readsEverything(
                        plan(database, "select * from fsm.work_order where city = 'Nowhere'"), database.kind()))
                .isTrue();
    }

    /** A text that is no number has to be looked for in all of them, and so has a count of all: that must be quick enough. */
    @DatabaseTest
    void whatReadsAllOfThemIsQuickEnough(TestDatabase database) {
        database.clear();
        database.doInTransaction(em -> fill(em, database.kind()));
        database.doInTransaction(em -> em.createNativeQuery("analyze").executeUpdate());

        assertThat(timeOf(database, em -> new WorkOrderList(em, text("account 77"), null, NOW).page(0, 50)))
                .isLessThan(QUICK);
        assertThat(timeOf(database, em -> new WorkOrderList(em, text("nowhere"), null, NOW).count()))
                .isLessThan(QUICK);
        assertThat(timeOf(database, em -> new WorkOrderList(em, WorkOrderFilter.all(), null, NOW).countByState()))
                .isLessThan(QUICK);
    }

    private static Duration timeOf(TestDatabase database, Consumer<EntityManager> work) {
        long start = System.nanoTime();
        database.doInTransaction(work);
        return Duration.ofNanos(System.nanoTime() - start);
    }

    private static Map<String, Consumer<EntityManager>> lists() {
        Map<String, Consumer<EntityManager>> lists = new LinkedHashMap<>();
        orders(lists, "newest", filter(Set.of(), null, null, null, null, null, null));
        orders(lists, "open", filter(OPEN, null, null, null, null, null, null));
        orders(lists, "waiting", filter(Set.of("QUALIFIED"), null, null, null, null, null, "due"));
        orders(lists, "of an assignee", filter(Set.of(), "tech7", null, null, null, null, null));
        orders(lists, "of a region", filter(Set.of(), null, "R7", null, null, null, null));
        orders(lists, "of a template", filter(Set.of(), null, null, null, "T7", null, null));
        orders(lists, "critical and open", filter(OPEN, null, null, null, null, 1, null));
        orders(lists, "due", filter(OPEN, null, null, LocalDate.of(2026, 1, 8), null, null, "due"));
        for (String sort :
                List.of("number", "-updatedAt", "priority", "scheduledStart", "assigneeName", "accountName")) {
            orders(lists, "by " + sort, filter(Set.of(), null, null, null, null, null, sort));
        }
        for (SlaClock.State state : SlaClock.State.values()) {
            orders(lists, "newest that are " + state, sla(Set.of(), state, null));
        }
        for (SlaClock.State state : List.of(SlaClock.State.AT_RISK, SlaClock.State.BREACHED, SlaClock.State.PAUSED)) {
            orders(lists, "open that are " + state, sla(OPEN, state, "sla"));
        }
        orders(lists, "by what runs out first", filter(Set.of(), null, null, null, null, null, "sla"));
        orders(lists, "open by what runs out first", filter(OPEN, null, null, null, null, null, "sla"));
        for (String text : List.of("WO1077777", "ord1077777", "SO1077777", "WOT1077777")) {
            orders(lists, "with the number " + text, text(text));
        }
        counts(lists, "open", filter(OPEN, null, null, null, null, null, null));
        counts(lists, "of a region", filter(Set.of(), null, "R7", null, null, null, null));
        counts(lists, "of a template", filter(Set.of(), null, null, null, "T7", null, null));
        counts(lists, "of an assignee", filter(Set.of(), "tech7", null, null, null, null, null));
        counts(lists, "with a number", text("WO1077777"));
        counts(lists, "open that are late", sla(OPEN, SlaClock.State.BREACHED, null));
        Instant day = Instant.parse("2026-02-01T00:00:00Z");
        tasks(lists, "unassigned", DispatchFilter.unassigned(null, null, null));
        tasks(lists, "unassigned in a region", DispatchFilter.unassigned("R7", 1, LocalDate.of(2026, 6, 1)));
        tasks(lists, "a day", DispatchFilter.visits(Set.of("tech1", "tech2"), day, day.plusSeconds(86400)));
        return lists;
    }

    private static void orders(Map<String, Consumer<EntityManager>> lists, String name, WorkOrderFilter filter) {
        lists.put("work orders, " + name, em -> new WorkOrderList(em, filter, null, NOW).page(0, 50));
    }

    private static void counts(Map<String, Consumer<EntityManager>> lists, String name, WorkOrderFilter filter) {
        lists.put("number of work orders, " + name, em -> new WorkOrderList(em, filter, null, NOW).count());
    }

    private static WorkOrderFilter text(String text) {
        return new WorkOrderFilter(text, Set.of(), null, null, null, null, null);
    }

    private static void tasks(Map<String, Consumer<EntityManager>> lists, String name, DispatchFilter filter) {
        lists.put("tasks, " + name, em -> new DispatchList(em, filter, null).page(0, 50));
    }

    private static WorkOrderFilter filter(
            Set<String> states,
            String assignee,
            String region,
            LocalDate due,
            String template,
            Integer priority,
            String sort) {
        return new WorkOrderFilter(null, states, assignee, null, region, due, template, priority, Set.of(), sort);
    }

    private static WorkOrderFilter sla(Set<String> states, SlaClock.State state, String sort) {
        return new WorkOrderFilter(null, states, null, null, null, null, null, null, Set.of(state.name()), sort);
    }

    private static String plan(TestDatabase database, String sql) {
        return database
                .<List<?>>inTransaction(
                        em -> em.createNativeQuery("explain " + sql).getResultList())
                .stream()
                .map(String::valueOf)
                .collect(Collectors.joining("\n"));
    }

    private static boolean readsEverything(String plan, DatabaseKind kind) {
        String lower = plan.toLowerCase(Locale.ROOT);
        return kind == DatabaseKind.H2
                ? lower.contains(".tablescan")
                : lower.contains("seq scan on work_order") || lower.contains("seq scan on work_order_task");
    }

    private static void fill(EntityManager em, DatabaseKind kind) {
        boolean h2 = kind == DatabaseKind.H2;
        String series = (h2 ? "system_range" : "generate_series") + "(1, " + MANY + ") as s(x)";
        String id = h2 ? "random_uuid()" : "gen_random_uuid()";
        String first = "timestamp with time zone '2026-01-01 00:00:00Z'";
        String created = h2 ? "dateadd('MINUTE', x, " + first + ")" : first + " + x * interval '1 minute'";
        String due = h2
                ? "dateadd('DAY', mod(x, 365), date '2026-01-01')"
                : "date '2026-01-01' + cast(mod(x, 365) as integer)";
        em.createNativeQuery(
                        "insert into fsm.work_order (id, version, number, state, priority, template, template_name,"
                                + " short_description, description, customer_order, line_item, item_version, domain_order,"
                                + " account, account_name, location, location_name, street, postal_code, city, region, country,"
                                + " time_zone, due, on_hold, reschedule_needed, acknowledgement_pending, scheduled_start,"
                                + " assignee, assignee_name, snapshot_revision, answered_revision, activity_position,"
                                + " entry_sequence, last_occurred_at, created_at, updated_at, sla_risk_at, sla_breach_at)"
                                + " select " + id
                                + ", 1, concat('WO', 1000000 + x), case mod(x, 20) when 0 then 'QUALIFIED'"
                                + " when 1 then 'ASSIGNED' when 2 then 'WORK_IN_PROGRESS' else 'CLOSED_COMPLETE' end,"
                                + " 1 + mod(x, 4), concat('T', mod(x, 25)), 'Template', 'Work', '', concat('ORD', 1000000 + x), 'ORDL', 1,"
                                + " concat('SO', 1000000 + x), 'ACCT', concat('Account ', mod(x, 500)), 'LOC', 'Office', '', '', 'City',"
                                + " concat('R', mod(x, 50)), 'DE', 'Europe/Berlin', " + due + ", false, false, false, "
                                + created
                                + ", concat('tech', mod(x, 200)), concat('Tech ', mod(x, 200)), 1, 1, 1, 1, " + created
                                + ", "
                                + created + ", " + created + ", case when mod(x, 20) < 3 then " + created + " end,"
                                + " case when mod(x, 20) < 3 then " + created + " end from " + series)
                .executeUpdate();
        em.createNativeQuery("insert into fsm.work_order_task (id, version, edits, work_order_id, number, ordinal,"
                        + " short_description, skills, duration_minutes, state, technician, scheduled_start,"
                        + " scheduled_end) select " + id
                        + ", 1, 1, w.id, concat('WOT', substring(w.number from 3)), 1, 'Task', '', 60,"
                        + " case w.state when 'QUALIFIED' then 'PENDING_DISPATCH' else w.state end, w.assignee,"
                        + " w.scheduled_start, w.scheduled_start from fsm.work_order w")
                .executeUpdate();
    }
}
