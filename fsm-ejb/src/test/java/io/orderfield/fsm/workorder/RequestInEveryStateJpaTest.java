package io.orderfield.fsm.workorder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.InstanceOfAssertFactories.LIST;

import io.orderfield.fsm.testing.Bench;
import io.orderfield.fsm.testing.Requests;
import io.orderfield.kernel.Refusal;
import io.orderfield.messaging.contract.ActivityEntry;
import io.orderfield.messaging.contract.FieldChange;
import io.orderfield.messaging.contract.WorkOrderChanged;
import io.orderfield.messaging.contract.WorkOrderRequestRefused;
import io.orderfield.messaging.testing.DatabaseTest;
import io.orderfield.messaging.testing.TestDatabase;
import io.orderfield.messaging.testing.WithDatabase;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Every state of a work order times every kind of request. */
@WithDatabase(schemas = "fsm", unit = "fsm")
class RequestInEveryStateJpaTest {
    private static final List<WorkOrderState> STATES = Arrays.stream(WorkOrderState.values())
            .filter(s -> s != WorkOrderState.DRAFT)
            .toList();
    private static final List<WorkOrderState> CLOSED =
            STATES.stream().filter(WorkOrderState::isClosed).toList();
    private static final List<WorkOrderState> COMMITTED =
            List.of(WorkOrderState.ACCEPTED, WorkOrderState.WORK_IN_PROGRESS);

    @DatabaseTest
    void aChangeIsTakenByEveryOpenWorkOrderAndAcknowledgedByThoseWhoSaidYes(TestDatabase database) {
        Bench bench = Bench.on(database);
        for (WorkOrderState state : STATES) {
            WorkOrderView before = bench.inState(state);
            bench.receive(Requests.of(before.key())
                    .template(before.template())
                    .revision(2)
                    .description("quantity: 2")
                    .make());

            WorkOrderView after = bench.find(before.key());
            assertThat(after.state()).as(state.name()).isEqualTo(state.name());
            if (CLOSED.contains(state)) {
                assertRefused(bench, before.key(), state);
                assertThat(after.description()).as(state.name()).isEqualTo("quantity: 1");
            } else {
                assertThat(after.description()).as(state.name()).isEqualTo("quantity: 2");
                assertThat(after.acknowledgementPending()).as(state.name()).isEqualTo(COMMITTED.contains(state));
                assertThat(after.tasks().get(0).pendingChanges())
                        .as(state.name())
                        .isEqualTo(
                                COMMITTED.contains(state)
                                        ? List.of(new FieldChange("description", "quantity: 1", "quantity: 2"))
                                        : List.of());
                assertThat(bench.sent.lastChange(before.key()).answeredRequestRevision())
                        .isEqualTo(2);
            }
        }
    }

    @DatabaseTest
    void aMovedWindowKeepsThePlannedVisitAndAsksForAnother(TestDatabase database) {
        Bench bench = Bench.on(database);
        for (WorkOrderState state : STATES) {
            WorkOrderView before = bench.inState(state);
            bench.receive(Requests.of(before.key())
                    .template(before.template())
                    .revision(2)
                    .window(LocalDate.of(2026, 3, 10), LocalDate.of(2026, 3, 20))
                    .make());

            WorkOrderView after = bench.find(before.key());
            boolean planned = state == WorkOrderState.ASSIGNED || state == WorkOrderState.ACCEPTED;
            assertThat(after.rescheduleNeeded()).as(state.name()).isEqualTo(planned);
            assertThat(after.scheduledStart()).as(state.name()).isEqualTo(before.scheduledStart());
        }
    }

    @DatabaseTest
    void aHoldIsNothingToAcknowledge(TestDatabase database) {
        Bench bench = Bench.on(database);
        for (WorkOrderState state : STATES) {
            WorkOrderView before = bench.inState(state);
            bench.receive(Requests.of(before.key())
                    .template(before.template())
                    .revision(2)
                    .hold()
                    .make());

            WorkOrderView after = bench.find(before.key());
            if (CLOSED.contains(state)) {
                assertRefused(bench, before.key(), state);
            } else {
                assertThat(after.onHold()).as(state.name()).isTrue();
                assertThat(after.acknowledgementPending()).as(state.name()).isFalse();
                assertThat(bench.sent.lastChange(before.key()).entries())
                        .as(state.name())
                        .singleElement()
                        .satisfies(
                                e -> assertThat(e.changes()).containsExactly(new FieldChange("hold", "false", "true")));
            }
        }
    }

    @DatabaseTest
    void aCancelEndsEveryOpenWorkOrderAndIsRefusedByDoneOnes(TestDatabase database) {
        Bench bench = Bench.on(database);
        for (WorkOrderState state : STATES) {
            WorkOrderView before = bench.inState(state);
            bench.receive(Requests.of(before.key()).revision(2).cancel());

            WorkOrderView after = bench.find(before.key());
            if (state == WorkOrderState.CANCELED) {
                WorkOrderChanged answer = (WorkOrderChanged) bench.sent.last(before.key());
                assertThat(answer.snapshot().canceledBy()).isEqualTo("fsm");
                assertThat(answer.answeredRequestRevision()).isEqualTo(2);
                assertThat(answer.entries()).isEmpty();
            } else if (CLOSED.contains(state)) {
                assertRefused(bench, before.key(), state);
                assertThat(after.state()).isEqualTo(state.name());
            } else {
                assertThat(after.state()).as(state.name()).isEqualTo("CANCELED");
                assertThat(after.cancelReason()).isEqualTo("customer withdrew");
                assertThat(after.tasks().get(0).state()).isEqualTo("CANCELED");
                assertThat(after.tasks().get(0).actualStart())
                        .isEqualTo(before.tasks().get(0).actualStart());
            }
        }
    }

