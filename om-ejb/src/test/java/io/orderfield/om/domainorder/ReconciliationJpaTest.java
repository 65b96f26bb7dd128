package io.orderfield.om.domainorder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import com.github.f4b6a3.uuid.UuidCreator;
import io.orderfield.kernel.Refusal;
import io.orderfield.kernel.Sentence;
import io.orderfield.messaging.contract.ActivityEntry;
import io.orderfield.messaging.contract.CancelWorkOrder;
import io.orderfield.messaging.contract.MessageType;
import io.orderfield.messaging.contract.OrderEvent;
import io.orderfield.messaging.contract.RequestEntries;
import io.orderfield.messaging.contract.RequestInventory;
import io.orderfield.messaging.contract.RequestWorkOrder;
import io.orderfield.messaging.contract.WorkOrderChanged;
import io.orderfield.messaging.contract.WorkOrderInventory;
import io.orderfield.messaging.contract.WorkOrderOrigin;
import io.orderfield.messaging.testing.DatabaseTest;
import io.orderfield.messaging.testing.TestDatabase;
import io.orderfield.messaging.testing.WithDatabase;
import io.orderfield.om.catalog.CatalogFixture;
import io.orderfield.om.fallout.FalloutView;
import io.orderfield.om.ordering.CustomerOrderView;
import io.orderfield.om.sync.FindingView;
import io.orderfield.om.sync.ReconciliationView;
import io.orderfield.om.sync.SyncFixture;
import io.orderfield.om.testing.FieldService;
import io.orderfield.om.testing.FieldStore;
import io.orderfield.om.testing.OrderManagementTest;
import io.orderfield.om.worknote.WorkNoteView;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Plants each kind of drift between Order Management and Field Service, and sees it found and repaired. */
@WithDatabase(schemas = "om", unit = "om")
class ReconciliationJpaTest extends OrderManagementTest {
    private final FieldStore field = new FieldStore();
    private final List<RequestInventory> questions = new ArrayList<>();

    @DatabaseTest
    void findsNothingWhereBothSidesAgreeAndNotesItOnTheDomainOrders(TestDatabase database) {
        CustomerOrderView order = inStep(database);

        ReconciliationView done = reconcile(database, false);

        assertThat(done.state()).isEqualTo("COMPLETED");
        assertThat(done.confirmed()).isZero();
        assertThat(done.linksCompared()).isEqualTo(3);
        assertThat(done.workOrdersCompared()).isEqualTo(3);
        assertThat(all(database, order)).hasSize(3).allSatisfy(d -> assertThat(d.lastVerifiedAt())
                .isEqualTo(clock.instant()));
    }

    @DatabaseTest
    void dismissesWhatAMessageOnItsWaySettlesBeforeTheSecondLook(TestDatabase database) {
        CustomerOrderView order = inStep(database);
        FieldStore.Work work = anyWork();
        work.state = "ASSIGNED";
        work.happens("assigned");
        WorkOrderChanged late = work.message(work.lastEntry());

        begin(database, false);
        pages(database);
        receive(database, late);
        ReconciliationView done = finish(database);

        assertThat(done.suspected()).isEqualTo(1);
        assertThat(done.confirmed()).isZero();
        assertThat(findings(database, done)).isEmpty();
        assertThat(all(database, order))
                .allSatisfy(d -> assertThat(d.lastVerifiedAt()).isNotNull());
    }

    @DatabaseTest
    void hasAMissingWorkOrderMadeAgainAndItsNotesGoOn(TestDatabase database) {
        CustomerOrderView order = inStep(database);
        FieldStore.Work lost = field.works.remove(anyWork().key);
        int notes = notesOf(database, lost).size();

        ReconciliationView done = reconcile(database, false);

        assertThat(done.differences()).containsExactlyEntriesOf(Map.of("MISSING", 1L));
        assertThat(done.repaired()).isEqualTo(1);
        assertThat(field.works).containsKey(lost.key);
        assertThat(linkOf(database, lost.key).number()).isEqualTo(field.works.get(lost.key).number);
        assertThat(linkOf(database, lost.key).pending()).isNull();
        assertThat(notesOf(database, lost)).hasSizeGreaterThan(notes);
        assertNothingDiffers(database, order);
    }

