package io.orderfield.fsm.workorder;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.f4b6a3.uuid.UuidCreator;
import io.orderfield.fsm.testing.Bench;
import io.orderfield.fsm.testing.Requests;
import io.orderfield.kernel.Refusal;
import io.orderfield.messaging.contract.ActivityEntry;
import io.orderfield.messaging.contract.CancelWorkOrder;
import io.orderfield.messaging.contract.RequestWorkOrder;
import io.orderfield.messaging.contract.WorkOrderChanged;
import io.orderfield.messaging.contract.WorkOrderRequestRefused;
import io.orderfield.messaging.testing.DatabaseTest;
import io.orderfield.messaging.testing.TestDatabase;
import io.orderfield.messaging.testing.WithDatabase;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;

/** Two real transactions that meet: one of them is first, and the other one sees it. */
@WithDatabase(schemas = "fsm", unit = "fsm")
class RacesJpaTest {
    private static final int ROUNDS = 15;

    @DatabaseTest
    void twoDispatchersWhoSawTheSameTaskCannotBothAssignIt(TestDatabase database) throws Exception {
        Bench bench = Bench.on(database);
        for (int round = 0; round < ROUNDS; round++) {
            WorkOrderView created = bench.workOrder("ONT-INSTALL");
            WorkOrderTaskView task = created.tasks().get(0);

            List<String> outcomes =
                    race(() -> assign(bench, task, "technician", true), () -> assign(bench, task, "ravi", true));

            assertThat(outcomes).containsExactlyInAnyOrder("done", "stale");
            assertThat(bench.sent.entriesOf(created.key()))
                    .extracting(ActivityEntry::kind)
                    .containsExactly("created", "assigned");
        }
    }

    @DatabaseTest
    void oneTechnicianIsNotGivenTwoVisitsAtOnce(TestDatabase database) throws Exception {
        Bench bench = Bench.on(database);
        for (int round = 0; round < ROUNDS; round++) {
            WorkOrderTaskView one = bench.workOrder("ONT-INSTALL").tasks().get(0);
            WorkOrderTaskView other = bench.workOrder("ONT-INSTALL").tasks().get(0);

            List<String> outcomes = race(
                    () -> assign(bench, one, "technician", false), () -> assign(bench, other, "technician", false));

            assertThat(outcomes).containsExactlyInAnyOrder("done", "scheduling-conflict");
            bench.doAs(
                    "dispatcher",
                    s -> s.tasks.unassign(outcomes.get(0).equals("done") ? one.number() : other.number(), null));
        }
    }

    @DatabaseTest
    void aDispatcherWhoCancelsAndATechnicianWhoCompletesHaveOneDefinedEnd(TestDatabase database) throws Exception {
        Bench bench = Bench.on(database);
        for (int round = 0; round < ROUNDS; round++) {
            WorkOrderView running = bench.inState(WorkOrderState.WORK_IN_PROGRESS);
            String task = running.tasks().get(0).number();

            List<String> outcomes = race(
                    () -> bench.doAs("technician", s -> s.tasks.complete(task, "incomplete", "done", null)),
                    () -> bench.doAs("dispatcher", s -> s.service.cancel(running.number(), "not wanted", null)));

            WorkOrderView after = bench.find(running.key());
            if (outcomes.get(0).equals("done")) {
                assertThat(outcomes.get(1)).isEqualTo("work-order-closed");
                assertThat(after.state()).isEqualTo("CLOSED_INCOMPLETE");
            } else {
                assertThat(outcomes).containsExactly("work-order-canceled", "done");
                assertThat(after.state()).isEqualTo("CANCELED");
            }
            assertThat(bench.sent.lastChange(running.key()).snapshot().state()).isEqualTo(after.state());
            assertGapless(bench, running.key());
        }
    }

    @DatabaseTest
    void aTechnicianAcceptsOrADispatcherTakesBackNotBoth(TestDatabase database) throws Exception {
        Bench bench = Bench.on(database);
        for (int round = 0; round < ROUNDS; round++) {
            WorkOrderView assigned = bench.inState(WorkOrderState.ASSIGNED);
            WorkOrderTaskView task = assigned.tasks().get(0);

            List<String> outcomes = race(
                    () -> bench.doAs("technician", s -> s.tasks.accept(task.number(), task.version())),
                    () -> bench.doAs("dispatcher", s -> s.tasks.unassign(task.number(), task.version())));

            WorkOrderTaskView after = bench.<WorkOrderTaskView>as("viewer", s -> s.tasks.find(task.number()));
            if (outcomes.get(0).equals("done")) {
                assertThat(outcomes.get(1)).isEqualTo("stale");
                assertThat(after.state()).isEqualTo("ACCEPTED");
            } else {
                assertThat(outcomes).containsExactly("not-found", "done");
                assertThat(after.state()).isEqualTo("PENDING_DISPATCH");
            }
        }
    }

