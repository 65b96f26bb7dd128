package io.orderfield.fsm.workorder;

import static io.orderfield.kernel.Refusal.Kind.CONFLICT;
import static io.orderfield.kernel.Refusal.Kind.INVALID;
import static io.orderfield.kernel.Refusal.Kind.STALE;
import static org.assertj.core.api.Assertions.assertThat;

import io.orderfield.fsm.testing.Bench;
import io.orderfield.fsm.testing.Requests;
import io.orderfield.fsm.worklist.WorkOrderFilter;
import io.orderfield.fsm.worklist.WorkOrderSummary;
import io.orderfield.messaging.contract.RequestWorkOrder;
import io.orderfield.messaging.contract.WorkOrderChanged;
import io.orderfield.messaging.contract.WorkOrderEvent;
import io.orderfield.messaging.delivery.MessageCodec;
import io.orderfield.messaging.testing.DatabaseTest;
import io.orderfield.messaging.testing.TestDatabase;
import io.orderfield.messaging.testing.WithDatabase;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;

@WithDatabase(schemas = "fsm", unit = "fsm")
class WorkOrderServiceJpaTest {
    @DatabaseTest
    void aDispatcherQualifiesOnce(TestDatabase database) {
        Bench bench = Bench.on(database);
        WorkOrderView waiting = bench.workOrder("SITE-SURVEY");

        WorkOrderView qualified = bench.as("dispatcher", s -> s.service.qualify(waiting.number(), waiting.version()));

        assertThat(qualified.state()).isEqualTo("QUALIFIED");
        assertThat(qualified.tasks()).extracting(WorkOrderTaskView::state).containsExactly("PENDING_DISPATCH");
        Refused.with(
                CONFLICT,
                "wrong-state",
                () -> bench.doAs("dispatcher", s -> s.service.qualify(waiting.number(), null)));
        Refused.with(
                STALE,
                "stale",
                () -> bench.doAs("dispatcher", s -> s.service.cancel(waiting.number(), "x", waiting.version())));
    }

    @DatabaseTest
    void showsItsActivityPieceByPieceFromEitherEnd(TestDatabase database) {
        Bench bench = Bench.on(database);
        String number = bench.workOrder("SITE-SURVEY").number();
        for (int i = 1; i <= 5; i++) {
            String text = "note " + i;
            bench.doAs("dispatcher", s -> s.service.addNote(number, text));
        }
        long created = 1;

        long count = bench.as("viewer", s -> s.service.countActivity(number, created));
        List<WorkOrderActivityView> second = bench.as("viewer", s -> s.service.activity(number, created, 2, 2));
        List<WorkOrderActivityView> newest = bench.as("viewer", s -> s.service.newestActivity(number, 1, 3));

        assertThat(count).isEqualTo(5);
        assertThat(second).extracting(WorkOrderActivityView::text).containsExactly("note 3", "note 4");
        assertThat(newest).extracting(WorkOrderActivityView::text).containsExactly("note 4", "note 3", "note 2");
    }

    @DatabaseTest
    void cancelsWithAReasonOnly(TestDatabase database) {
        Bench bench = Bench.on(database);
        WorkOrderView running = bench.inState(WorkOrderState.WORK_IN_PROGRESS);

        Refused.with(
                INVALID,
                "invalid-request",
                () -> bench.doAs("dispatcher", s -> s.service.cancel(running.number(), " ", null)));
        Refused.with(
                INVALID,
                "invalid-request",
                () -> bench.doAs("dispatcher", s -> s.service.cancel(running.number(), "x".repeat(4001), null)));
        bench.doAs("dispatcher", s -> s.service.cancel(running.number(), "Customer moved away", null));

        WorkOrderChanged message = bench.sent.lastChange(running.key());
        assertThat(message.snapshot().state()).isEqualTo("CANCELED");
        assertThat(message.snapshot().canceledBy()).isEqualTo("fsm");
        assertThat(message.snapshot().cancelReason()).isEqualTo("Customer moved away");
        assertThat(message.snapshot().actualStart()).isNotNull();
        assertThat(message.entries()).singleElement().satisfies(e -> {
            assertThat(e.kind()).isEqualTo("canceled");
            assertThat(e.text()).isEqualTo("Customer moved away");
        });
    }