    @DatabaseTest
    void leavesFinishedWorkThatFieldServiceLostToAPerson(TestDatabase database) {
        CustomerOrderView order = inStep(database);
        FieldStore.Work lost = anyWork();
        lost.state = "CLOSED_COMPLETE";
        lost.happens("closed");
        receive(database, lost.message(lost.lastEntry()));
        field.works.remove(lost.key);

        ReconciliationView done = reconcile(database, false);

        assertThat(findings(database, done)).singleElement().satisfies(f -> {
            assertThat(f.kind()).isEqualTo("MISSING");
            assertThat(f.state()).isEqualTo("LEFT");
        });
        assertThat(field.works).doesNotContainKey(lost.key);
        assertThat(fallouts(database, domainOrderOf(database, order, lost.key)))
                .extracting(FalloutView::cause)
                .containsExactly("work-order-missing");
        reconcile(database, false);
        assertThat(fallouts(database, domainOrderOf(database, order, lost.key)))
                .as("told once")
                .hasSize(1);
    }

    @DatabaseTest
    void cancelsWorkThatNobodyAskedForAndTakesTheAnswerAsItIs(TestDatabase database) {
        CustomerOrderView order = inStep(database);
        DomainOrderView product = domainOrder(database, order, "product");
        WorkOrderOrigin origin = new WorkOrderOrigin(order.number(), product.lineItem(), 1, product.number());
        FieldStore.Work orphan = field.has(UUID.randomUUID(), origin, "SOMETHING-ELSE");
        orphan.answered = 4;
        orphan.happens("created");

        ReconciliationView done = reconcile(database, false);

        assertThat(done.differences()).containsExactlyEntriesOf(Map.of("ORPHANED", 1L));
        assertThat(orphan.state).isEqualTo("CANCELED");
        assertThat(orphan.answered).isEqualTo(5);
        assertThat(fallouts(database, product)).extracting(FalloutView::cause).containsExactly("work-order-orphaned");
        assertNothingDiffers(database, order);
    }

    @DatabaseTest
    void callsASecondWorkOrderOfTheSameTemplateADuplicate(TestDatabase database) {
        CustomerOrderView order = inStep(database);
        FieldStore.Work first = anyWork();
        FieldStore.Work second = field.has(UuidCreator.getTimeOrderedEpoch(), first.origin, first.template);
        second.answered = 1;
        second.happens("created");

        ReconciliationView done = reconcile(database, false);

        assertThat(done.differences()).containsExactlyEntriesOf(Map.of("DUPLICATE", 1L));
        assertThat(second.state).isEqualTo("CANCELED");
        assertThat(first.state).isEqualTo("QUALIFIED");
        assertThat(fallouts(database, domainOrderOf(database, order, first.key)))
                .extracting(FalloutView::cause)
                .containsExactly("work-order-duplicate");
        assertNothingDiffers(database, order);
    }

    @DatabaseTest
    void catchesUpWithAStateThatNeverArrived(TestDatabase database) {
        CustomerOrderView order = inStep(database);
        FieldStore.Work work = anyWork();
        work.state = "ACCEPTED";
        work.happens("assigned");
        work.happens("state-changed");

        ReconciliationView done = reconcile(database, false);

        assertThat(done.differences()).containsExactlyEntriesOf(Map.of("STALE", 1L));
        assertThat(linkOf(database, work.key).state()).isEqualTo("ACCEPTED");
        assertThat(notesOf(database, work)).extracting(NoteWords::of).contains("assigned 2", "state-changed 3");
        assertNothingDiffers(database, order);
    }

    @DatabaseTest
    void catchesUpWhereTheStateDiffersThoughTheRevisionsAreEqual(TestDatabase database) {
        CustomerOrderView order = inStep(database);
        FieldStore.Work work = anyWork();
        work.state = "ASSIGNED"; // as after a restore that was followed by as many changes

        reconcile(database, false);

        assertThat(linkOf(database, work.key).state()).isEqualTo("ASSIGNED");
        assertNothingDiffers(database, order);
    }

    @DatabaseTest
    void asksForNotesThatNeverArrived(TestDatabase database) {
        CustomerOrderView order = inStep(database);
        FieldStore.Work work = anyWork();
        work.happens("note");
        work.happens("note");
        work.snapshotRevision -= 2; // the snapshot is known, its entries were lost

        ReconciliationView done = reconcile(database, false);

        assertThat(done.differences()).containsExactlyEntriesOf(Map.of("NOTE_GAP", 1L));
        assertThat(notesOf(database, work)).extracting(NoteWords::of).contains("note 2", "note 3");
        assertNothingDiffers(database, order);
    }

