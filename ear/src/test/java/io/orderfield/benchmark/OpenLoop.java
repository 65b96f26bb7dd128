package io.orderfield.benchmark;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.locks.LockSupport;

/**
 * Work by a timetable that is made beforehand and never waits for the work: what starts late because the system is slow has
 * its delay counted, from the planned time on.
 */
final class OpenLoop {
    private OpenLoop() {}

    /** Begins something; must not wait for its end. */
    interface Begin {
        void at(int ordinal, Instant planned);
    }

    /**
     * Begins {@code rate} times a second for so long, evenly; returns how many it was.
     *
     * @param rate per second
     */
    static int run(double rate, Duration length, Begin begin) {
        int count = (int) Math.round(rate * length.toMillis() / 1000);
        long startNanos = System.nanoTime();
        Instant start = Instant.now();
        for (int i = 0; i < count; i++) {
            long planned = Math.round(i * 1e9 / rate);
            for (long left = startNanos + planned - System.nanoTime(); left > 0; ) {
                LockSupport.parkNanos(left);
                left = startNanos + planned - System.nanoTime();
            }
            begin.at(i, start.plusNanos(planned));
        }
        return count;
    }
}
