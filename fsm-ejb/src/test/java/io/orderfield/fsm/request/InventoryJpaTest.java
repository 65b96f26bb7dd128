package io.orderfield.fsm.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.github.f4b6a3.uuid.UuidCreator;
import io.orderfield.fsm.testing.Bench;
import io.orderfield.fsm.testing.Requests;
import io.orderfield.fsm.workorder.WorkOrderView;
import io.orderfield.messaging.contract.InventoryItem;
import io.orderfield.messaging.contract.KnownHistory;
import io.orderfield.messaging.contract.RequestEntries;
import io.orderfield.messaging.contract.RequestInventory;
import io.orderfield.messaging.contract.RequestWorkOrder;
import io.orderfield.messaging.contract.WorkOrderChanged;
import io.orderfield.messaging.contract.WorkOrderInventory;
import io.orderfield.messaging.contract.WorkOrderReference;
import io.orderfield.messaging.contract.WorkOrderRequestRefused;
import io.orderfield.messaging.testing.DatabaseTest;
import io.orderfield.messaging.testing.TestDatabase;
import io.orderfield.messaging.testing.WithDatabase;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What Field Service tells a reconciliation, and how it takes part in a repair. */
@WithDatabase(schemas = "fsm", unit = "fsm")
class InventoryJpaTest {
    private static final UUID RECONCILIATION = UUID.randomUUID();

    private final UUID key = Requests.newKey();

    @DatabaseTest
    void tellsEveryKeyOnceInTheOrderOfItsBytes(TestDatabase database) {
        Bench bench = Bench.on(database);
        List<UUID> keys = new ArrayList<>();
        for (int i = 0; i < 7; i++) {
            UUID random = UUID.randomUUID(); // half of them begin with a bit that Java takes for a sign
            keys.add(random);
            bench.receive(Requests.of(random).make());
        }

        List<UUID> told = new ArrayList<>();
        WorkOrderInventory page;
        UUID after = null;
        do {
            page = page(bench, after, 3);
            page.items().forEach(i -> told.add(i.workOrderKey()));
            after = page.lastKey();
        } while (!page.last());

        assertThat(told).doesNotHaveDuplicates().containsAll(keys);
        assertThat(told).isSortedAccordingTo(Comparator.comparing(UUID::toString));
    }

    @DatabaseTest
    void tellsStateAndCountersOfAWorkOrder(TestDatabase database) {
        Bench bench = Bench.on(database);
        WorkOrderView work = bench.workOrder(Requests.of(key).make());
        bench.assign(work.tasks().get(0).number(), "technician");

        InventoryItem item = named(bench, key).items().get(0);

        WorkOrderChanged last = bench.sent.lastChange(key);
        assertThat(item.number()).isEqualTo(work.number());
        assertThat(item.template()).isEqualTo("ONT-INSTALL");
        assertThat(item.state()).isEqualTo("ASSIGNED");
        assertThat(item.snapshotRevision()).isEqualTo(last.snapshotRevision());
        assertThat(item.answeredRequestRevision()).isEqualTo(1);
        assertThat(item.lastEntrySequence()).isEqualTo(2);
        assertThat(item.origin()).isEqualTo(Requests.ORIGIN);
    }

    @DatabaseTest
    void tellsWhatBecameOfKeysWithoutAWorkOrderAndLeavesOutUnknownOnes(TestDatabase database) {
        Bench bench = Bench.on(database);
        UUID refused = Requests.newKey();
        UUID canceled = Requests.newKey();
        bench.receive(Requests.of(refused).template("NO-SUCH").make());
        bench.receive(Requests.of(canceled).cancel());

        assertThat(named(bench, refused, canceled, Requests.newKey()).items())
                .extracting(InventoryItem::workOrderKey, InventoryItem::state, InventoryItem::snapshotRevision)
                .containsExactlyInAnyOrder(tuple(refused, "REFUSED", 0L), tuple(canceled, "CANCELED", 1L));
    }

    @DatabaseTest
    void goesOnFromWhatOrderManagementKnowsAfterARestore(TestDatabase database) {
        Bench bench = Bench.on(database);
        bench.receive(Requests.of(key).make());

        ask(bench, new RequestEntries(key, 9, new KnownHistory(12, 8)));

        WorkOrderChanged answer = bench.sent.lastChange(key);
        assertThat(answer.snapshotRevision()).isEqualTo(13);
        assertThat(answer.entries()).singleElement().satisfies(e -> {
            assertThat(e.sequence()).isEqualTo(9);
            assertThat(e.kind()).isEqualTo("note");
            assertThat(e.text()).contains("restored");
        });
        assertThat(named(bench, key).items().get(0).lastEntrySequence()).isEqualTo(9);
    }