    @DatabaseTest
    void bringsAFieldServiceThatWasRestoredFromAnOlderBackupForward(TestDatabase database) {
        CustomerOrderView order = inStep(database);
        FieldStore.Work work = anyWork();
        work.state = "ASSIGNED";
        work.happens("assigned");
        work.happens("note");
        receive(database, work.message(2));
        // the backup was older than all that
        work.state = "QUALIFIED";
        work.snapshotRevision = 1;
        work.entries.subList(1, 3).clear();

        ReconciliationView done = reconcile(database, false);

        assertThat(done.differences()).containsExactlyEntriesOf(Map.of("BEHIND", 1L));
        assertThat(work.snapshotRevision).isGreaterThan(3);
        assertThat(linkOf(database, work.key).state()).isEqualTo("QUALIFIED");
        assertThat(work.lastEntry())
                .as("no entry has a number that was given before")
                .isEqualTo(4);
        assertThat(notesOf(database, work)).extracting(NoteWords::of).contains("note 4");
        assertNothingDiffers(database, order);
        work.happens("note");
        receive(database, work.message(5));
        assertThat(notesOf(database, work)).extracting(NoteWords::of).contains("note 5");
    }

    @DatabaseTest
    void leavesWorkThatFellBehindUnderAClosedDomainOrderToAPerson(TestDatabase database) {
        CustomerOrderView order = inStep(database);
        DomainOrderView resource = domainOrder(database, order, "resource");
        FieldStore.Work work = field.works.get(resource.workOrders().get(0).key());
        work.state = "CLOSED_COMPLETE";
        work.happens("closed");
        receive(database, work.message(2));
        with(database, om -> om.closing.close(resource.number(), complete(), null));
        // the backup was older than all that
        work.state = "QUALIFIED";
        work.snapshotRevision = 1;
        work.entries.remove(1);

        ReconciliationView done = reconcile(database, false);

        assertThat(done.differences()).containsExactlyEntriesOf(Map.of("BEHIND", 1L));
        assertThat(again(database, resource).state()).isEqualTo("CLOSED_COMPLETE");
        assertThat(fallouts(database, resource)).extracting(FalloutView::cause).containsExactly("work-order-behind");
    }

    @DatabaseTest
    void losesNothingThatARestoredFieldServiceWroteUnderNumbersThatItHadGivenBefore(TestDatabase database) {
        CustomerOrderView order = inStep(database);
        FieldStore.Work work = anyWork();
        work.state = "ASSIGNED";
        work.happens("assigned");
        work.happens("note");
        receive(database, work.message(2));
        // the backup was older than all that, and work goes on before anybody compares
        work.snapshotRevision = 1;
        work.entries.subList(1, 3).clear();
        List<WorkOrderChanged> messages = new ArrayList<>();
        for (String kind : List.of("scheduled", "unassigned", "updated", "attachment-wanted")) {
            work.happens(kind);
            messages.add(work.message(work.lastEntry()));
        }

        messages.forEach(m -> receive(database, m));
        receive(database, messages.get(1)); // and once more, under another message id
        assertThat(sent.of(RequestEntries.class)).as("asked once").hasSize(1);
        deliver(database);

        assertThat(notesOf(database, work))
                .filteredOn(n -> work.number.equals(n.workOrder()))
                .extracting(NoteWords::of)
                .containsSubsequence("scheduled 2", "unassigned 3", "updated 4", "attachment-wanted 5")
                .contains("assigned 2", "note 3")
                .doesNotHaveDuplicates();
        assertThat(work.entries).extracting(ActivityEntry::sequence).containsSequence(1L, 4L, 5L, 6L, 7L);
        assertThat(linkOf(database, work.key).state()).isEqualTo("ASSIGNED");
        assertNothingDiffers(database, order);
    }

    @DatabaseTest
    void sendsARequestAgainThatARestoredFieldServiceHasForgotten(TestDatabase database) {
        CustomerOrderView order = inStep(database);
        with(database, om -> om.customers.revise(order.lineItems().get(0).number(), instructions("Ring the bell")));
        deliver(database);
        FieldStore.Work work = anyWork();
        assertThat(work.answered).isEqualTo(2);
        work.answered = 1;
        work.snapshotRevision = 1;
        work.entries.remove(1);

        reconcile(database, false);

        assertThat(work.answered).isEqualTo(2);
        assertThat(linkOf(database, work.key).pending()).isNull();
        assertNothingDiffers(database, order);
    }

