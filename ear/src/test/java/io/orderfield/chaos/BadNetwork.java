package io.orderfield.chaos;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.awaitility.Awaitility.await;

import io.orderfield.it.support.Disorder;
import io.orderfield.it.support.Postgres;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;

/** Lets some messages come late and others twice, all the time; closed, it delivers whatever it still holds. */
final class BadNetwork implements AutoCloseable {
    private static final int DOUBLED_AT_ONCE = 10;
    private static final int HELD_SECONDS = 2;
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private final Disorder disorder;
    private final ScheduledExecutorService clockwork = Executors.newSingleThreadScheduledExecutor();

    BadNetwork(Postgres database, double shareOfLate) {
        disorder = new Disorder(database);
        disorder.hold("%", shareOfLate);
        clockwork.scheduleWithFixedDelay(() -> unlessAway(() -> disorder.letGoSome(HELD_SECONDS)), 1, 1, SECONDS);
        clockwork.scheduleWithFixedDelay(() -> unlessAway(() -> disorder.doubleSome(DOUBLED_AT_ONCE)), 3, 3, SECONDS);
    }

    private static void unlessAway(Runnable mischief) {
        try {
            mischief.run();
        } catch (RuntimeException away) {
            // PostgreSQL was killed: the next turn comes in a second
        }
    }

    int late() {
        return disorder.late();
    }

    int doubled() {
        return disorder.doubled();
    }

    @Override
    public void close() {
        clockwork.shutdownNow();
        await().atMost(PATIENCE).until(clockwork::isTerminated);
        disorder.holdNoMore();
        disorder.letGo();
        await("the outboxes are empty").atMost(PATIENCE).until(() -> disorder.unsent() == 0);
    }
}
