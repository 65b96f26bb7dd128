package io.orderfield.om.testing;

import io.orderfield.kernel.Refusal;
import io.orderfield.messaging.testing.TestDatabase;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;

/** What tests with several real transactions at the same time share. */
public abstract class ConcurrentTransactionsTest extends OrderManagementTest {
    public static final int AT_ONCE = 6;

    public final ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE);

    @AfterEach
    public void stop() {
        threads.shutdownNow();
    }

    /** Runs the work in a transaction; answers {@code done}, or the code of the refusal. */
    public final Callable<String> outcome(TestDatabase database, Consumer<OrderManagement> work) {
        return () -> {
            try {
                return in(database, new SentRequests(), om -> {
                    work.accept(om);
                    return "done";
                });
            } catch (Refusal refusal) {
                return refusal.code();
            }
        };
    }

    public final List<String> atOnce(Callable<String> one, Callable<String> other)
            throws InterruptedException, ExecutionException {
        CyclicBarrier start = new CyclicBarrier(2);
        Future<String> first = threads.submit(() -> {
            start.await();
            return one.call();
        });
        Future<String> second = threads.submit(() -> {
            start.await();
            return other.call();
        });
        return List.of(first.get(), second.get());
    }

    public static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /**
     * Runs one transaction up to its commit, lets the other come up against its locks, and lets both end.
     *
     * @return the outcomes of both, in this order
     */
    public final List<String> oneAfterTheOther(
            TestDatabase database, Consumer<OrderManagement> first, Consumer<OrderManagement> second)
            throws InterruptedException, ExecutionException {
        CountDownLatch done = new CountDownLatch(1);
        CountDownLatch commit = new CountDownLatch(1);
        Future<String> one = threads.submit(outcome(database, om -> {
            first.accept(om);
            om.orders.flush();
            done.countDown();
            await(commit);
        }));
        done.await();
        Future<String> other = threads.submit(outcome(database, second));
        boolean waits = database.isHeldUp(other);
        commit.countDown();
        return List.of(one.get(), (waits ? "" : "without waiting: ") + other.get());
    }
}