    @DatabaseTest
    void goesOnAboveTheRequestsThatItHasForgottenItself(TestDatabase database) {
        CustomerOrderView order = inStep(database);
        FieldStore.Work work = anyWork();
        work.answered = 7; // Order Management sent those before it was restored
        work.happens("updated");

        reconcile(database, false);

        assertThat(work.answered)
                .as("its wanted state was sent again, above them")
                .isEqualTo(8);
        assertThat(linkOf(database, work.key).pending()).isNull();
        assertNothingDiffers(database, order);
    }

    @DatabaseTest
    void sendsARequestAgainThatWasLostOnItsWay(TestDatabase database) {
        database.clear();
        CustomerOrderView order = in(database, om -> om.customers.approved(CatalogFixture.LOCATION));
        sent.forget(); // none of its three requests arrives
        clock.forward(Duration.ofMinutes(1));

        ReconciliationView done = reconcile(database, false);

        assertThat(done.differences()).containsExactlyEntriesOf(Map.of("UNANSWERED", 3L));
        assertThat(field.works).hasSize(3);
        assertNothingDiffers(database, order);
    }

    @DatabaseTest
    void onlyReportsInADryRun(TestDatabase database) {
        inStep(database);
        FieldStore.Work lost = field.works.remove(anyWork().key);

        ReconciliationView done = reconcile(database, true);

        assertThat(done.dryRun()).isTrue();
        assertThat(done.confirmed()).isEqualTo(1);
        assertThat(done.repaired()).isZero();
        assertThat(findings(database, done))
                .extracting(FindingView::state, FindingView::detail)
                .containsExactly(
                        tuple("CONFIRMED", Sentence.of("difference.missing").with("here", "QUALIFIED")));
        assertThat(field.works).doesNotContainKey(lost.key);
        assertThat(sent.of(RequestWorkOrder.class)).isEmpty();
        DomainOrderView order = domainOrderOf(database, null, lost.key);
        assertThat(order.lastVerifiedAt()).as("it differs").isNull();
    }

    @DatabaseTest
    void keepsADifferenceInEnglishForAnEarlierReleaseAndTellsAnOlderOneAsItStandsThere(TestDatabase database) {
        inStep(database);
        field.works.remove(anyWork().key);
        ReconciliationView done = reconcile(database, true);

        database.doInTransaction(em -> em.createNativeQuery("update om.reconciliation_finding set sentence = null")
                .executeUpdate());

        assertThat(findings(database, done))
                .extracting(FindingView::detail)
                .containsExactly(Sentence.verbatim("here it is QUALIFIED, Field Service does not have it"));
    }

    @DatabaseTest
    void runsOnceAtATime(TestDatabase database) {
        inStep(database);
        begin(database, false);

        assertThatThrownBy(() -> sync(database, s -> s.service.start(false)))
                .isInstanceOf(Refusal.class)
                .extracting(e -> ((Refusal) e).code())
                .isEqualTo("reconciliation-running");
        pages(database);
        finish(database);
        assertThat(reconcile(database, true).state()).isEqualTo("COMPLETED");
    }

    @DatabaseTest
    void asksAgainAndGivesUpAfterAnHour(TestDatabase database) {
        inStep(database);
        begin(database, false);
        assertThat(questions).hasSize(1);
        clock.forward(Duration.ofMinutes(3));
        step(database);
        assertThat(questions).as("asked again").hasSize(2);

        clock.forward(Duration.ofMinutes(61));
        step(database);

        assertThat(newest(database).state()).isEqualTo("FAILED");
        assertThat(newest(database).note())
                .isEqualTo(Sentence.of("reconciliation.unanswered")
                        .with("since", clock.instant().minus(Duration.ofMinutes(64))));
    }

    @DatabaseTest
    void takesAnAnswerOnceHoweverOftenItComes(TestDatabase database) {
        inStep(database);
        begin(database, true);
        WorkOrderInventory page = field.take(questions.remove(0));
        answer(database, page);
        answer(database, page); // asked twice, answered twice

        pages(database);
        ReconciliationView done = finish(database);

        assertThat(done.linksCompared()).isEqualTo(3);
        assertThat(done.suspected()).isZero();
    }

