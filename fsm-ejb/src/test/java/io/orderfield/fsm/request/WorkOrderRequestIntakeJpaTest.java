package io.orderfield.fsm.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.f4b6a3.uuid.UuidCreator;
import io.orderfield.fsm.testing.Bench;
import io.orderfield.fsm.testing.Requests;
import io.orderfield.fsm.workorder.ChecklistItemView;
import io.orderfield.fsm.workorder.WorkOrderActivityView;
import io.orderfield.fsm.workorder.WorkOrderTaskView;
import io.orderfield.fsm.workorder.WorkOrderView;
import io.orderfield.messaging.contract.ActivityEntry;
import io.orderfield.messaging.contract.FieldChange;
import io.orderfield.messaging.contract.KnownHistory;
import io.orderfield.messaging.contract.RequestEntries;
import io.orderfield.messaging.contract.RequestWorkOrder;
import io.orderfield.messaging.contract.ShareWorkNote;
import io.orderfield.messaging.contract.WorkOrderChanged;
import io.orderfield.messaging.contract.WorkOrderRequestRefused;
import io.orderfield.messaging.testing.DatabaseTest;
import io.orderfield.messaging.testing.TestDatabase;
import io.orderfield.messaging.testing.WithDatabase;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

@WithDatabase(schemas = "fsm", unit = "fsm")
class WorkOrderRequestIntakeJpaTest {
    private final UUID key = Requests.newKey();

    @DatabaseTest
    void createsAWorkOrderFromItsTemplate(TestDatabase database) {
        Bench bench = Bench.on(database);

        WorkOrderView created =
                bench.workOrder(Requests.of(key).template("FIBER-INSTALL").make());

        assertThat(created.number()).matches("WO\\d{7}");
        assertThat(created.state()).isEqualTo("QUALIFIED");
        assertThat(created.key()).isEqualTo(key);
        assertThat(created.contactPhone()).isEqualTo("+49 30 1234");
        assertThat(created.due()).isEqualTo(LocalDate.of(2026, 3, 20));
        assertThat(created.tasks()).extracting(WorkOrderTaskView::state).containsOnly("PENDING_DISPATCH");
        assertThat(created.tasks())
                .extracting(WorkOrderTaskView::shortDescription)
                .containsExactly("Lay the fiber", "Measure the line");
        assertThat(created.tasks().get(0).number()).matches("WOT\\d{7}");
        assertThat(created.tasks().get(0).skills()).containsExactly("fiber");
        assertThat(created.tasks().get(0).checklist())
                .extracting(ChecklistItemView::text)
                .containsExactly("Signal measured", "Photo taken");
    }

    @DatabaseTest
    void answersACreationWithSnapshotAndFirstEntry(TestDatabase database) {
        Bench bench = Bench.on(database);
        bench.receive(Requests.of(key).make());

        WorkOrderChanged answer = bench.sent.lastChange(key);

        assertThat(answer.answeredRequestRevision()).isEqualTo(1);
        assertThat(answer.snapshotRevision()).isEqualTo(1);
        assertThat(answer.snapshot().state()).isEqualTo("QUALIFIED");
        assertThat(answer.snapshot().template()).isEqualTo("ONT-INSTALL");
        assertThat(answer.snapshot().tasks()).hasSize(1);
        assertThat(answer.entries()).singleElement().satisfies(e -> {
            assertThat(e.sequence()).isEqualTo(1);
            assertThat(e.kind()).isEqualTo("created");
            assertThat(e.state()).isEqualTo("QUALIFIED");
        });
    }

    @DatabaseTest
    void waitsForQualificationWhereTheTemplateSaysSo(TestDatabase database) {
        Bench bench = Bench.on(database);

        WorkOrderView created =
                bench.workOrder(Requests.of(key).template("SITE-SURVEY").make());

        assertThat(created.state()).isEqualTo("AWAITING_QUALIFICATION");
        assertThat(created.tasks()).extracting(WorkOrderTaskView::state).containsExactly("DRAFT");
    }

    @DatabaseTest
    void ignoresAMessageThatComesTwice(TestDatabase database) {
        Bench bench = Bench.on(database);
        RequestWorkOrder request = Requests.of(key).make();
        UUID message = bench.receive(request);

        bench.doAs("nobody", s -> s.intake.request(message, request));

        assertThat(bench.sent.about(key)).hasSize(1);
    }

