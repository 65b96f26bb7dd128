package io.orderfield.fsm.board;

import static io.orderfield.kernel.Refusal.Kind.CONFLICT;
import static io.orderfield.kernel.Refusal.Kind.FORBIDDEN;
import static io.orderfield.kernel.Refusal.Kind.INVALID;
import static io.orderfield.kernel.Refusal.Kind.NOT_FOUND;
import static org.assertj.core.api.Assertions.assertThat;

import io.orderfield.fsm.dispatch.Suggestion;
import io.orderfield.fsm.dispatch.Technician;
import io.orderfield.fsm.testing.Bench;
import io.orderfield.fsm.testing.Requests;
import io.orderfield.fsm.workorder.Refused;
import io.orderfield.fsm.workorder.WorkOrderState;
import io.orderfield.fsm.workorder.WorkOrderView;
import io.orderfield.messaging.testing.DatabaseTest;
import io.orderfield.messaging.testing.TestDatabase;
import io.orderfield.messaging.testing.WithDatabase;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.eclipse.persistence.sessions.Session;
import org.eclipse.persistence.sessions.SessionEvent;
import org.eclipse.persistence.sessions.SessionEventAdapter;

@WithDatabase(schemas = "fsm", unit = "fsm")
class DispatchServiceJpaTest {
    @DatabaseTest
    void listsTasksThatWaitTheMostUrgentFirst(TestDatabase database) {
        Bench bench = Bench.on(database);
        WorkOrderView later = due(bench, 2, "2031-03-20");
        WorkOrderView never = bench.workOrder(
                Requests.of(Requests.newKey()).priority(1).window(null, null).make());
        WorkOrderView soon = due(bench, 4, "2031-03-10");
        WorkOrderView critical = due(bench, 1, "2031-03-10");
        WorkOrderView given = due(bench, 1, "2031-03-01");
        bench.assign(given.tasks().get(0).number(), "technician");

        List<DispatchTaskView> waiting =
                bench.as("dispatcher", s -> s.dispatch.tasks(DispatchFilter.unassigned("Berlin", null, null), 0, 200));

        assertThat(waiting)
                .extracting(DispatchTaskView::workOrder)
                .containsSubsequence(critical.number(), soon.number(), later.number(), never.number())
                .doesNotContain(given.number());
        assertThat(bench.<Long>as(
                        "dispatcher", s -> s.dispatch.countDispatch(DispatchFilter.unassigned("Berlin", null, null))))
                .isEqualTo(waiting.size());
        assertThat(numbers(bench, DispatchFilter.unassigned(null, 4, LocalDate.of(2031, 3, 19))))
                .contains(soon.number())
                .doesNotContain(later.number(), critical.number(), never.number());
        assertThat(numbers(bench, DispatchFilter.unassigned("Atlantis", null, null)))
                .isEmpty();
    }

    @DatabaseTest
    void listsTheVisitsOfADay(TestDatabase database) {
        Bench bench = Bench.on(database);
        WorkOrderView visit = bench.inState(WorkOrderState.ASSIGNED);
        WorkOrderView canceled = bench.inState(WorkOrderState.ASSIGNED);
        bench.doAs("dispatcher", s -> s.service.cancel(canceled.number(), "not wanted", null));

        assertThat(numbers(bench, DispatchFilter.visits(Set.of("technician"), Bench.MORNING, Bench.NOON)))
                .contains(visit.number())
                .doesNotContain(canceled.number());
        assertThat(numbers(
                        bench, DispatchFilter.visits(Set.of("technician"), Bench.NOON, Bench.NOON.plusSeconds(3600))))
                .doesNotContain(visit.number());
        assertThat(numbers(bench, DispatchFilter.visits(Set.of("ravi"), Bench.MORNING, Bench.NOON)))
                .doesNotContain(visit.number());
    }

    @DatabaseTest
    void aFieldSystemSeesTasksOfItsOwnTechniciansOnly(TestDatabase database) {
        Bench bench = Bench.on(database);
        WorkOrderView theirs = bench.workOrder("ONT-INSTALL");
        bench.assign(theirs.tasks().get(0).number(), "contractor");
        WorkOrderView ours = bench.inState(WorkOrderState.ASSIGNED);
        DispatchFilter all = new DispatchFilter(Set.of(), Set.of(), null, null, null, null, null, null, "-number");
        DispatchFilter wanted =
                new DispatchFilter(Set.of(), Set.of("technician"), null, null, null, null, null, null, "-number");

        List<DispatchTaskView> seen = bench.as("field-system", s -> s.dispatch.tasks(all, 0, 200));

        assertThat(seen)
                .extracting(DispatchTaskView::workOrder)
                .contains(theirs.number())
                .doesNotContain(ours.number());
        assertThat(bench.<Long>as("field-system", s -> s.dispatch.countDispatch(wanted)))
                .isZero();
        Refused.with(FORBIDDEN, "forbidden", () -> bench.doAs("partner", s -> s.dispatch.countDispatch(all)));
    }

