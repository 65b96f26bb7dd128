package io.orderfield.fsm.workorder;

import static io.orderfield.kernel.Refusal.Kind.CONFLICT;
import static org.assertj.core.api.Assertions.assertThat;

import io.orderfield.fsm.template.TemplateTaskView;
import io.orderfield.fsm.template.WorkOrderTemplateView;
import io.orderfield.fsm.testing.Bench;
import io.orderfield.kernel.Refusal;
import io.orderfield.messaging.testing.DatabaseTest;
import io.orderfield.messaging.testing.TestDatabase;
import io.orderfield.messaging.testing.WithDatabase;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;

@WithDatabase(schemas = "fsm", unit = "fsm")
class TaskOrderJpaTest {
    /**
     * What each of four tasks waits for, which of them are closed (and how), and which may start then.
     *
     * @param closed c complete, i incomplete, - not
     */
    private record Row(List<Set<Integer>> dependsOn, String closed, Set<Integer> mayStart) {}

    private static final List<Row> TABLE = List.of(
            new Row(List.of(Set.of(), Set.of(1), Set.of(2), Set.of(3)), "----", Set.of(1)),
            new Row(List.of(Set.of(), Set.of(1), Set.of(2), Set.of(3)), "c---", Set.of(2)),
            new Row(List.of(Set.of(), Set.of(1), Set.of(2), Set.of(3)), "ci--", Set.of(3)),
            new Row(List.of(Set.of(), Set.of(), Set.of(), Set.of()), "----", Set.of(1, 2, 3, 4)),
            new Row(List.of(Set.of(), Set.of(1), Set.of(1), Set.of(2, 3)), "c---", Set.of(2, 3)),
            new Row(List.of(Set.of(), Set.of(1), Set.of(1), Set.of(2, 3)), "cc--", Set.of(3)),
            new Row(List.of(Set.of(), Set.of(1), Set.of(1), Set.of(2, 3)), "cic-", Set.of(4)),
            new Row(List.of(Set.of(4), Set.of(1), Set.of(), Set.of()), "----", Set.of(3, 4)),
            new Row(List.of(Set.of(4), Set.of(1), Set.of(), Set.of()), "---c", Set.of(1, 3)));

    @DatabaseTest
    void aTaskStartsWhenThoseItDependsOnAreClosed(TestDatabase database) {
        Bench bench = Bench.on(database);
        for (int i = 0; i < TABLE.size(); i++) {
            Row row = TABLE.get(i);
            WorkOrderView created = workOrder(bench, "ORDER-" + i, row.dependsOn());
            for (int ordinal = 1; ordinal <= 4; ordinal++) {
                String task = created.tasks().get(ordinal - 1).number();
                Instant start = Bench.MORNING.plus(Duration.ofHours(ordinal));
                bench.doAs(
                        "dispatcher",
                        s -> s.tasks.assign(task, "technician", start, start.plusSeconds(60), true, "x", null));
                bench.doAs("technician", s -> s.tasks.accept(task, null));
            }
            close(bench, created, row);
            WorkOrderView now = bench.find(created.key());
            for (int ordinal = 1; ordinal <= 4; ordinal++) {
                WorkOrderTaskView task = now.tasks().get(ordinal - 1);
                if (row.closed().charAt(ordinal - 1) != '-') {
                    continue;
                }
                List<String> open = row.dependsOn().get(ordinal - 1).stream()
                        .filter(d -> row.closed().charAt(d - 1) == '-')
                        .sorted()
                        .map(d -> now.tasks().get(d - 1).number())
                        .toList();
                assertThat(open.isEmpty())
                        .as("%s, task %s", row, ordinal)
                        .isEqualTo(row.mayStart().contains(ordinal));
                assertThat(task.waitsFor()).isEqualTo(open);
                if (open.isEmpty()) {
                    bench.doAs("technician", s -> s.tasks.start(task.number(), null));
                } else {
                    Refusal refusal = Refused.with(
                            CONFLICT,
                            "earlier-task-open",
                            () -> bench.doAs("technician", s -> s.tasks.start(task.number(), null)));
                    assertThat(refusal.data()).containsEntry("tasks", open);
                    assertThat(refusal.getMessage()).contains(open);
                }
            }
        }
    }

    private static void close(Bench bench, WorkOrderView workOrder, Row row) {
        for (int again = 0; again < 4; again++) {
            for (int ordinal = 1; ordinal <= 4; ordinal++) {
                String task = workOrder.tasks().get(ordinal - 1).number();
                char end = row.closed().charAt(ordinal - 1);
                WorkOrderTaskView now = bench.as("viewer", s -> s.tasks.find(task));
                if (end != '-'
                        && now.state().equals("ACCEPTED")
                        && now.waitsFor().isEmpty()) {
                    bench.doAs("technician", s -> s.tasks.start(task, null));
                    bench.doAs(
                            "technician",
                            s -> s.tasks.complete(task, end == 'c' ? "complete" : "incomplete", null, null));
                }
            }
        }
    }

    @DatabaseTest
    void existingWorkKeepsWhatItWasMadeFrom(TestDatabase database) {
        Bench bench = Bench.on(database);
        WorkOrderView before = workOrder(bench, "KEPT", List.of(Set.of(), Set.of(1)));

        bench.doAs(
                "nobody",
                s -> s.templates.change(template(
                        "KEPT",
                        s.templates.lock("KEPT").orElseThrow().version(),
                        List.of(Set.of(), Set.of(), Set.of()))));
        WorkOrderView after = bench.workOrder("KEPT");

        assertThat(bench.find(before.key()).tasks()).hasSize(2).isEqualTo(before.tasks());
        assertThat(before.templateRevision()).isEqualTo(1);
        assertThat(before.tasks().get(1).waitsFor())
                .containsExactly(before.tasks().get(0).number());
        assertThat(after.tasks()).hasSize(3).allMatch(t -> t.waitsFor().isEmpty());
        assertThat(after.templateRevision()).isEqualTo(2);
    }

    private static WorkOrderView workOrder(Bench bench, String code, List<Set<Integer>> dependsOn) {
        bench.doAs("nobody", s -> s.templates.add(template(code, 0, dependsOn)));
        return bench.workOrder(code);
    }

    private static WorkOrderTemplateView template(String code, long version, List<Set<Integer>> dependsOn) {
        return new WorkOrderTemplateView(
                code,
                code,
                "",
                true,
                3,
                false,
                false,
                0,
                version,
                dependsOn.stream()
                        .map(d -> new TemplateTaskView("Task", Set.of(), 60, List.of(), d))
                        .toList());
    }
}
