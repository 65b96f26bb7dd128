package io.orderfield.messaging.delivery;

import static io.orderfield.messaging.delivery.Messages.inTransaction;
import static org.assertj.core.api.Assertions.assertThat;

import io.orderfield.messaging.testing.DatabaseTest;
import io.orderfield.messaging.testing.MovableClock;
import io.orderfield.messaging.testing.TestDatabase;
import io.orderfield.messaging.testing.WithDatabase;
import java.time.Duration;
import java.util.List;

@WithDatabase(schemas = "proof")
class FiguresStoreTest {
    private final MovableClock clock = new MovableClock();
    private final FiguresStore store = new FiguresStore("proof");

    @DatabaseTest
    void mergesTheLagsOfAllNodesExactly(TestDatabase database) {
        database.clear();
        DeliveryFigures fast = new DeliveryFigures(clock);
        DeliveryFigures slow = new DeliveryFigures(clock);
        for (int i = 0; i < 98; i++) {
            fast.workedOff(clock.instant().minusMillis(10));
        }
        slow.workedOff(clock.instant().minusMillis(1000));
        slow.workedOff(clock.instant().minusMillis(1000));
        beat(database, fast, "a");
        beat(database, slow, "b");

        SideFigures.Lag now = read(database).lagNow();

        assertThat(now.messages()).isEqualTo(100);
        assertThat(now.p50()).isEqualTo(10);
        assertThat(now.p95()).isEqualTo(10);
        assertThat(now.p99()).isBetween(990L, 1010L);
        assertThat(now.max()).isBetween(990L, 1010L);
    }

    @DatabaseTest
    void keepsEachMinuteOfAnHourAndForgetsOlderOnes(TestDatabase database) {
        database.clear();
        DeliveryFigures figures = new DeliveryFigures(clock);
        Heartbeat heartbeat = heartbeat(database, figures, "a");
        for (int minute = 0; minute < 70; minute++) {
            figures.workedOff(clock.instant().minusMillis(minute + 1));
            heartbeat.beatIfDue();
            clock.advance(Duration.ofMinutes(1));
        }

        List<SideFigures.Lag> minutes = read(database).lagPerMinute();

        assertThat(minutes).hasSizeBetween(59, 61);
        assertThat(minutes).extracting(SideFigures.Lag::messages).containsOnly(1L);
        assertThat(minutes).extracting(SideFigures.Lag::p50).isSorted();
        assertThat(read(database).nodes()).singleElement().satisfies(n -> {
            assertThat(n.workedOff()).isEqualTo(70);
            assertThat(n.alive()).isFalse();
        });
    }

    @DatabaseTest
    void countsWhatCameAgainPerNode(TestDatabase database) {
        database.clear();
        DeliveryFigures figures = new DeliveryFigures(clock);
        figures.redelivered();
        figures.duplicate();
        figures.duplicate();
        figures.buried();
        beat(database, figures, "a");

        assertThat(read(database).nodes()).singleElement().satisfies(n -> {
            assertThat(n.alive()).isTrue();
            assertThat(n.redeliveries()).isEqualTo(1);
            assertThat(n.duplicates()).isEqualTo(2);
            assertThat(n.deadLetters()).isEqualTo(1);
        });
    }

    @DatabaseTest
    void tellsDepthFailuresAndAgeOfTheOutbox(TestDatabase database) {
        database.clear();
        OutgoingMessage first = Messages.message("SO1", "1");
        OutgoingMessage second = Messages.message("SO1", "2");
        inTransaction(database, c -> {
            Outbox outbox = new Outbox("proof");
            outbox.add(c, List.of(first, second));
            outbox.fail(c, second.id(), clock.instant(), "no such queue");
            return null;
        });

        SideFigures figures = read(database);

        assertThat(figures.outboxDepth()).isEqualTo(1);
        assertThat(figures.outboxFailed()).isEqualTo(1);
        assertThat(figures.outboxOldest()).isEqualTo(first.occurredAt());
    }

    @DatabaseTest
    void aClockThatIsAheadMakesNoNegativeLag(TestDatabase database) {
        database.clear();
        DeliveryFigures figures = new DeliveryFigures(clock);
        figures.workedOff(clock.instant().plusSeconds(60));
        beat(database, figures, "a");

        assertThat(read(database).lagNow().max()).isZero();
    }

    private void beat(TestDatabase database, DeliveryFigures figures, String node) {
        heartbeat(database, figures, node).beatIfDue();
    }

    private Heartbeat heartbeat(TestDatabase database, DeliveryFigures figures, String node) {
        return new Heartbeat(store, figures, database.dataSource(), node, clock);
    }

    private SideFigures read(TestDatabase database) {
        return inTransaction(database, c -> store.read(c, clock.instant()));
    }
}
