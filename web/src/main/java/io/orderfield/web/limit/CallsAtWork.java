package io.orderfield.web.limit;

import io.orderfield.kernel.Shared;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * How many calls of one user are worked on at a time, so that an application that sends many at once does not take the
 * whole server. Further ones wait a while in the order in which they came. What is kept is bounded by the calls there are.
 */
@Shared
public class CallsAtWork {
    static final Duration PATIENCE = Duration.ofSeconds(2);

    /** Each waits in a thread, so not all may. */
    static final int MOST_WAITING = 50;

    private final int most;
    Duration patience = PATIENCE;
    private final Map<String, Gate> gates = new ConcurrentHashMap<>();

    private record Gate(Semaphore places, int calls) {
        Gate plus(int change) {
            return new Gate(places, calls + change);
        }
    }

    /** @param most 0 for no limit */
    @Inject
    CallsAtWork(@ConfigProperty(name = "RATE_LIMIT_AT_WORK", defaultValue = "4") int most) {
        this.most = most;
    }

    /** Waits for a place; when this is true, {@link #leave} gives it back. */
    boolean enter(String user) throws InterruptedException {
        if (most == 0) {
            return true;
        }
        Gate gate = gates.compute(
                user, (name, known) -> known == null ? new Gate(new Semaphore(most, true), 1) : known.plus(1));
        boolean entered = false;
        try {
            entered = gate.calls() <= most + MOST_WAITING
                    && gate.places().tryAcquire(patience.toNanos(), TimeUnit.NANOSECONDS);
            return entered;
        } finally {
            if (!entered) {
                forget(user);
            }
        }
    }

    void leave(String user) {
        if (most > 0) {
            Objects.requireNonNull(gates.get(user), "entered before").places().release();
            forget(user);
        }
    }

    /** How many calls of this user wait for a place. */
    int waiting(String user) {
        Gate gate = gates.get(user);
        return gate == null ? 0 : gate.places().getQueueLength();
    }

    int size() {
        return gates.size();
    }

    private void forget(String user) {
        gates.computeIfPresent(user, (name, gate) -> gate.calls() == 1 ? null : gate.plus(-1));
    }
}