    @DatabaseTest
    void answersARepeatedRequestWithTheCurrentSnapshotAndCreatesNothing(TestDatabase database) {
        Bench bench = Bench.on(database);
        RequestWorkOrder request = Requests.of(key).make();
        WorkOrderView created = bench.workOrder(request);

        bench.receive(request);

        WorkOrderChanged answer = bench.sent.lastChange(key);
        assertThat(bench.sent.about(key)).hasSize(2);
        assertThat(answer.number()).isEqualTo(created.number());
        assertThat(answer.snapshotRevision()).isEqualTo(1);
        assertThat(answer.entries()).isEmpty();
    }

    @DatabaseTest
    void doesNotTakeAStaleRequest(TestDatabase database) {
        Bench bench = Bench.on(database);
        bench.receive(Requests.of(key).revision(1).make());
        bench.receive(Requests.of(key).revision(3).phone("+49 30 3333").make());

        bench.receive(Requests.of(key).revision(2).phone("+49 30 2222").make());

        assertThat(bench.find(key).contactPhone()).isEqualTo("+49 30 3333");
        assertThat(bench.sent.lastChange(key).answeredRequestRevision()).isEqualTo(3);
    }

    @DatabaseTest
    void replacesTheDataAndSaysOldAndNew(TestDatabase database) {
        Bench bench = Bench.on(database);
        bench.receive(Requests.of(key).make());

        bench.receive(
                Requests.of(key).revision(2).phone("+49 30 9999").priority(1).make());

        WorkOrderChanged answer = bench.sent.lastChange(key);
        assertThat(answer.snapshotRevision()).isEqualTo(2);
        assertThat(answer.entries()).singleElement().satisfies(e -> {
            assertThat(e.kind()).isEqualTo("updated");
            assertThat(e.author()).isEqualTo("agent");
            assertThat(e.changes())
                    .containsExactly(
                            new FieldChange("priority", "3", "1"),
                            new FieldChange("contact.phone", "+49 30 1234", "+49 30 9999"));
        });
        assertThat(bench.find(key).priority()).isEqualTo(1);
    }

    @DatabaseTest
    void answersANewerRequestThatChangesNothing(TestDatabase database) {
        Bench bench = Bench.on(database);
        bench.receive(Requests.of(key).make());

        bench.receive(Requests.of(key).revision(2).make());

        assertThat(bench.sent.lastChange(key).answeredRequestRevision()).isEqualTo(2);
        assertThat(bench.sent.lastChange(key).snapshotRevision()).isEqualTo(2);
        assertThat(bench.sent.lastChange(key).entries()).isEmpty();
    }

    @DatabaseTest
    void cancelsWithTheReason(TestDatabase database) {
        Bench bench = Bench.on(database);
        bench.receive(Requests.of(key).make());

        bench.receive(Requests.of(key).revision(2).cancel());

        WorkOrderView canceled = bench.find(key);
        assertThat(canceled.state()).isEqualTo("CANCELED");
        assertThat(canceled.cancelReason()).isEqualTo("customer withdrew");
        assertThat(canceled.tasks()).extracting(WorkOrderTaskView::state).containsExactly("CANCELED");
        assertThat(bench.sent.lastChange(key).snapshot().canceledBy()).isEqualTo("om");
        assertThat(bench.sent.lastChange(key).answeredRequestRevision()).isEqualTo(2);
    }

    @DatabaseTest
    void neverCreatesWhatWasCanceledBefore(TestDatabase database) {
        Bench bench = Bench.on(database);
        bench.receive(Requests.of(key).revision(2).cancel());

        bench.receive(Requests.of(key).revision(1).make());
        bench.receive(Requests.of(key).revision(3).make());

        List<WorkOrderChanged> answers = bench.sent.changesOf(key);
        assertThat(answers).hasSize(3).allSatisfy(a -> {
            assertThat(a.number()).isNull();
            assertThat(a.snapshot().state()).isEqualTo("CANCELED");
            assertThat(a.snapshot().cancelReason()).isEqualTo("customer withdrew");
        });
        assertThat(answers)
                .extracting(WorkOrderChanged::answeredRequestRevision)
                .containsExactly(2L, 2L, 3L);
        assertThat(answers)
                .flatExtracting(WorkOrderChanged::entries)
                .extracting(ActivityEntry::sequence)
                .containsOnly(1L);
        long created = bench.as("viewer", s -> s.workOrders.lock(key).stream().count());
        assertThat(created).isZero();
    }