    @DatabaseTest
    void sendsAFollowUpWishWithTheSnapshot(TestDatabase database) {
        Bench bench = Bench.on(database);
        WorkOrderView running = bench.inState(WorkOrderState.WORK_IN_PROGRESS);

        Refused.with(
                INVALID,
                "unknown-template",
                () -> bench.doAs(
                        "technician", s -> s.service.wishFollowUp(running.number(), "NO-SUCH", "broken duct")));
        bench.doAs("technician", s -> s.service.wishFollowUp(running.number(), "FIBER-INSTALL", "broken duct"));

        WorkOrderChanged message = bench.sent.lastChange(running.key());
        assertThat(message.followUp().template()).isEqualTo("FIBER-INSTALL");
        assertThat(message.followUp().reason()).isEqualTo("broken duct");
        assertThat(message.entries()).singleElement().satisfies(e -> assertThat(e.kind())
                .isEqualTo("follow-up-wanted"));
        assertThat(bench.find(running.key()).state()).isEqualTo("WORK_IN_PROGRESS");
    }

    @DatabaseTest
    void tellsOutsideApplicationsOncePerChangeAndNobodysName(TestDatabase database) {
        Bench bench = Bench.on(database);
        RequestWorkOrder request =
                Requests.of(Requests.newKey()).template("ONT-INSTALL").make();
        WorkOrderView created = bench.workOrder(request);
        bench.receive(request);
        String task = created.tasks().get(0).number();
        bench.start(task);

        List<WorkOrderEvent> events = bench.sent.eventsOf(created.number());

        assertThat(events)
                .extracting(WorkOrderEvent::event)
                .containsExactly(
                        "work-order.created",
                        "work-order.assigned",
                        "work-order.state-changed",
                        "work-order.state-changed");
        assertThat(events).extracting(WorkOrderEvent::revision).isSorted().doesNotHaveDuplicates();
        assertThat(events.get(3)).satisfies(started -> {
            assertThat(started.task()).isEqualTo(task);
            assertThat(started.state()).isEqualTo("WORK_IN_PROGRESS");
            assertThat(started.account()).isEqualTo(request.account().number());
            assertThat(started.domainOrder()).isEqualTo(request.origin().domainOrder());
            assertThat(started.link()).isEqualTo("/api/v1/work-orders/" + created.number());
            assertThat(new MessageCodec().write(started))
                    .doesNotContain("Ana Sousa", "technician", request.account().name());
        });
    }

    @DatabaseTest
    void takesNotesUpToTheirLongest(TestDatabase database) {
        Bench bench = Bench.on(database);
        WorkOrderView done = bench.inState(WorkOrderState.CLOSED_COMPLETE);

        bench.doAs("technician", s -> s.service.addNote(done.number(), "n".repeat(4000)));
        Refused.with(
                INVALID,
                "invalid-request",
                () -> bench.doAs("technician", s -> s.service.addNote(done.number(), "n".repeat(4001))));
        Refused.with(
                INVALID,
                "invalid-request",
                () -> bench.doAs("technician", s -> s.service.addNote(done.number(), "a\0b")));

        assertThat(bench.sent.lastChange(done.key()).entries().get(0).text()).hasSize(4000);
        assertThat(bench.sent.lastChange(done.key()).entries().get(0).author()).isEqualTo("Ana Sousa");
    }

    @DatabaseTest
    void findsByEveryFilter(TestDatabase database) {
        Bench bench = Bench.on(database);
        WorkOrderView assigned = bench.inState(WorkOrderState.ASSIGNED);
        WorkOrderView waiting = bench.workOrder("SITE-SURVEY");

        assertThat(numbers(
                        bench,
                        filter(assigned.number().toLowerCase(java.util.Locale.ROOT), Set.of(), null, null, null, null)))
                .containsExactly(assigned.number());
        assertThat(numbers(bench, filter(null, Set.of("AWAITING_QUALIFICATION"), null, null, null, null)))
                .contains(waiting.number())
                .doesNotContain(assigned.number());
        assertThat(numbers(
                        bench,
                        filter(
                                null,
                                Set.of("ASSIGNED"),
                                "technician",
                                "RO0001001",
                                "Berlin",
                                LocalDate.of(2026, 3, 20))))
                .contains(assigned.number());
        assertThat(numbers(bench, filter(null, Set.of(), null, null, "Atlantis", null)))
                .isEmpty();
        assertThat(numbers(bench, filter(null, Set.of(), null, null, null, LocalDate.of(2026, 3, 19))))
                .isEmpty();
        assertThat(numbers(bench, filter("100%", Set.of(), null, null, null, null)))
                .isEmpty();
        assertThat(numbers(bench, filter("_", Set.of(), null, null, null, null)))
                .isEmpty();
    }

