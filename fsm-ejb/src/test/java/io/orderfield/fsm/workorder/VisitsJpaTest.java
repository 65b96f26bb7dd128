package io.orderfield.fsm.workorder;

import static io.orderfield.kernel.Refusal.Kind.FORBIDDEN;
import static io.orderfield.kernel.Refusal.Kind.INVALID;
import static org.assertj.core.api.Assertions.assertThat;

import io.orderfield.fsm.dispatch.Technician;
import io.orderfield.fsm.testing.Bench;
import io.orderfield.fsm.worklist.TaskFilter;
import io.orderfield.fsm.worklist.WorkOrderFilter;
import io.orderfield.fsm.worklist.WorkOrderSummary;
import io.orderfield.messaging.testing.DatabaseTest;
import io.orderfield.messaging.testing.TestDatabase;
import io.orderfield.messaging.testing.WithDatabase;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;

@WithDatabase(schemas = "fsm", unit = "fsm")
class VisitsJpaTest {
    private static final Instant MORNING = Instant.parse("2027-06-01T08:00:00Z");
    private static final Instant NOON = Instant.parse("2027-06-01T12:00:00Z");
    private static final Instant EVENING = Instant.parse("2027-06-01T18:00:00Z");

    private Bench bench;

    @DatabaseTest
    void everyTechnicianOfAWorkOrderFindsIt(TestDatabase database) {
        bench = Bench.on(database);
        WorkOrderView shared = bench.workOrder("FIBER-INSTALL");
        String one = technician();
        String two = technician();
        plan(shared.tasks().get(0), one, MORNING);
        plan(shared.tasks().get(1), two, NOON);

        for (String technician : List.of(one, two)) {
            WorkOrderFilter theirs = new WorkOrderFilter(null, Set.of(), technician, null, null, null, null);
            assertThat(bench.<List<WorkOrderSummary>>as("dispatcher", s -> s.lists.list(theirs, 0, 10)))
                    .extracting(WorkOrderSummary::number)
                    .containsExactly(shared.number());
            assertThat(bench.<Long>as("dispatcher", s -> s.lists.count(theirs))).isOne();
        }
    }

    @DatabaseTest
    void aDayHasItsVisitsInTheirOrderWithTheirPlaces(TestDatabase database) {
        bench = Bench.on(database);
        String technician = technician();
        WorkOrderTaskView late = bench.workOrder("ONT-INSTALL").tasks().get(0);
        WorkOrderTaskView early = bench.workOrder("ONT-INSTALL").tasks().get(0);
        WorkOrderTaskView tomorrow = bench.workOrder("ONT-INSTALL").tasks().get(0);
        plan(late, technician, NOON);
        plan(early, technician, MORNING);
        plan(tomorrow, technician, NOON.plusSeconds(86_400));

        List<WorkOrderTaskView> day = visits(new TaskFilter(technician, MORNING, EVENING, Set.of(), false));

        assertThat(day).extracting(v -> v.number()).containsExactly(early.number(), late.number());
        assertThat(day.get(0).place().street()).isEqualTo("Main Street 1");
        assertThat(day.get(0).checklist()).hasSize(2);
        assertThat(numbers(new TaskFilter(technician, null, null, Set.of("ASSIGNED"), true)))
                .containsExactly(tomorrow.number(), late.number(), early.number());
        assertThat(numbers(new TaskFilter(technician, null, null, Set.of("ACCEPTED"), false)))
                .isEmpty();
        assertThat(bench.<Long>as(
                        "dispatcher",
                        s -> s.lists.countVisits(new TaskFilter(technician, null, null, Set.of(), false))))
                .isEqualTo(3);
    }

    @DatabaseTest
    void aFieldSystemSeesTheVisitsOfItsOwnTechniciansOnly(TestDatabase database) {
        bench = Bench.on(database);
        WorkOrderTaskView theirs = bench.workOrder("ONT-INSTALL").tasks().get(0);
        WorkOrderTaskView ours = bench.workOrder("ONT-INSTALL").tasks().get(0);
        plan(theirs, "contractor", MORNING);
        plan(ours, "ravi", MORNING);

        TaskFilter day = new TaskFilter(null, MORNING, EVENING, Set.of(), false);
        assertThat(bench.<List<WorkOrderTaskView>>as("field-system", s -> s.lists.visits(day, 0, 200)))
                .extracting(v -> v.number())
                .contains(theirs.number())
                .doesNotContain(ours.number());
        Refused.with(FORBIDDEN, "forbidden", () -> bench.doAs("partner", s -> s.lists.visits(day, 0, 200)));
    }

    @DatabaseTest
    void refusesAStateThatDoesNotExist(TestDatabase database) {
        bench = Bench.on(database);

        Refused.with(
                INVALID, "unknown-state", () -> visits(new TaskFilter(null, null, null, Set.of("RESTING"), false)));
    }

    private List<String> numbers(TaskFilter filter) {
        return visits(filter).stream().map(v -> v.number()).toList();
    }

    private List<WorkOrderTaskView> visits(TaskFilter filter) {
        return bench.as("dispatcher", s -> s.lists.visits(filter, 0, 50));
    }

    private void plan(WorkOrderTaskView task, String technician, Instant start) {
        bench.doAs(
                "dispatcher",
                s -> s.tasks.assign(task.number(), technician, start, start.plusSeconds(3600), true, "test", null));
    }

    /** One of whom no other test knows. */
    private String technician() {
        String user = "t-" + UUID.randomUUID();
        bench.doAs(
                "nobody",
                s -> s.technicians.add(
                        new Technician(user, "Somebody", Set.of("Berlin"), Set.of(), "Europe/Berlin", null)));
        return user;
    }
}
