package io.orderfield.messaging.delivery;

import static io.orderfield.messaging.delivery.Messages.OUTBOX;
import static io.orderfield.messaging.delivery.Messages.QUEUE;
import static io.orderfield.messaging.delivery.Messages.message;
import static io.orderfield.messaging.delivery.Messages.row;
import static io.orderfield.messaging.delivery.Messages.rows;
import static io.orderfield.messaging.delivery.Messages.store;
import static io.orderfield.messaging.delivery.Messages.to;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.awaitility.Awaitility.await;

import io.orderfield.messaging.broker.BrokerAwayException;
import io.orderfield.messaging.testing.DatabaseTest;
import io.orderfield.messaging.testing.InMemoryBroker;
import io.orderfield.messaging.testing.MovableClock;
import io.orderfield.messaging.testing.TestDatabase;
import io.orderfield.messaging.testing.WithDatabase;
import java.lang.reflect.Proxy;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;

@WithDatabase(schemas = "proof")
class DispatcherTest {
    private final MovableClock clock = new MovableClock();
    private final InMemoryBroker broker = new InMemoryBroker(QUEUE);
    private final ExecutorService threads = Executors.newFixedThreadPool(8);
    private final List<OutgoingMessage> givenUp = new ArrayList<>();

    @AfterEach
    void endThreads() {
        threads.shutdownNow();
    }

    @DatabaseTest
    void sendsAfterTheCommitAndDeletes(TestDatabase database) {
        database.clear();
        List<OutgoingMessage> messages = List.of(message("SO1", "1"), message("SO1", "2"), message("SO1", "3"));
        store(database, messages);

        dispatcher(database, broker).dispatch(messages);

        await().until(() -> rows(database) == 0);
        assertThat(broker.bodies()).containsExactly("1", "2", "3");
    }

    @DatabaseTest
    void sweepsWhatACrashLeftBeforeItWasSent(TestDatabase database) {
        database.clear();
        store(database, message("SO1", "1"), message(null, "2"));
        Dispatcher dispatcher = dispatcher(database, broker);

        dispatcher.sweep();
        assertThat(broker.bodies()).isEmpty();

        clock.advance(Outbox.GRACE);
        dispatcher.sweep();
        assertThat(broker.bodies()).containsExactly("1", "2");
        assertThat(rows(database)).isZero();
    }

    @DatabaseTest
    void sendsAgainWhatACrashLeftBetweenSendingAndDeleting(TestDatabase database) {
        database.clear();
        OutgoingMessage message = message("SO1", "1");
        store(database, message);
        clock.advance(Outbox.GRACE);
        Dispatcher crashing = dispatcher(database, batch -> {
            broker.send(batch);
            throw new SimulatedCrash();
        });
        assertThat(catchThrowable(crashing::sweep)).isInstanceOf(SimulatedCrash.class);
        assertThat(row(database, message.id())).isEqualTo("READY 0");

        dispatcher(database, broker).sweep();

        assertThat(broker.messages()).containsExactly(message, message);
        assertThat(rows(database)).isZero();
    }

    @DatabaseTest
    void waitsForTheBrokerAndCountsNothing(TestDatabase database) {
        database.clear();
        OutgoingMessage one = message("SO1", "1");
        store(database, one, message("SO2", "2"), message("SO3", "3"), message("SO4", "4"));
        clock.advance(Outbox.GRACE);
        broker.goAway();
        Dispatcher dispatcher = dispatcher(database, broker);

        for (int second = 0; second < 600; second++) {
            dispatcher.sweep();
            clock.advance(Duration.ofSeconds(1));
        }

        // 1 + 2 + 4 + 8 + 16 s, then every 30 s; each time the batch and two single groups as proof
        assertThat(broker.calls()).isBetween(20 * 3, 26 * 3);
        assertThat(row(database, one.id())).isEqualTo("READY 0");

        broker.comeBack();
        clock.advance(Duration.ofSeconds(30));
        dispatcher.sweep();
        assertThat(broker.bodies()).containsExactly("1", "2", "3", "4");
    }

    @DatabaseTest
    void aRefusedMessageBlocksNoOtherGroup(TestDatabase database) {
        database.clear();
        OutgoingMessage poison = to("no.such.queue", "SO1", "poison");
        store(database, message("SO0", "1"), poison, message("SO2", "2"), message("SO3", "3"));
        clock.advance(Outbox.GRACE);

        dispatcher(database, broker).sweep();

        assertThat(broker.bodies()).containsExactly("1", "2", "3");
        assertThat(row(database, poison.id())).isEqualTo("READY 1");
    }

    @DatabaseTest
    void aRefusedMessageHoldsBackItsOwnGroupUntilItIsGivenUp(TestDatabase database) {
        database.clear();
        OutgoingMessage before = message("SO1", "1");
        OutgoingMessage poison = message("SO1", "poison");
        store(database, before, poison, message("SO1", "2"));
        broker.refuse(m -> m.body().equals("poison"));
        clock.advance(Outbox.GRACE);
        Dispatcher dispatcher = dispatcher(database, broker);

        for (int i = 1; i < Dispatcher.MAXIMUM_ATTEMPTS; i++) {
            dispatcher.sweep();
            assertThat(row(database, poison.id())).isEqualTo("READY " + i);
            assertThat(broker.bodies()).containsExactly("1");
            clock.advance(BackOff.LONGEST);
        }
        assertThat(givenUp).isEmpty();

        dispatcher.sweep();
        assertThat(row(database, poison.id())).isEqualTo("FAILED 10");
        assertThat(givenUp).containsExactly(poison);
        assertThat(broker.bodies()).containsExactly("1", "2");
    }

