package io.orderfield.messaging.delivery;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/**
 * The wait while broker or database are away: 1, 2, 4 … 30 seconds, without limit, and over with the first success. Safe for
 * use by many threads.
 */
final class BackOff {
    private static final Duration FIRST = Duration.ofSeconds(1);
    static final Duration LONGEST = Duration.ofSeconds(30);

    private final Clock clock;
    private int failures;
    private Instant until = Instant.MIN;

    BackOff(Clock clock) {
        this.clock = clock;
    }

    synchronized boolean isWaiting() {
        return clock.instant().isBefore(until);
    }

    /** Returns true for the first failure after a success. */
    synchronized boolean failed() {
        until = clock.instant().plus(after(failures));
        failures++;
        return failures == 1;
    }

    /** Returns true for the first success after a failure. */
    synchronized boolean succeeded() {
        boolean recovered = failures > 0;
        failures = 0;
        until = Instant.MIN;
        return recovered;
    }

    /** The wait after so many earlier failures. */
    static Duration after(int failures) {
        Duration wait = FIRST.multipliedBy(1L << Math.min(failures, 5));
        return wait.compareTo(LONGEST) < 0 ? wait : LONGEST;
    }
}
