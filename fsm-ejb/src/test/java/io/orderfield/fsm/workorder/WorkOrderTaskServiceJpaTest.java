package io.orderfield.fsm.workorder;

import static io.orderfield.kernel.Refusal.Kind.CONFLICT;
import static io.orderfield.kernel.Refusal.Kind.FORBIDDEN;
import static io.orderfield.kernel.Refusal.Kind.INVALID;
import static io.orderfield.kernel.Refusal.Kind.NOT_FOUND;
import static io.orderfield.kernel.Refusal.Kind.STALE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.orderfield.fsm.dispatch.Conflict;
import io.orderfield.fsm.testing.Bench;
import io.orderfield.fsm.testing.Requests;
import io.orderfield.fsm.worklist.WorkOrderFilter;
import io.orderfield.fsm.worklist.WorkOrderSummary;
import io.orderfield.kernel.Refusal;
import io.orderfield.messaging.contract.ActivityEntry;
import io.orderfield.messaging.contract.FieldChange;
import io.orderfield.messaging.contract.WorkOrderChanged;
import io.orderfield.messaging.contract.WorkOrderSnapshot;
import io.orderfield.messaging.testing.DatabaseTest;
import io.orderfield.messaging.testing.TestDatabase;
import io.orderfield.messaging.testing.WithDatabase;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

@WithDatabase(schemas = "fsm", unit = "fsm")
class WorkOrderTaskServiceJpaTest {
    @DatabaseTest
    void aTaskLivesFromDispatchToCompletion(TestDatabase database) {
        Bench bench = Bench.on(database);
        WorkOrderView created = bench.workOrder("ONT-INSTALL");
        String task = created.tasks().get(0).number();

        bench.assign(task, "technician");
        bench.doAs("technician", s -> s.tasks.accept(task, null));
        bench.doAs("technician", s -> s.tasks.travel(task, null));
        bench.doAs("technician", s -> s.tasks.arrive(task, null));
        bench.doAs("technician", s -> s.tasks.start(task, null));
        bench.doAs("technician", s -> s.tasks.pause(task, null));
        assertThat(task(bench, task).subState()).isEqualTo("PAUSED");
        bench.doAs("technician", s -> s.tasks.resume(task, null));
        task(bench, task)
                .checklist()
                .forEach(i -> bench.doAs("technician", s -> s.tasks.tick(task, i.id(), true, null)));
        bench.doAs("technician", s -> s.tasks.complete(task, "complete", "All good", null));

        WorkOrderView closed = bench.find(created.key());
        assertThat(closed.state()).isEqualTo("CLOSED_COMPLETE");
        assertThat(closed.closeNote()).isEqualTo("All good");
        assertThat(closed.assigneeName()).isEqualTo("Ana Sousa");
        List<ActivityEntry> entries = bench.sent.entriesOf(created.key());
        assertThat(entries)
                .extracting(ActivityEntry::kind)
                .containsExactly(
                        "created",
                        "assigned",
                        "state-changed",
                        "state-changed",
                        "state-changed",
                        "state-changed",
                        "state-changed",
                        "state-changed",
                        "closed");
        assertThat(entries).extracting(ActivityEntry::sequence).containsExactly(1L, 2L, 3L, 4L, 5L, 6L, 7L, 8L, 9L);
        assertThat(entries)
                .extracting(ActivityEntry::state)
                .containsExactly(
                        "QUALIFIED",
                        "ASSIGNED",
                        "ACCEPTED",
                        "ACCEPTED",
                        "ACCEPTED",
                        "WORK_IN_PROGRESS",
                        "WORK_IN_PROGRESS",
                        "WORK_IN_PROGRESS",
                        "CLOSED_COMPLETE");
        assertThat(bench.sent.changesOf(created.key()))
                .extracting(WorkOrderChanged::snapshotRevision)
                .containsExactly(1L, 2L, 3L, 4L, 5L, 6L, 7L, 8L, 9L);
        WorkOrderSnapshot last = bench.sent.lastChange(created.key()).snapshot();
        assertThat(last.actualStart()).isNotNull();
        assertThat(last.actualEnd()).isNotNull();
        assertThat(last.tasks().get(0).closeCode()).isEqualTo("complete");
    }

