package io.orderfield.messaging.testing;

import io.orderfield.kernel.Refusal;
import jakarta.persistence.EntityManager;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;

/** Two transactions that do the same before either has committed. */
public final class SameInstant {
    private SameInstant() {}

    /**
     * Runs the first up to its commit, lets the second come up against what it wrote, and commits.
     *
     * @return what the second gets
     * @throws AssertionError when the second didn't wait for the first, or was not refused
     */
    public static Refusal refusalOfTheSecond(
            TestDatabase database, Consumer<EntityManager> first, Consumer<EntityManager> second) {
        ExecutorService thread = Executors.newSingleThreadExecutor();
        try {
            Future<?> other = database.inTransaction(em -> {
                first.accept(em);
                em.flush();
                Future<?> running = thread.submit(() -> database.doInTransaction(second));
                if (!database.isHeldUp(running)) {
                    throw new AssertionError("the second did not wait for the first");
                }
                return running;
            });
            other.get();
            throw new AssertionError("the second was not refused");
        } catch (ExecutionException e) {
            if (e.getCause() instanceof Refusal refusal) {
                return refusal;
            }
            throw new AssertionError("no refusal", e.getCause());
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        } finally {
            thread.shutdownNow();
        }
    }
}