    @DatabaseTest
    void refusesATemplateThatItDoesNotHave(TestDatabase database) {
        Bench bench = Bench.on(database);

        bench.receive(Requests.of(key).template("NO-SUCH").make());
        bench.receive(Requests.of(key).template("NO-SUCH").make());

        assertThat(bench.sent.about(key)).hasSize(2).allSatisfy(m -> {
            WorkOrderRequestRefused refused = (WorkOrderRequestRefused) m;
            assertThat(refused.code()).isEqualTo("unknown-template");
            assertThat(refused.number()).isNull();
            assertThat(refused.answeredRequestRevision()).isEqualTo(1);
        });
    }

    @DatabaseTest
    void refusesATemplateThatIsOutOfUse(TestDatabase database) {
        Bench bench = Bench.on(database);

        bench.receive(Requests.of(key).template("RETIRED").make());

        assertThat(((WorkOrderRequestRefused) bench.sent.last(key)).code()).isEqualTo("unknown-template");
    }

    @DatabaseTest
    void createsAtALaterRevisionWhatItRefusedBefore(TestDatabase database) {
        Bench bench = Bench.on(database);
        bench.receive(Requests.of(key).template("NO-SUCH").make());

        bench.receive(Requests.of(key).revision(2).make());

        assertThat(bench.find(key).state()).isEqualTo("QUALIFIED");
        assertThat(bench.sent.lastChange(key).answeredRequestRevision()).isEqualTo(2);
    }

    @DatabaseTest
    void refusesWhatItCannotStoreByAnAnswer(TestDatabase database) {
        Bench bench = Bench.on(database);

        bench.receive(Requests.of(key)
                .priority(9)
                .shortDescription("x".repeat(201))
                .description("a\0b")
                .make());

        WorkOrderRequestRefused refused = (WorkOrderRequestRefused) bench.sent.last(key);
        assertThat(refused.code()).isEqualTo("invalid-request");
        assertThat(refused.reason()).contains("priority", "shortDescription", "description");
    }

    @DatabaseTest
    void refusesAnotherTemplateForTheSameWorkOrder(TestDatabase database) {
        Bench bench = Bench.on(database);
        bench.receive(Requests.of(key).make());

        bench.receive(Requests.of(key).revision(2).template("FIBER-INSTALL").make());

        WorkOrderRequestRefused refused = (WorkOrderRequestRefused) bench.sent.last(key);
        assertThat(refused.code()).isEqualTo("invalid-request");
        assertThat(refused.answeredRequestRevision()).isEqualTo(2);
        assertThat(bench.find(key).template()).isEqualTo("ONT-INSTALL");
    }

    @DatabaseTest
    void showsASharedNoteOnceAndNeverSendsItBack(TestDatabase database) {
        Bench bench = Bench.on(database);
        WorkOrderView created = bench.workOrder(Requests.of(key).make());
        ShareWorkNote note = note();

        share(bench, note);
        share(bench, note);
        bench.doAs("dispatcher", s -> s.service.addNote(created.number(), "Will call at nine"));

        List<WorkOrderActivityView> activity = bench.as("viewer", s -> s.service.activity(created.number(), 0, 0, 200));
        assertThat(activity).extracting(WorkOrderActivityView::kind).containsExactly("created", "note", "note");
        assertThat(activity.get(1).author()).isEqualTo("Mia from sales");
        assertThat(activity).extracting(WorkOrderActivityView::sequence).containsExactly(1L, 2L, 3L);
        assertThat(bench.sent.entriesOf(key))
                .extracting(ActivityEntry::text)
                .containsExactly(null, "Will call at nine");
        assertThat(bench.sent.entriesOf(key))
                .extracting(ActivityEntry::sequence)
                .containsExactly(1L, 2L);
    }

    @DatabaseTest
    void keepsANoteThatOvertookItsWorkOrder(TestDatabase database) {
        Bench bench = Bench.on(database);
        ShareWorkNote note = note();
        share(bench, note);
        share(bench, note);

        WorkOrderView created = bench.workOrder(Requests.of(key).make());

        List<WorkOrderActivityView> activity = bench.as("viewer", s -> s.service.activity(created.number(), 0, 0, 200));
        assertThat(activity).extracting(WorkOrderActivityView::text).containsExactly(null, "Gate code is new");
    }