    @DatabaseTest
    void saysWhatAnAssignmentChanges(TestDatabase database) {
        Bench bench = Bench.on(database);
        WorkOrderView created = bench.workOrder("ONT-INSTALL");

        bench.assign(created.tasks().get(0).number(), "technician");

        WorkOrderChanged message = bench.sent.lastChange(created.key());
        assertThat(message.snapshot().assignee()).isEqualTo("technician");
        assertThat(message.snapshot().scheduledStart()).isEqualTo(Bench.MORNING);
        assertThat(message.entries().get(0).author()).isEqualTo("dispatcher");
        assertThat(message.entries().get(0).changes())
                .contains(
                        new FieldChange("state", "QUALIFIED", "ASSIGNED"),
                        new FieldChange("technician", null, "Ana Sousa"),
                        new FieldChange("scheduledStart", null, Bench.MORNING.toString()));
    }

    @DatabaseTest
    void refusesAVisitThatSomethingSpeaksAgainstUnlessOverriddenWithAReason(TestDatabase database) {
        Bench bench = Bench.on(database);
        WorkOrderView first = bench.workOrder("FIBER-INSTALL");
        String task = first.tasks().get(0).number();
        bench.assign(first.tasks().get(1).number(), "ravi");

        Refusal refusal = Refused.with(
                CONFLICT,
                "scheduling-conflict",
                () -> bench.doAs(
                        "dispatcher", s -> s.tasks.assign(task, "ravi", Bench.MORNING, Bench.NOON, false, null, null)));
        @SuppressWarnings("unchecked")
        List<Conflict> conflicts = (List<Conflict>) refusal.data().get("conflicts");
        assertThat(conflicts).extracting(Conflict::kind).contains("overlap", "missing-skill");
        assertThat(task(bench, task).state()).isEqualTo("PENDING_DISPATCH");

        Refused.with(
                INVALID,
                "invalid-request",
                () -> bench.doAs(
                        "dispatcher", s -> s.tasks.assign(task, "ravi", Bench.MORNING, Bench.NOON, true, " ", null)));
        bench.doAs(
                "dispatcher",
                s -> s.tasks.assign(task, "ravi", Bench.MORNING, Bench.NOON, true, "Both at one place", null));
        assertThat(task(bench, task).technician()).isEqualTo("ravi");
        assertThat(bench.sent.lastChange(first.key()).entries().get(0).text()).isEqualTo("Both at one place");
    }

    @DatabaseTest
    void saysInTheEntryWhatWasOverridden(TestDatabase database) {
        Bench bench = Bench.on(database);
        WorkOrderView created = bench.workOrder("FIBER-INSTALL");
        bench.assign(created.tasks().get(1).number(), "ravi");

        bench.assign(created.tasks().get(0).number(), "ravi");

        assertThat(bench.sent.lastChange(created.key()).entries().get(0).changes())
                .filteredOn(c -> c.field().equals("overridden"))
                .singleElement()
                .satisfies(c -> assertThat(c.newValue())
                        .contains("overlap " + created.tasks().get(1).number(), "missing-skill"));
    }

