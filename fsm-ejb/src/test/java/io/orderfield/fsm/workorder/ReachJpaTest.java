package io.orderfield.fsm.workorder;

import static io.orderfield.kernel.Refusal.Kind.NOT_FOUND;
import static org.assertj.core.api.Assertions.assertThat;

import io.orderfield.fsm.board.DispatchFilter;
import io.orderfield.fsm.testing.Bench;
import io.orderfield.fsm.worklist.TaskFilter;
import io.orderfield.fsm.worklist.WorkOrderFilter;
import io.orderfield.fsm.worklist.WorkOrderSummary;
import io.orderfield.messaging.testing.DatabaseTest;
import io.orderfield.messaging.testing.TestDatabase;
import io.orderfield.messaging.testing.WithDatabase;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/** Which work those see who see their own only. */
@WithDatabase(schemas = "fsm", unit = "fsm")
class ReachJpaTest {
    @DatabaseTest
    void aTechnicianSeesTheWorkOrdersOfOwnTasksOnly(TestDatabase database) {
        Bench bench = Bench.on(database);
        WorkOrderView own = bench.workOrder("FIBER-INSTALL");
        bench.assign(own.tasks().get(0).number(), "technician");
        WorkOrderView other = bench.workOrder("ONT-INSTALL");
        bench.assign(other.tasks().get(0).number(), "ravi");

        assertThat(bench.as("technician", s -> s.service.find(own.number())).tasks())
                .hasSize(2);
        assertThat(seenBy(bench, "technician")).contains(own.number()).doesNotContain(other.number());
        requireOutOfReach(bench, "technician", other);
        bench.doAs("dispatcher", s -> s.tasks.unassign(own.tasks().get(0).number(), null));
        requireOutOfReach(bench, "technician", own);
    }

    @DatabaseTest
    void aTechnicianSeesClosedWorkForThirtyDays(TestDatabase database) {
        Bench bench = Bench.on(database);
        WorkOrderView done = bench.inState(WorkOrderState.CLOSED_COMPLETE);

        bench.clock.advance(Actors.LOOK_BACK);
        assertThat(seenBy(bench, "technician")).contains(done.number());
        assertThat(bench.as("technician", s -> s.service.find(done.number())).state())
                .isEqualTo("CLOSED_COMPLETE");
        bench.clock.advance(Duration.ofSeconds(1));
        requireOutOfReach(bench, "technician", done);
        assertThat(seenBy(bench, "viewer")).contains(done.number());
    }

    private static List<String> seenBy(Bench bench, String user) {
        return bench.as(user, s -> s.lists.list(WorkOrderFilter.all(), 0, 200)).stream()
                .map(WorkOrderSummary::number)
                .toList();
    }

    /** In no list, and not found by any way to it. */
    private static void requireOutOfReach(Bench bench, String user, WorkOrderView work) {
        String number = work.number();
        String task = work.tasks().get(0).number();
        assertThat(seenBy(bench, user)).doesNotContain(number);
        bench.doAs(user, s -> {
            assertThat(s.lists.visits(new TaskFilter(null, null, null, Set.of(), false), 0, 200))
                    .extracting(v -> v.workOrder())
                    .doesNotContain(number);
            assertThat(s.dispatch.tasks(
                            new DispatchFilter(Set.of(), Set.of(), null, null, null, null, null, null, null), 0, 200))
                    .extracting(t -> t.workOrder())
                    .doesNotContain(number);
        });
        List<Consumer<Bench.Session>> ways = List.of(
                s -> s.service.find(number),
                s -> s.service.activity(number, 0, 0, 10),
                s -> s.service.newestActivity(number, 0, 10),
                s -> s.service.countActivity(number, 0),
                s -> s.service.followUps(number),
                s -> s.service.addNote(number, "x"),
                s -> s.service.wishFollowUp(number, "ONT-INSTALL", "x"),
                s -> s.tasks.find(task),
                s -> s.tasks.accept(task, null),
                s -> s.tasks.complete(task, "complete", null, null),
                s -> s.attachments.ofTask(task),
                s -> s.attachments.ofWorkOrder(number));
        for (Consumer<Bench.Session> way : ways) {
            Refused.with(NOT_FOUND, "not-found", () -> bench.doAs(user, way));
        }
    }
}