    @DatabaseTest
    void findsByTemplateAndPriorityAndShowsTheSlaClock(TestDatabase database) {
        Bench bench = Bench.on(database);
        WorkOrderView late = bench.workOrder(Requests.of(Requests.newKey())
                .template("SITE-SURVEY")
                .priority(1)
                .window(null, LocalDate.of(2026, 2, 27))
                .make());
        WorkOrderView other = bench.workOrder("ONT-INSTALL");
        WorkOrderFilter critical =
                new WorkOrderFilter(null, Set.of(), null, null, null, null, "SITE-SURVEY", 1, Set.of(), null);

        List<WorkOrderSummary> found = bench.as("viewer", s -> s.lists.list(critical, 0, 200));

        assertThat(found)
                .extracting(WorkOrderSummary::number)
                .contains(late.number())
                .doesNotContain(other.number());
        assertThat(found)
                .filteredOn(w -> w.number().equals(late.number()))
                .allSatisfy(w -> assertThat(w.sla().state()).isEqualTo("BREACHED"));
        assertThat(other.sla().state()).isEqualTo("ON_TRACK");
    }

    @DatabaseTest
    void sortsByEveryFieldAndPagesWithoutOverlap(TestDatabase database) {
        Bench bench = Bench.on(database);
        for (int i = 0; i < 5; i++) {
            bench.workOrder("ONT-INSTALL");
        }
        for (String sort : List.of(
                "createdAt",
                "-createdAt",
                "updatedAt",
                "number",
                "-number",
                "priority",
                "due",
                "state",
                "accountName",
                "scheduledStart",
                "assigneeName")) {
            WorkOrderFilter sorted = new WorkOrderFilter(null, Set.of(), null, null, null, null, sort);
            List<WorkOrderSummary> first = bench.as("viewer", s -> s.lists.list(sorted, 0, 3));
            List<WorkOrderSummary> second = bench.as("viewer", s -> s.lists.list(sorted, 3, 2));
            assertThat(first).as(sort).hasSize(3);
            assertThat(second).as(sort).hasSize(2).doesNotContainAnyElementsOf(first);
        }
        assertThat(numbers(bench, new WorkOrderFilter(null, Set.of(), null, null, null, null, "-number")))
                .isSortedAccordingTo(java.util.Comparator.reverseOrder());
    }

    @DatabaseTest
    void refusesUnknownSortsStatesAndPages(TestDatabase database) {
        Bench bench = Bench.on(database);

        Refused.with(
                INVALID,
                "unknown-sort",
                () -> numbers(
                        bench, new WorkOrderFilter(null, Set.of(), null, null, null, null, "number; drop table")));
        Refused.with(
                INVALID, "unknown-state", () -> numbers(bench, filter(null, Set.of("DONE"), null, null, null, null)));
        Refused.with(
                INVALID, "invalid-page", () -> bench.doAs("viewer", s -> s.lists.list(WorkOrderFilter.all(), 0, 201)));
        Refused.with(
                INVALID, "invalid-page", () -> bench.doAs("viewer", s -> s.lists.list(WorkOrderFilter.all(), -1, 10)));
    }

    @DatabaseTest
    void countsByState(TestDatabase database) {
        Bench bench = Bench.on(database);
        bench.inState(WorkOrderState.CANCELED);

        assertThat(bench.<java.util.Map<String, Long>>as("viewer", s -> s.lists.countByState()))
                .hasSize(WorkOrderState.values().length)
                .containsEntry("DRAFT", 0L)
                .satisfies(counts -> assertThat(counts.get("CANCELED")).isPositive());
        long all = bench.as("viewer", s -> s.lists.count(WorkOrderFilter.all()));
        assertThat(bench.<java.util.Map<String, Long>>as("viewer", s -> s.lists.countByState()).values().stream()
                        .mapToLong(Long::longValue)
                        .sum())
                .isEqualTo(all);
    }

    private static WorkOrderFilter filter(
            String text, Set<String> states, String assignee, String domainOrder, String region, LocalDate due) {
        return new WorkOrderFilter(text, states, assignee, domainOrder, region, due, null);
    }

    private static List<String> numbers(Bench bench, WorkOrderFilter filter) {
        return bench.<List<WorkOrderSummary>>as("viewer", s -> s.lists.list(filter, 0, 200)).stream()
                .map(WorkOrderSummary::number)
                .toList();
    }
}
