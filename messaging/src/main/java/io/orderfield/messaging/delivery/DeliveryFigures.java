package io.orderfield.messaging.delivery;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.atomic.LongAdder;
import org.HdrHistogram.Histogram;
import org.HdrHistogram.Recorder;

/**
 * What one side of this node has received since it started: how much, how often again, and how long after its sender's
 * decision. Counting is cheap and blocks nobody.
 */
public final class DeliveryFigures {
    /** A lag above this counts as this. */
    static final Duration LONGEST = Duration.ofHours(1);

    /** Two digits: a percentile is right to one in a hundred. */
    static final int DIGITS = 2;

    private final Clock clock;
    private final LongAdder workedOff = new LongAdder();
    private final LongAdder redeliveries = new LongAdder();
    private final LongAdder duplicates = new LongAdder();
    private final LongAdder deadLetters = new LongAdder();
    private final Recorder lag = new Recorder(1, LONGEST.toMillis(), DIGITS);
    private Histogram minute = new Histogram(1, LONGEST.toMillis(), DIGITS);
    private Instant minuteStart;

    public DeliveryFigures(Clock clock) {
        this.clock = clock;
        this.minuteStart = clock.instant().truncatedTo(ChronoUnit.MINUTES);
    }

    /** The counters since the start. */
    public record Counters(long workedOff, long redeliveries, long duplicates, long deadLetters) {}

    /** The lags of a minute, in milliseconds, as far as it has come. */
    record Minute(Instant start, Histogram lags) {}

    /** A message was worked off whose sender had decided it then. */
    public void workedOff(Instant occurredAt) {
        workedOff.increment();
        // clocks of two nodes differ: less than nothing counts as nothing
        long millis = Math.max(0, Duration.between(occurredAt, clock.instant()).toMillis());
        lag.recordValue(Math.min(millis, LONGEST.toMillis()));
    }

    /** The broker delivered a message again. */
    public void redelivered() {
        redeliveries.increment();
    }

    /** A message that was worked off before came again and changed nothing. */
    public void duplicate() {
        duplicates.increment();
    }

    /** A message went to the dead letter queue. */
    public void buried() {
        deadLetters.increment();
    }

    public Counters counters() {
        return new Counters(workedOff.sum(), redeliveries.sum(), duplicates.sum(), deadLetters.sum());
    }

    /** The current minute; what was recorded since the last call counts for the minute of this one. */
    synchronized Minute minute() {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MINUTES);
        if (!now.equals(minuteStart)) {
            minute = new Histogram(1, LONGEST.toMillis(), DIGITS);
            minuteStart = now;
        }
        minute.add(lag.getIntervalHistogram());
        return new Minute(minuteStart, minute.copy());
    }
}