    @DatabaseTest
    void workOnHoldMayFinishButNotStart(TestDatabase database) {
        Bench bench = Bench.on(database);
        WorkOrderView running = bench.inState(WorkOrderState.WORK_IN_PROGRESS);
        WorkOrderView accepted = bench.inState(WorkOrderState.ACCEPTED);
        bench.receive(Requests.of(running.key()).revision(2).hold().make());
        bench.receive(Requests.of(accepted.key()).revision(2).hold().make());
        String waiting = accepted.tasks().get(0).number();
        String task = running.tasks().get(0).number();

        Refused.with("work-on-hold", () -> bench.doAs("technician", s -> s.tasks.travel(waiting, null)));
        Refused.with("work-on-hold", () -> bench.doAs("technician", s -> s.tasks.start(waiting, null)));
        assertThatCode(() -> bench.doAs("technician", s -> s.tasks.complete(task, "incomplete", "stopped", null)))
                .doesNotThrowAnyException();
    }

    @DatabaseTest
    void nobodyStartsOrCompletesBeforeTheVeryChangeIsAcknowledged(TestDatabase database) {
        Bench bench = Bench.on(database);
        WorkOrderView accepted = bench.inState(WorkOrderState.ACCEPTED);
        String task = accepted.tasks().get(0).number();
        bench.receive(Requests.of(accepted.key())
                .revision(2)
                .description("quantity: 2")
                .make());

        Refusal unread = Refused.with(
                "acknowledgement-required", () -> bench.doAs("technician", s -> s.tasks.start(task, null)));
        assertThat(unread.data().get("changes"))
                .asInstanceOf(LIST)
                .containsExactly(Map.of("field", "description", "old", "quantity: 1", "new", "quantity: 2"));
        bench.doAs("technician", s -> s.tasks.acknowledge(task, null));
        bench.doAs("technician", s -> s.tasks.start(task, null));
        bench.receive(Requests.of(accepted.key())
                .revision(3)
                .description("quantity: 3")
                .make());

        Refused.with(
                "acknowledgement-required",
                () -> bench.doAs("technician", s -> s.tasks.complete(task, "incomplete", null, null)));
        assertThat(bench.find(accepted.key()).tasks().get(0).pendingChanges())
                .containsExactly(new FieldChange("description", "quantity: 2", "quantity: 3"));
    }

    @DatabaseTest
    void severalChangesBecomeOneFromFirstToLast(TestDatabase database) {
        Bench bench = Bench.on(database);
        WorkOrderView accepted = bench.inState(WorkOrderState.ACCEPTED);
        bench.receive(Requests.of(accepted.key())
                .revision(2)
                .description("quantity: 2")
                .make());
        bench.receive(Requests.of(accepted.key())
                .revision(3)
                .description("quantity: 3")
                .make());

        assertThat(bench.find(accepted.key()).tasks().get(0).pendingChanges())
                .containsExactly(new FieldChange("description", "quantity: 1", "quantity: 3"));

        bench.receive(Requests.of(accepted.key()).revision(4).make());
        assertThat(bench.find(accepted.key()).acknowledgementPending()).isFalse();
    }

    @DatabaseTest
    void aChangeLeavesFieldServicesOwnDataAlone(TestDatabase database) {
        Bench bench = Bench.on(database);
        for (WorkOrderState state : STATES) {
            WorkOrderView begun = bench.inState(state);
            bench.doAs("dispatcher", s -> s.service.addNote(begun.number(), "Ask for Mr. Roth"));
            if (state == WorkOrderState.WORK_IN_PROGRESS) {
                WorkOrderTaskView task = begun.tasks().get(0);
                bench.doAs(
                        "technician",
                        s -> s.tasks.tick(task.number(), task.checklist().get(0).id(), true, null));
            }
            WorkOrderView before = bench.find(begun.key());
            List<ActivityEntry> noted = bench.sent.entriesOf(begun.key());

            bench.receive(Requests.of(begun.key())
                    .template(begun.template())
                    .revision(2)
                    .priority(1)
                    .shortDescription("Change ONT at Berlin office")
                    .description("quantity: 2")
                    .window(LocalDate.of(2026, 3, 10), LocalDate.of(2026, 3, 25))
                    .phone("+49 30 9999")
                    .make());

            WorkOrderView after = bench.find(begun.key());
            assertThat(after.priority()).as(state.name()).isEqualTo(CLOSED.contains(state) ? 3 : 1);
            assertThat(fieldServicesOwn(after)).as(state.name()).isEqualTo(fieldServicesOwn(before));
            assertThat(after.tasks())
                    .as(state.name())
                    .usingRecursiveFieldByFieldElementComparatorIgnoringFields(
                            "acknowledgementPending", "pendingChanges", "version", "place", "allowedActions")
                    .isEqualTo(before.tasks());
            assertThat(bench.sent.entriesOf(begun.key()))
                    .as(state.name())
                    .startsWith(noted.toArray(ActivityEntry[]::new));
        }
    }

    private static List<Object> fieldServicesOwn(WorkOrderView view) {
        return Arrays.asList(
                view.number(),
                view.state(),
                view.template(),
                view.scheduledStart(),
                view.scheduledEnd(),
                view.assignee(),
                view.cancelReason(),
                view.closeNote(),
                view.createdAt());
    }

    private static void assertRefused(Bench bench, UUID key, WorkOrderState state) {
        assertThat(bench.sent.last(key)).as(state.name()).isInstanceOfSatisfying(WorkOrderRequestRefused.class, r -> {
            assertThat(r.code()).isEqualTo("work-order-closed");
            assertThat(r.answeredRequestRevision()).isEqualTo(2);
            assertThat(r.reason()).contains(state.name());
        });
    }
}