    @DatabaseTest
    void plansAnotherTimeForTheSameTechnicianWithoutNamingThem(TestDatabase database) {
        Bench bench = Bench.on(database);
        WorkOrderView created = bench.workOrder("ONT-INSTALL");
        String task = created.tasks().get(0).number();
        java.time.Instant later = Bench.MORNING.plusSeconds(86400);
        Refused.with(
                INVALID,
                "invalid-request",
                () -> bench.doAs(
                        "dispatcher", s -> s.tasks.assign(task, null, Bench.MORNING, Bench.NOON, true, "x", null)));
        bench.accept(task);

        bench.doAs("dispatcher", s -> s.tasks.assign(task, null, later, later.plusSeconds(3600), true, "x", null));

        WorkOrderTaskView moved = task(bench, task);
        assertThat(moved.technician()).isEqualTo("technician");
        assertThat(moved.scheduledStart()).isEqualTo(later);
        assertThat(moved.state())
                .as("the technician has to say yes to the other time")
                .isEqualTo("ASSIGNED");
        assertThat(bench.sent.lastChange(created.key()).entries().get(0).kind()).isEqualTo("scheduled");
    }

    @DatabaseTest
    void refusesTechniciansWhoDoNotExistOrGetNoWork(TestDatabase database) {
        Bench bench = Bench.on(database);
        String task = bench.workOrder("ONT-INSTALL").tasks().get(0).number();

        Refused.with(INVALID, "unknown-technician", () -> bench.assign(task, "nobody-at-all"));
        Refused.with(CONFLICT, "technician-inactive", () -> bench.assign(task, "old"));
        Refused.with(
                INVALID,
                "invalid-request",
                () -> bench.doAs(
                        "dispatcher", s -> s.tasks.assign(task, "ravi", Bench.NOON, Bench.MORNING, false, null, null)));
    }

    @DatabaseTest
    void goesToAnotherTechnicianOrBackToDispatch(TestDatabase database) {
        Bench bench = Bench.on(database);
        WorkOrderView created = bench.workOrder("ONT-INSTALL");
        String task = created.tasks().get(0).number();
        bench.accept(task);

        bench.assign(task, "ravi");
        assertThat(bench.find(created.key()).state()).isEqualTo("ASSIGNED");
        bench.doAs("ravi", s -> s.tasks.refuse(task, "parts unavailable", null));
        assertThat(bench.sent.lastChange(created.key()).entries().get(0))
                .satisfies(e -> assertThat(e.kind()).isEqualTo("refused"))
                .satisfies(e -> assertThat(e.text()).isEqualTo("parts unavailable"));
        assertThat(bench.find(created.key()).state()).isEqualTo("QUALIFIED");
        bench.assign(task, "technician");
        bench.doAs("dispatcher", s -> s.tasks.unassign(task, null));

        WorkOrderView after = bench.find(created.key());
        assertThat(after.state()).isEqualTo("QUALIFIED");
        assertThat(after.assignee()).isNull();
        assertThat(after.scheduledStart()).isNull();
    }

    @DatabaseTest
    void refusesARefusalWithoutOneOfTheReasons(TestDatabase database) {
        Bench bench = Bench.on(database);
        String task = bench.inState(WorkOrderState.ASSIGNED).tasks().get(0).number();

        Refused.with(INVALID, "invalid-request", () -> bench.doAs("technician", s -> s.tasks.refuse(task, "no", null)));
    }

    @DatabaseTest
    void goesBackToDispatchForEachOfTheSevenReasons(TestDatabase database) {
        Bench bench = Bench.on(database);
        WorkOrderView created = bench.workOrder("ONT-INSTALL");
        String task = created.tasks().get(0).number();
        List<String> reasons = List.of(
                "schedule conflict",
                "skills mismatch",
                "location mismatch",
                "duplicate",
                "parts unavailable",
                "customer unavailable",
                "other");

        for (String reason : reasons) {
            for (String written : List.of(reason, reason.replace(' ', '-'), reason.toUpperCase(Locale.ROOT))) {
                bench.assign(task, "technician");
                bench.doAs("technician", s -> s.tasks.refuse(task, written, null));

                assertThat(task(bench, task).state()).as(written).isEqualTo("PENDING_DISPATCH");
                assertThat(bench.sent.lastChange(created.key()).entries())
                        .as(written)
                        .extracting(ActivityEntry::kind, ActivityEntry::text)
                        .containsExactly(tuple("refused", reason));
            }
        }
        assertThat(RefusalReason.values()).extracting(RefusalReason::words).containsExactlyElementsOf(reasons);
    }