    @DatabaseTest
    void aCompletionAndACancelHaveOneDefinedEnd(TestDatabase database) throws Exception {
        Bench bench = Bench.on(database);
        for (int round = 0; round < ROUNDS; round++) {
            WorkOrderView running = bench.inState(WorkOrderState.WORK_IN_PROGRESS);
            String task = running.tasks().get(0).number();
            CancelWorkOrder cancel = Requests.of(running.key()).revision(2).cancel();

            List<String> outcomes = race(
                    () -> bench.doAs("technician", s -> s.tasks.complete(task, "incomplete", "done", null)),
                    () -> bench.receive(cancel));

            WorkOrderView after = bench.find(running.key());
            List<Record> messages = bench.sent.about(running.key());
            boolean refused = messages.stream().anyMatch(WorkOrderRequestRefused.class::isInstance);
            if (outcomes.get(0).equals("done")) {
                assertThat(after.state()).isEqualTo("CLOSED_INCOMPLETE");
                assertThat(refused).isTrue();
            } else {
                assertThat(outcomes.get(0)).isEqualTo("work-order-canceled");
                assertThat(after.state()).isEqualTo("CANCELED");
                assertThat(refused).isFalse();
            }
            assertThat(outcomes.get(1)).isEqualTo("done");
            assertGapless(bench, running.key());
        }
    }

    @DatabaseTest
    void aCancelAndTheCreateThatItOvertakesHaveOneDefinedEnd(TestDatabase database) throws Exception {
        Bench bench = Bench.on(database);
        for (int round = 0; round < ROUNDS; round++) {
            UUID key = Requests.newKey();
            RequestWorkOrder create = Requests.of(key).make();
            CancelWorkOrder cancel = Requests.of(key).revision(2).cancel();

            List<String> outcomes = race(() -> bench.receive(create), () -> bench.receive(cancel));

            assertThat(outcomes).containsOnly("done");
            assertThat(bench.sent.changesOf(key)).hasSize(2);
            assertThat(bench.sent.changesOf(key))
                    .filteredOn(c -> c.answeredRequestRevision() == 2)
                    .isNotEmpty()
                    .extracting(c -> c.snapshot().state())
                    .containsOnly("CANCELED");
            assertThat(bench.<Boolean>as("viewer", s -> s.workOrders
                            .lock(key)
                            .map(w -> w.state() == WorkOrderState.CANCELED)
                            .orElse(true)))
                    .isTrue();
        }
    }

    @DatabaseTest
    void theSameMessageInTwoSessionsIsWorkedOffOnce(TestDatabase database) throws Exception {
        Bench bench = Bench.on(database);
        for (int round = 0; round < ROUNDS; round++) {
            UUID key = Requests.newKey();
            UUID message = UuidCreator.getTimeOrderedEpoch();
            RequestWorkOrder create = Requests.of(key).make();
            Work receive = () -> bench.doAs("nobody", s -> s.intake.request(message, create));

            assertThat(race(receive, receive)).containsOnly("done");

            assertThat(bench.sent.about(key)).hasSize(1);
        }
    }

    @DatabaseTest
    void manyWhoWriteAtOnceLeaveNoGapInTheActivity(TestDatabase database) throws Exception {
        Bench bench = Bench.on(database);
        WorkOrderView created = bench.workOrder("ONT-INSTALL");
        List<Work> notes = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            String text = "note " + i;
            notes.add(() -> bench.doAs("dispatcher", s -> s.service.addNote(created.number(), text)));
        }

        assertThat(race(notes.toArray(Work[]::new))).containsOnly("done");

        assertThat(bench.sent.entriesOf(created.key())).hasSize(13);
        assertGapless(bench, created.key());
    }

    private static void assign(Bench bench, WorkOrderTaskView task, String technician, boolean override) {
        bench.doAs(
                "dispatcher",
                s -> s.tasks.assign(
                        task.number(), technician, Bench.MORNING, Bench.NOON, override, "race", task.version()));
    }

    private static void assertGapless(Bench bench, UUID key) {
        List<Long> sequences = bench.sent.entriesOf(key).stream()
                .map(ActivityEntry::sequence)
                .sorted()
                .toList();
        assertThat(sequences)
                .isEqualTo(LongStream.rangeClosed(1, sequences.size()).boxed().toList());
        assertThat(bench.sent.changesOf(key))
                .extracting(WorkOrderChanged::snapshotRevision)
                .doesNotHaveDuplicates();
    }

    @FunctionalInterface
    private interface Work {
        void run() throws Exception;
    }

    /** Lets all begin together; answers each one's outcome: done, or the code of the refusal. */
    private static List<String> race(Work... works) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(works.length);
        try {
            CyclicBarrier start = new CyclicBarrier(works.length);
            List<Future<String>> futures = new ArrayList<>();
            for (Work work : works) {
                futures.add(threads.submit(() -> {
                    start.await(30, TimeUnit.SECONDS);
                    try {
                        work.run();
                        return "done";
                    } catch (Refusal refusal) {
                        return refusal.code();
                    }
                }));
            }
            List<String> outcomes = new ArrayList<>();
            for (Future<String> future : futures) {
                outcomes.add(future.get(60, TimeUnit.SECONDS));
            }
            return outcomes;
        } finally {
            threads.shutdownNow();
        }
    }
}