    @DatabaseTest
    void putsOffAGroupThatFailsAloneWithoutCounting(TestDatabase database) {
        database.clear();
        OutgoingMessage stuck = message("SO1", "stuck");
        store(database, stuck, message("SO2", "2"), message("SO3", "3"));
        clock.advance(Outbox.GRACE);
        MessageSender fullForOne = batch -> {
            if (batch.stream().anyMatch(m -> m.body().equals("stuck"))) {
                throw new BrokerAwayException("address full", new IllegalStateException());
            }
            broker.send(batch);
        };
        Dispatcher dispatcher = dispatcher(database, fullForOne);

        dispatcher.sweep();
        assertThat(broker.bodies()).containsExactly("2", "3");
        assertThat(row(database, stuck.id())).isEqualTo("READY 0");

        OutgoingMessage next = message("SO4", "4");
        store(database, next);
        dispatcher.dispatch(List.of(next));
        await().until(() -> broker.bodies().contains("4"));
    }

    @DatabaseTest
    void survivesADatabaseThatIsAway(TestDatabase database) {
        database.clear();
        store(database, message("SO1", "1"));
        clock.advance(Outbox.GRACE);
        AtomicBoolean away = new AtomicBoolean(true);
        Dispatcher dispatcher = new Dispatcher(
                OUTBOX,
                refusing(database.dataSource(), away),
                broker,
                threads,
                threads,
                clock,
                (m, error) -> givenUp.add(m));

        dispatcher.sweep();
        away.set(false);
        dispatcher.sweep();
        assertThat(broker.bodies()).as("still in its back-off").isEmpty();

        clock.advance(Duration.ofSeconds(1));
        dispatcher.sweep();
        assertThat(broker.bodies()).containsExactly("1");
    }

    @DatabaseTest
    void aCommitEndsTheWaitForTheDatabase(TestDatabase database) {
        database.clear();
        OutgoingMessage left = message("SO1", "1");
        store(database, left);
        clock.advance(Outbox.GRACE);
        AtomicBoolean away = new AtomicBoolean(true);
        Dispatcher dispatcher = new Dispatcher(
                OUTBOX,
                refusing(database.dataSource(), away),
                broker,
                threads,
                threads,
                clock,
                (m, error) -> givenUp.add(m));
        dispatcher.sweep();
        away.set(false);
        OutgoingMessage next = message("SO2", "2");
        store(database, next);

        dispatcher.dispatch(List.of(next));
        await().until(() -> broker.bodies().contains("2"));

        dispatcher.sweep();
        assertThat(broker.bodies()).containsExactly("2", "1");
    }

    @DatabaseTest
    void twoNodesNeverSendTheSameRow(TestDatabase database) {
        database.clear();
        List<OutgoingMessage> messages = IntStream.range(0, 1000)
                .mapToObj(i -> message("SO" + i % 50, "m" + i))
                .toList();
        store(database, messages);
        clock.advance(Outbox.GRACE);
        Dispatcher one = dispatcher(database, broker);
        Dispatcher two = dispatcher(database, broker);

        two.dispatch(messages);
        CompletableFuture.allOf(
                        CompletableFuture.runAsync(one::sweep, threads),
                        CompletableFuture.runAsync(two::sweep, threads))
                .join();
        await().until(() -> {
            one.sweep();
            return rows(database) == 0;
        });

        assertThat(broker.messages()).hasSize(1000).doesNotHaveDuplicates();
    }

    @DatabaseTest
    void keepsTheOrderOfAGroupOverManyCommits(TestDatabase database) {
        database.clear();
        Dispatcher dispatcher = dispatcher(database, broker);
        for (int i = 0; i < 100; i++) {
            List<OutgoingMessage> committed = List.of(message("SO1", "a" + i), message("SO2", "b" + i));
            store(database, committed);
            dispatcher.dispatch(committed);
        }
        await().until(() -> rows(database) == 0);

        assertThat(broker.bodies().stream().filter(b -> b.startsWith("a")))
                .containsExactlyElementsOf(
                        IntStream.range(0, 100).mapToObj(i -> "a" + i).toList());
    }

    @DatabaseTest
    void sendsTogetherWhatATopicHasGathered(TestDatabase database) {
        database.clear();
        List<Runnable> later = new ArrayList<>();
        Dispatcher dispatcher = new Dispatcher(
                OUTBOX, database.dataSource(), broker, threads, later::add, clock, (m, error) -> givenUp.add(m));
        for (String body : List.of("1", "2", "3")) {
            OutgoingMessage event = event("SO" + body, body);
            store(database, event);
            dispatcher.dispatch(List.of(event));
        }

        assertThat(later).as("one task for all three").hasSize(1);
        later.get(0).run();
        assertThat(broker.bodies()).containsExactly("1", "2", "3");
        assertThat(broker.calls()).isEqualTo(1);
        assertThat(rows(database)).isZero();
    }

    private static OutgoingMessage event(String group, String body) {
        OutgoingMessage m = message(group, body);
        return new OutgoingMessage(
                m.id(), m.destination(), true, m.type(), group, m.correlation(), null, body, m.occurredAt());
    }

    private Dispatcher dispatcher(TestDatabase database, MessageSender sender) {
        return new Dispatcher(
                OUTBOX, database.dataSource(), sender, threads, threads, clock, (m, error) -> givenUp.add(m));
    }

    private static DataSource refusing(DataSource target, AtomicBoolean away) {
        return (DataSource) Proxy.newProxyInstance(
                DataSource.class.getClassLoader(), new Class<?>[] {DataSource.class}, (proxy, method, args) -> {
                    if (away.get()) {
                        throw new SQLException("connection refused", "08001");
                    }
                    return method.invoke(target, args);
                });
    }

    private static final class SimulatedCrash extends Error {
        private static final long serialVersionUID = 1L;
    }
}