    @DatabaseTest
    void refusesUnknownSortsAndStates(TestDatabase database) {
        Bench bench = Bench.on(database);

        Refused.with(
                INVALID,
                "unknown-state",
                () -> numbers(
                        bench, new DispatchFilter(Set.of("DONE"), Set.of(), null, null, null, null, null, null, null)));
        Refused.with(
                INVALID,
                "unknown-sort",
                () -> numbers(bench, new DispatchFilter(Set.of(), Set.of(), null, null, null, null, null, null, "x")));
    }

    @DatabaseTest
    void suggestsWhoHasTheSkillsAndTheTime(TestDatabase database) {
        Bench bench = Bench.on(database);
        WorkOrderView created = bench.workOrder("FIBER-INSTALL");
        String task = created.tasks().get(0).number();

        List<Suggestion> suggestions = bench.as("dispatcher", s -> s.dispatch.suggestions(task, 200));

        assertThat(suggestions.get(0).technician()).isEqualTo("technician");
        assertThat(suggestions.get(0).missingSkills()).isEmpty();
        assertThat(suggestions.get(0).slotStart()).isNotNull();
        assertThat(suggestions)
                .extracting(Suggestion::technician)
                .contains("ravi")
                .doesNotContain("old");
        assertThat(suggestions)
                .filteredOn(s -> s.technician().equals("ravi"))
                .allSatisfy(s -> assertThat(s.missingSkills()).containsExactly("fiber"));
        Suggestion first = suggestions.get(0);
        bench.doAs(
                "dispatcher",
                s -> s.tasks.assign(task, first.technician(), first.slotStart(), first.slotEnd(), false, null, null));
        List<Suggestion> again = bench.as("dispatcher", s -> s.dispatch.suggestions(task, 1));
        assertThat(again).singleElement().satisfies(s -> assertThat(s.slotStart())
                .as("its own visit is not in its way")
                .isEqualTo(first.slotStart()));
    }

    @DatabaseTest
    void suggestsNobodyForWorkThatCannotBeGiven(TestDatabase database) {
        Bench bench = Bench.on(database);
        String running =
                bench.inState(WorkOrderState.WORK_IN_PROGRESS).tasks().get(0).number();
        String canceled = bench.inState(WorkOrderState.CANCELED).tasks().get(0).number();

        Refused.with(CONFLICT, "wrong-state", () -> bench.doAs("dispatcher", s -> s.dispatch.suggestions(running, 10)));
        Refused.with(
                CONFLICT,
                "work-order-canceled",
                () -> bench.doAs("dispatcher", s -> s.dispatch.suggestions(canceled, 10)));
        Refused.with(
                NOT_FOUND, "not-found", () -> bench.doAs("dispatcher", s -> s.dispatch.suggestions("WOT9999999", 10)));
    }

    @DatabaseTest
    void readsNoMoreOftenForManyTechniciansThanForFew(TestDatabase database) {
        Bench bench = Bench.on(database);
        String task = bench.workOrder("ONT-INSTALL").tasks().get(0).number();

        int few = queries(database, bench, task);
        bench.doAs("nobody", s -> {
            for (int i = 0; i < 60; i++) {
                s.technicians.add(new Technician(
                        "many" + i, "Many " + i, Set.of("Far away"), Set.of("odd"), "Europe/Berlin", null));
            }
        });
        int many = queries(database, bench, task);

        assertThat(few).isPositive();
        assertThat(many).isEqualTo(few);
    }

    private static int queries(TestDatabase database, Bench bench, String task) {
        AtomicInteger queries = new AtomicInteger();
        SessionEventAdapter counter = new SessionEventAdapter() {
            @Override
            public void postExecuteQuery(SessionEvent event) {
                queries.incrementAndGet();
            }
        };
        Session session = database.entityManagerFactory().unwrap(Session.class);
        session.getEventManager().addListener(counter);
        try {
            bench.doAs("dispatcher", s -> s.dispatch.suggestions(task, 200));
        } finally {
            session.getEventManager().removeListener(counter);
        }
        return queries.get();
    }

    private static WorkOrderView due(Bench bench, int priority, String day) {
        return bench.workOrder(Requests.of(Requests.newKey())
                .priority(priority)
                .window(null, LocalDate.parse(day))
                .make());
    }

    private static List<String> numbers(Bench bench, DispatchFilter filter) {
        return bench.<List<DispatchTaskView>>as("dispatcher", s -> s.dispatch.tasks(filter, 0, 200)).stream()
                .map(DispatchTaskView::workOrder)
                .toList();
    }
}
