package io.orderfield.messaging.delivery;

import java.util.concurrent.Future;

/** What has the outbox swept; each side brings its own, so that the delivery needs no container. */
@FunctionalInterface
public interface SweepTimer {
    /**
     * Runs the sweep once a second from now on, one run after the other.
     *
     * @return ends it when canceled
     */
    Future<?> start(Runnable sweep);
}