    @DatabaseTest
    void answersARepairWithSomethingNewerWhereTheRevisionsAreEqual(TestDatabase database) {
        Bench bench = Bench.on(database);
        bench.receive(Requests.of(key).make());

        ask(bench, new RequestEntries(key, 2, new KnownHistory(1, 1)));

        WorkOrderChanged answer = bench.sent.lastChange(key);
        assertThat(answer.snapshotRevision()).isEqualTo(2);
        assertThat(answer.entries()).isEmpty();
    }

    @DatabaseTest
    void keepsItsCountersWhereItKnowsMore(TestDatabase database) {
        Bench bench = Bench.on(database);
        WorkOrderView work = bench.workOrder(Requests.of(key).make());
        bench.assign(work.tasks().get(0).number(), "technician");
        long revision = bench.sent.lastChange(key).snapshotRevision();

        ask(bench, new RequestEntries(key, 2, new KnownHistory(1, 1)));

        WorkOrderChanged answer = bench.sent.lastChange(key);
        assertThat(answer.snapshotRevision()).isEqualTo(revision);
        assertThat(answer.entries()).hasSize(1);
    }

    @DatabaseTest
    void makesALostWorkOrderAgainWithCountersThatGoOn(TestDatabase database) {
        Bench bench = Bench.on(database);
        RequestWorkOrder usual = Requests.of(key).revision(3).make();

        bench.receive(new RequestWorkOrder(
                usual.workOrderKey(),
                usual.requestRevision(),
                usual.origin(),
                usual.template(),
                usual.priority(),
                usual.shortDescription(),
                usual.description(),
                usual.requestedStart(),
                usual.due(),
                usual.account(),
                usual.contact(),
                usual.location(),
                usual.hold(),
                usual.requestedBy(),
                new KnownHistory(5, 4)));

        WorkOrderChanged answer = bench.sent.lastChange(key);
        assertThat(answer.snapshotRevision()).isEqualTo(6);
        assertThat(answer.answeredRequestRevision()).isEqualTo(3);
        assertThat(answer.entries()).singleElement().satisfies(e -> assertThat(e.sequence())
                .isEqualTo(5));
    }

    @DatabaseTest
    void tellsTheWishesAgainWithTheState(TestDatabase database) {
        Bench bench = Bench.on(database);
        WorkOrderView work = bench.workOrder(Requests.of(key).make());
        bench.doAs("dispatcher", s -> s.service.wishFollowUp(work.number(), "SITE-SURVEY", "first"));
        bench.doAs("dispatcher", s -> s.service.wishFollowUp(work.number(), "FIBER-INSTALL", "second"));
        int before = bench.sent.changesOf(key).size();

        ask(bench, new RequestEntries(key, 1));

        List<WorkOrderChanged> answers = bench.sent.changesOf(key);
        assertThat(answers.subList(before, answers.size()))
                .extracting(c -> c.followUp().template())
                .containsExactly("SITE-SURVEY", "FIBER-INSTALL");
        assertThat(answers.get(before).entries()).hasSize(3);
    }

    @DatabaseTest
    void saysAgainThatItRefused(TestDatabase database) {
        Bench bench = Bench.on(database);
        bench.receive(Requests.of(key).template("NO-SUCH").make());

        ask(bench, new RequestEntries(key, 1));

        assertThat(bench.sent.about(key)).hasSize(2).allSatisfy(m -> assertThat(m)
                .isInstanceOf(WorkOrderRequestRefused.class));
    }

    @DatabaseTest
    void answersAQuestionOnceHoweverOftenItComes(TestDatabase database) {
        Bench bench = Bench.on(database);
        UUID message = UuidCreator.getTimeOrderedEpoch();
        RequestInventory question = new RequestInventory(UUID.randomUUID(), null, 3, null);

        bench.doAs("nobody", s -> s.inventory.tell(message, question));
        WorkOrderInventory first = bench.sent.lastInventory();
        bench.doAs("nobody", s -> s.inventory.tell(message, question));

        assertThat(bench.sent.lastInventory()).isSameAs(first);
    }

    private static WorkOrderInventory page(Bench bench, @Nullable UUID after, int limit) {
        return tell(bench, new RequestInventory(RECONCILIATION, after, limit, null));
    }

    private static WorkOrderInventory named(Bench bench, UUID... keys) {
        return tell(
                bench,
                new RequestInventory(
                        RECONCILIATION,
                        null,
                        200,
                        Arrays.stream(keys).map(WorkOrderReference::new).toList()));
    }

    private static WorkOrderInventory tell(Bench bench, RequestInventory question) {
        bench.doAs("nobody", s -> s.inventory.tell(UuidCreator.getTimeOrderedEpoch(), question));
        return bench.sent.lastInventory();
    }

    private static void ask(Bench bench, RequestEntries question) {
        bench.doAs("nobody", s -> s.intake.entries(UuidCreator.getTimeOrderedEpoch(), question));
    }
}
