package io.orderfield.messaging.delivery;

import jakarta.enterprise.context.Dependent;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** What has the outboxes swept; a bean of its own, so that a test can take the sweep away from the application. */
@Dependent
public class SweepTimer {
    /**
     * Runs the sweep once a second from now on, one run after the other.
     *
     * @param schema of the side that is swept
     * @return ends it when canceled
     */
    public Future<?> start(String schema, ScheduledExecutorService executor, Runnable sweep) {
        return executor.scheduleWithFixedDelay(sweep, 1, 1, TimeUnit.SECONDS);
    }
}