    @DatabaseTest
    void beginsTheScheduledOneOnce(TestDatabase database) {
        database.clear();
        inStep(database);
        var night = clock.instant();
        sync(database, s -> {
            s.intake.beginScheduled(night);
            return s;
        });
        pages(database);
        finish(database);
        sync(database, s -> {
            s.intake.beginScheduled(night);
            return s;
        });

        long begun = sync(database, s -> s.service.count());
        assertThat(begun).isEqualTo(1);
        assertThat(newest(database).requestedBy()).isEqualTo("system");
    }

    /** An approved order whose three work orders Field Service has made, and nothing else. */
    private CustomerOrderView inStep(TestDatabase database) {
        database.clear();
        CustomerOrderView order = in(database, om -> om.customers.approved(CatalogFixture.LOCATION));
        deliver(database);
        assertThat(field.works).hasSize(3);
        clock.forward(Duration.ofMinutes(1));
        return order;
    }

    private FieldStore.Work anyWork() {
        return field.works.values().iterator().next();
    }

    private void assertNothingDiffers(TestDatabase database, @Nullable CustomerOrderView order) {
        clock.forward(Duration.ofMinutes(1));
        ReconciliationView again = reconcile(database, true);
        assertThat(again.confirmed())
                .as(() -> findings(database, again).toString())
                .isZero();
        if (order != null) {
            assertThat(all(database, order))
                    .allSatisfy(d -> assertThat(d.lastVerifiedAt()).isEqualTo(clock.instant()));
        }
    }

    private ReconciliationView reconcile(TestDatabase database, boolean dryRun) {
        begin(database, dryRun);
        pages(database);
        return finish(database);
    }

    private void begin(TestDatabase database, boolean dryRun) {
        sync(database, s -> s.service.start(dryRun));
    }

    /** Answers questions until there is none. */
    private void pages(TestDatabase database) {
        while (!questions.isEmpty()) {
            answer(database, field.take(questions.remove(0)));
        }
    }

    private void answer(TestDatabase database, WorkOrderInventory inventory) {
        sync(database, s -> {
            s.intake.apply(inventory, FieldService.context(MessageType.WORK_ORDER_INVENTORY));
            return s;
        });
    }

    private ReconciliationView finish(TestDatabase database) {
        assertThat(newest(database).state()).isIn("WAITING", "VERIFYING");
        clock.forward(Duration.ofSeconds(SyncFixture.GRACE));
        do {
            step(database);
            pages(database);
        } while (newest(database).finishedAt() == null);
        deliver(database);
        return newest(database);
    }

    private void step(TestDatabase database) {
        while (sync(database, s -> s.intake.step())) {
            // the next one is due at once
        }
    }

    /** Hands over what was sent, in both directions, until all is quiet. */
    private void deliver(TestDatabase database) {
        List<Record> messages;
        do {
            messages = new ArrayList<>(sent.of(Record.class));
            sent.forget();
            for (Record message : messages) {
                WorkOrderChanged answer = answerTo(message);
                if (answer != null) {
                    receive(database, answer);
                }
            }
        } while (messages.stream().anyMatch(m -> !(m instanceof OrderEvent)));
    }

    private @Nullable WorkOrderChanged answerTo(Record message) {
        if (message instanceof RequestWorkOrder request) {
            return field.take(request);
        } else if (message instanceof CancelWorkOrder cancel) {
            return field.take(cancel);
        }
        return message instanceof RequestEntries entries ? field.take(entries) : null;
    }

    private <T> T sync(TestDatabase database, Function<SyncFixture, T> work) {
        return in(database, om -> work.apply(om.sync(questions::add)));
    }

    private ReconciliationView newest(TestDatabase database) {
        return sync(database, s -> s.service.newest().orElseThrow());
    }

    private List<FindingView> findings(TestDatabase database, ReconciliationView of) {
        return sync(database, s -> s.service.findings(of.number(), 0, 200));
    }

    private WorkOrderLinkView linkOf(TestDatabase database, UUID key) {
        return domainOrderOf(database, null, key).workOrders().stream()
                .filter(l -> l.key().equals(key))
                .findFirst()
                .orElseThrow();
    }

    private DomainOrderView domainOrderOf(TestDatabase database, @Nullable CustomerOrderView order, UUID key) {
        return in(
                database, om -> om.find(om.believed.figures(List.of(key)).get(0).domainOrder()));
    }

    private List<WorkNoteView> notesOf(TestDatabase database, FieldStore.Work work) {
        return notes(database, domainOrderOf(database, null, work.key)).stream()
                .filter(n -> n.channel().equals("field-service"))
                .toList();
    }
}