    @DatabaseTest
    void sendsEntriesAgainFromWhereTheyAreMissing(TestDatabase database) {
        Bench bench = Bench.on(database);
        WorkOrderView created = bench.workOrder(Requests.of(key).make());
        bench.doAs("dispatcher", s -> s.service.addNote(created.number(), "one"));
        share(bench, note());
        bench.doAs("dispatcher", s -> s.service.addNote(created.number(), "two"));

        bench.doAs("nobody", s -> s.intake.entries(UuidCreator.getTimeOrderedEpoch(), new RequestEntries(key, 2)));

        WorkOrderChanged answer = bench.sent.lastChange(key);
        assertThat(answer.entries()).extracting(ActivityEntry::text).containsExactly("one", "two");
        assertThat(answer.entries()).extracting(ActivityEntry::sequence).containsExactly(2L, 3L);
        assertThat(answer.snapshotRevision()).isEqualTo(3);
    }

    @DatabaseTest
    void givesNewNumbersToWhatItWroteAfterItWasRestored(TestDatabase database) {
        Bench bench = Bench.on(database);
        WorkOrderView created = bench.workOrder(Requests.of(key).make());
        for (String text : List.of("one", "two", "three", "four", "five")) {
            bench.doAs("dispatcher", s -> s.service.addNote(created.number(), text));
        }
        // Order Management has other entries 3 and 4: they came before this database was restored
        ActivityEntry two = bench.sent.entriesOf(key).get(2);
        RequestEntries question = new RequestEntries(key, 5, new KnownHistory(9, 4, 3L, two.occurredAt()));

        bench.doAs("nobody", s -> s.intake.entries(UuidCreator.getTimeOrderedEpoch(), question));
        WorkOrderChanged answer = bench.sent.lastChange(key);
        bench.doAs("nobody", s -> s.intake.entries(UuidCreator.getTimeOrderedEpoch(), question));
        WorkOrderChanged again = bench.sent.lastChange(key);

        assertThat(answer.settledSequence()).isEqualTo(3);
        assertThat(answer.snapshotRevision()).isGreaterThan(9);
        assertThat(answer.entries())
                .extracting(e -> e.sequence() + " " + e.text())
                .startsWith("5 two", "6 three", "7 four", "8 five");
        assertThat(again.entries())
                .as("renumbered once")
                .startsWith(answer.entries().toArray(ActivityEntry[]::new));
        bench.doAs("dispatcher", s -> s.service.addNote(created.number(), "six"));
        assertThat(bench.sent.lastChange(key).entries().get(0).sequence()).isGreaterThan(8);
    }

    @DatabaseTest
    void forgetsNothingOfAMessageWhoseWorkFailed(TestDatabase database) {
        Bench bench = Bench.on(database);
        RequestWorkOrder request = Requests.of(key).make();
        UUID message = UuidCreator.getTimeOrderedEpoch();

        assertThatThrownBy(() -> bench.doAs("nobody", s -> {
                    s.intake.request(message, request);
                    throw new IllegalStateException("the server dies here");
                }))
                .hasMessage("the server dies here");
        bench.doAs("nobody", s -> s.intake.request(message, request));

        assertThat(bench.sent.about(key)).hasSize(1);
        assertThat(bench.find(key).state()).isEqualTo("QUALIFIED");
    }

    @DatabaseTest
    void neverSaysThatSomethingHappenedBeforeWhatHappenedBefore(TestDatabase database) {
        Bench bench = Bench.on(database);
        WorkOrderView created = bench.workOrder(Requests.of(key).make());

        bench.clock.advance(java.time.Duration.ofMinutes(-10));
        bench.doAs("dispatcher", s -> s.service.addNote(created.number(), "the clock was set back"));

        List<ActivityEntry> entries = bench.sent.entriesOf(key);
        assertThat(entries.get(1).occurredAt()).isEqualTo(entries.get(0).occurredAt());
    }

    private ShareWorkNote note() {
        return new ShareWorkNote(
                key, UuidCreator.getTimeOrderedEpoch(), "Mia from sales", Bench.MORNING, "Gate code is new");
    }

    private static void share(Bench bench, ShareWorkNote note) {
        bench.doAs("nobody", s -> s.intake.share(UuidCreator.getTimeOrderedEpoch(), note));
    }
}
