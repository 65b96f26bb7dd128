package io.orderfield.fsm.workorder;

import static io.orderfield.kernel.Refusal.Kind.INVALID;
import static org.assertj.core.api.Assertions.assertThat;

import io.orderfield.fsm.servicelevel.SlaClock;
import io.orderfield.fsm.testing.Bench;
import io.orderfield.fsm.testing.Requests;
import io.orderfield.fsm.worklist.WorkOrderFilter;
import io.orderfield.fsm.worklist.WorkOrderListService;
import io.orderfield.fsm.worklist.WorkOrderSummary;
import io.orderfield.messaging.testing.DatabaseTest;
import io.orderfield.messaging.testing.TestDatabase;
import io.orderfield.messaging.testing.WithDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The service level in the database: a hold stops it, and the lists find what the records show. */
@WithDatabase(schemas = "fsm", unit = "fsm")
class ServiceLevelJpaTest {
    @DatabaseTest
    void aHoldStopsTheClockAndTheDueMomentMoves(TestDatabase database) {
        Bench bench = Bench.on(database);
        UUID key = Requests.newKey();
        WorkOrderView created =
                bench.workOrder(request(key, 1, LocalDate.of(2026, 3, 20)).make());

        bench.receive(request(key, 2, LocalDate.of(2026, 3, 20)).hold().make());
        bench.clock.advance(Duration.ofDays(40));
        WorkOrderView held = bench.find(key);
        bench.receive(request(key, 3, LocalDate.of(2026, 3, 20)).make());
        WorkOrderView resumed = bench.find(key);

        assertThat(held.sla().state()).isEqualTo("PAUSED");
        assertThat(resumed.sla().state()).isEqualTo("ON_TRACK");
        assertThat(resumed.sla().usedPercent()).isEqualTo(created.sla().usedPercent());
        assertThat(resumed.sla().dueAt()).isEqualTo(created.sla().dueAt().plus(Duration.ofDays(40)));
        assertThat(numbers(bench, "ON_TRACK")).contains(resumed.number());
    }

    @DatabaseTest
    void aListOfAStateHasWhatShowsThatStateAtEveryMoment(TestDatabase database) {
        Bench bench = Bench.on(database);
        LocalDate due = LocalDate.ofInstant(bench.clock.instant(), java.time.ZoneOffset.UTC)
                .plusDays(4);
        bench.workOrder(request(Requests.newKey(), 1, due).make());
        bench.workOrder(request(Requests.newKey(), 1, null).make());
        bench.workOrder(request(Requests.newKey(), 1, due.minusDays(10)).make());
        bench.workOrder(request(Requests.newKey(), 1, due).hold().make());
        UUID lateHold = Requests.newKey();
        bench.workOrder(request(lateHold, 1, due).make());
        for (WorkOrderState end :
                List.of(WorkOrderState.CLOSED_COMPLETE, WorkOrderState.CLOSED_INCOMPLETE, WorkOrderState.CANCELED)) {
            bench.inState(end);
        }
        Map<String, Integer> seen = new TreeMap<>();
        for (int day = 0; day < 8; day++) {
            List<WorkOrderSummary> all =
                    bench.as("viewer", s -> s.lists.list(WorkOrderFilter.all(), 0, WorkOrderListService.MAXIMUM));
            for (SlaClock.State state : SlaClock.State.values()) {
                Set<String> shown = all.stream()
                        .filter(w -> w.sla().state().equals(state.name()))
                        .map(WorkOrderSummary::number)
                        .collect(Collectors.toSet());
                assertThat(numbers(bench, state.name()))
                        .as("%s on day %d", state, day)
                        .containsExactlyInAnyOrderElementsOf(shown);
                assertThat(bench.<Long>as("viewer", s -> s.lists.count(filter(Set.of(state.name()), null))))
                        .isEqualTo(shown.size());
                seen.merge(state.name(), shown.size(), Integer::sum);
            }
            bench.clock.advance(Duration.ofDays(1));
            if (day == 6) {
                bench.receive(request(lateHold, 2, due).hold().make());
            }
        }
        assertThat(seen)
                .hasSize(SlaClock.State.values().length)
                .allSatisfy((state, times) -> assertThat(times).as(state).isPositive());
        assertThat(numbers(bench, "BREACHED", "AT_RISK"))
                .contains(bench.find(lateHold).number());
    }

    @DatabaseTest
    void sortsByWhatRunsOutFirst(TestDatabase database) {
        Bench bench = Bench.on(database);
        LocalDate due = LocalDate.ofInstant(bench.clock.instant(), java.time.ZoneOffset.UTC)
                .plusDays(4);
        String later = bench.workOrder(
                        request(Requests.newKey(), 1, due.plusDays(1)).make())
                .number();
        String sooner =
                bench.workOrder(request(Requests.newKey(), 1, due).make()).number();
        String never =
                bench.workOrder(request(Requests.newKey(), 1, null).make()).number();

        assertThat(bench.<List<WorkOrderSummary>>as("viewer", s -> s.lists.list(filter(Set.of(), "sla"), 0, 200)))
                .extracting(WorkOrderSummary::number)
                .containsSubsequence(sooner, later, never);
        assertThat(bench.<List<WorkOrderSummary>>as("viewer", s -> s.lists.list(filter(Set.of(), "-sla"), 0, 200)))
                .extracting(WorkOrderSummary::number)
                .containsSubsequence(never, later, sooner);
    }

    @DatabaseTest
    void refusesAStateThatIsNone(TestDatabase database) {
        Bench bench = Bench.on(database);

        Refused.with(INVALID, "invalid-request", () -> numbers(bench, "LATE"));
    }

    @DatabaseTest
    void aMigrationGivesEarlierWorkOrdersTheirServiceLevel(TestDatabase database) throws SQLException {
        Bench bench = Bench.on(database);
        LocalDate due = LocalDate.ofInstant(bench.clock.instant(), java.time.ZoneOffset.UTC)
                .plusDays(4);
        bench.workOrder(request(Requests.newKey(), 1, due).make());
        bench.workOrder(request(Requests.newKey(), 1, due).hold().make());
        bench.inState(WorkOrderState.CLOSED_COMPLETE);
        bench.inState(WorkOrderState.CANCELED);
        Map<String, Set<String>> before = byState(bench);

        try (Connection connection = database.dataSource().getConnection();
                Statement statement = connection.createStatement()) {
            statement.executeUpdate("update fsm.work_order set sla_held_since = null, sla_risk_at = null,"
                    + " sla_breach_at = null, sla_missed = false");
            assertThat(byState(bench)).isNotEqualTo(before);
            ServiceLevelMigration.count(connection);
        }

        assertThat(byState(bench)).isEqualTo(before);
    }

    private static Map<String, Set<String>> byState(Bench bench) {
        return Arrays.stream(SlaClock.State.values())
                .collect(Collectors.toMap(Enum::name, state -> Set.copyOf(numbers(bench, state.name()))));
    }

    private static Requests request(UUID key, long revision, @Nullable LocalDate due) {
        return Requests.of(key).revision(revision).window(null, due);
    }

    private static List<String> numbers(Bench bench, String... sla) {
        return bench
                .<List<WorkOrderSummary>>as(
                        "viewer", s -> s.lists.list(filter(Set.of(sla), null), 0, WorkOrderListService.MAXIMUM))
                .stream()
                .map(WorkOrderSummary::number)
                .toList();
    }

    private static WorkOrderFilter filter(Set<String> sla, @Nullable String sort) {
        return new WorkOrderFilter(null, Set.of(), null, null, null, null, null, null, sla, sort);
    }
}