    @DatabaseTest
    void letsTechniciansWorkOnTheirOwnTasksOnly(TestDatabase database) {
        Bench bench = Bench.on(database);
        WorkOrderView assigned = bench.workOrder("FIBER-INSTALL");
        String task = assigned.tasks().get(0).number();
        bench.assign(task, "technician");

        for (String other : List.of("ravi", "field-system")) {
            Refused.with(NOT_FOUND, "not-found", () -> bench.doAs(other, s -> s.tasks.accept(task, null)));
            Refused.with(
                    NOT_FOUND, "not-found", () -> bench.doAs(other, s -> s.service.addNote(assigned.number(), "x")));
        }
        bench.assign(assigned.tasks().get(1).number(), "ravi");
        Refused.with(FORBIDDEN, "not-your-task", () -> bench.doAs("ravi", s -> s.tasks.accept(task, null)));
        assertThat(task(bench, task).state()).isEqualTo("ASSIGNED");
    }

    @DatabaseTest
    void aFieldSystemActsForItsOwnTechniciansAndSeesTheirWorkOnly(TestDatabase database) {
        Bench bench = Bench.on(database);
        WorkOrderView theirs = bench.workOrder("ONT-INSTALL");
        WorkOrderView ours = bench.inState(WorkOrderState.ASSIGNED);
        bench.assign(theirs.tasks().get(0).number(), "contractor");

        bench.doAs("field-system", s -> s.tasks.accept(theirs.tasks().get(0).number(), null));

        assertThat(bench.find(theirs.key()).state()).isEqualTo("ACCEPTED");
        assertThat(bench.<List<WorkOrderSummary>>as("field-system", s -> s.lists.list(WorkOrderFilter.all(), 0, 200)))
                .extracting(WorkOrderSummary::number)
                .contains(theirs.number())
                .doesNotContain(ours.number());
        Refused.with(NOT_FOUND, "not-found", () -> bench.doAs("field-system", s -> s.service.find(ours.number())));
    }

    @DatabaseTest
    void aPartnerSeesNothingHere(TestDatabase database) {
        Bench bench = Bench.on(database);
        WorkOrderView created = bench.workOrder("ONT-INSTALL");

        Refused.with(NOT_FOUND, "not-found", () -> bench.doAs("partner", s -> s.service.find(created.number())));
        Refused.with(FORBIDDEN, "forbidden", () -> bench.doAs("partner", s -> s.lists.count(WorkOrderFilter.all())));
    }

    @DatabaseTest
    void namesTheMandatoryItemsThatAreMissing(TestDatabase database) {
        Bench bench = Bench.on(database);
        WorkOrderView running = bench.inState(WorkOrderState.WORK_IN_PROGRESS);
        String task = running.tasks().get(0).number();

        Refusal refusal = Refused.with(
                CONFLICT,
                "checklist-incomplete",
                () -> bench.doAs("technician", s -> s.tasks.complete(task, "complete", null, null)));
        assertThat(refusal.data()).containsEntry("items", List.of("Signal measured"));
        bench.doAs("technician", s -> s.tasks.complete(task, "incomplete", "no signal", null));

        assertThat(bench.find(running.key()).state()).isEqualTo("CLOSED_INCOMPLETE");
    }

    @DatabaseTest
    void doesTasksInTheirOrderAndRollsUp(TestDatabase database) {
        Bench bench = Bench.on(database);
        WorkOrderView created = bench.workOrder("FIBER-INSTALL");
        String first = created.tasks().get(0).number();
        String second = created.tasks().get(1).number();
        bench.accept(second);

        Refused.with(CONFLICT, "earlier-task-open", () -> bench.doAs("technician", s -> s.tasks.start(second, null)));
        bench.complete(first, "incomplete");
        assertThat(bench.find(created.key()).state()).isEqualTo("WORK_IN_PROGRESS");
        bench.doAs("technician", s -> s.tasks.start(second, null));
        bench.doAs("technician", s -> {
            s.tasks.find(second).checklist().forEach(i -> s.tasks.tick(second, i.id(), true, null));
            s.tasks.complete(second, "COMPLETE", null, null);
        });

        assertThat(bench.find(created.key()).state()).isEqualTo("CLOSED_INCOMPLETE");
    }

    @DatabaseTest
    void refusesStepsInTheWrongStateAndVersionsThatAreNotTheCurrentOne(TestDatabase database) {
        Bench bench = Bench.on(database);
        WorkOrderView assigned = bench.inState(WorkOrderState.ASSIGNED);
        WorkOrderTaskView task = assigned.tasks().get(0);

        Refused.with(CONFLICT, "wrong-state", () -> bench.doAs("technician", s -> s.tasks.start(task.number(), null)));
        Refused.with(CONFLICT, "wrong-state", () -> bench.doAs("technician", s -> s.tasks.resume(task.number(), null)));
        WorkOrderTaskView accepted = bench.as("technician", s -> s.tasks.accept(task.number(), task.version()));
        assertThat(accepted.version()).isGreaterThan(task.version());
        Refused.with(STALE, "stale", () -> bench.doAs("technician", s -> s.tasks.start(task.number(), task.version())));
        bench.doAs("technician", s -> s.tasks.start(task.number(), accepted.version()));
    }

    @DatabaseTest
    void aTickMakesANewVersionAndNoMessage(TestDatabase database) {
        Bench bench = Bench.on(database);
        WorkOrderView running = bench.inState(WorkOrderState.WORK_IN_PROGRESS);
        WorkOrderTaskView before = running.tasks().get(0);
        int sent = bench.sent.about(running.key()).size();

        WorkOrderTaskView after = bench.as(
                "technician",
                s -> s.tasks.tick(before.number(), before.checklist().get(0).id(), true, before.version()));

        assertThat(after.checklist().get(0).done()).isTrue();
        assertThat(after.version()).isGreaterThan(before.version());
        assertThat(bench.sent.about(running.key())).hasSize(sent);
        Refused.with(
                NOT_FOUND,
                "not-found",
                () -> bench.doAs("technician", s -> s.tasks.tick(before.number(), UUID.randomUUID(), true, null)));
    }

    @DatabaseTest
    void nothingHappensToAWorkOrderThatIsOver(TestDatabase database) {
        Bench bench = Bench.on(database);
        WorkOrderView canceled = bench.inState(WorkOrderState.ACCEPTED);
        bench.receive(Requests.of(canceled.key()).revision(2).cancel());
        WorkOrderView done = bench.inState(WorkOrderState.CLOSED_COMPLETE);

        Refused.with(
                CONFLICT,
                "work-order-canceled",
                () -> bench.doAs(
                        "technician", s -> s.tasks.start(canceled.tasks().get(0).number(), 0L)));
        Refused.with(
                CONFLICT,
                "work-order-closed",
                () -> bench.doAs("dispatcher", s -> s.service.cancel(done.number(), "too late", null)));
        Refused.with(
                CONFLICT,
                "work-order-closed",
                () -> bench.assign(done.tasks().get(0).number(), "ravi"));
    }

    @DatabaseTest
    void saysThatARecordDoesNotExist(TestDatabase database) {
        Bench bench = Bench.on(database);

        Refused.with(NOT_FOUND, "not-found", () -> bench.doAs("viewer", s -> s.tasks.find("WOT9999999")));
        Refused.with(NOT_FOUND, "not-found", () -> bench.assign("WOT9999999", "ravi"));
        Refused.with(NOT_FOUND, "not-found", () -> bench.doAs("dispatcher", s -> s.service.qualify("WO9999999", null)));
    }

    private static WorkOrderTaskView task(Bench bench, String number) {
        return bench.as("viewer", s -> s.tasks.find(number));
    }
}
