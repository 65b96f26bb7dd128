package io.orderfield.web.limit;

import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import io.github.bucket4j.TimeMeter;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * A bucket of requests for each key, filled evenly. At most 10,000 buckets are kept and the one that was not used for the
 * longest time goes first: by then it is full again, unless so many keys ask at once.
 */
final class Buckets {
    static final int MOST = 10_000;

    private final String policy;
    private final Rate rate;
    private final TimeMeter time;

    private final Map<String, Bucket> buckets = new LinkedHashMap<>(64, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Bucket> eldest) {
            return size() > MOST;
        }
    };

    /** @param policy what the limit is called in the answers' headers */
    Buckets(String policy, Rate rate, Clock clock) {
        this.policy = policy;
        this.rate = rate;
        this.time = new ClockTime(clock);
    }

    /** Takes one request of this key. */
    Verdict take(String key) {
        Bucket bucket;
        synchronized (buckets) {
            bucket = buckets.computeIfAbsent(key, k -> full());
        }
        ConsumptionProbe probe = bucket.tryConsumeAndReturnRemaining(1);
        return new Verdict(
                policy,
                probe.isConsumed(),
                rate,
                probe.getRemainingTokens(),
                seconds(probe.getNanosToWaitForReset()),
                probe.isConsumed() ? 0 : (int) Math.max(1, seconds(probe.getNanosToWaitForRefill())));
    }

    boolean limited() {
        return rate.perSecond() > 0;
    }

    int size() {
        synchronized (buckets) {
            return buckets.size();
        }
    }

    private Bucket full() {
        return Bucket.builder()
                .withCustomTimePrecision(time)
                .addLimit(limit -> limit.capacity(rate.burst()).refillGreedy(rate.perSecond(), Duration.ofSeconds(1)))
                .build();
    }

    private static long seconds(long nanos) {
        return TimeUnit.NANOSECONDS.toSeconds(nanos + TimeUnit.SECONDS.toNanos(1) - 1);
    }

    private record ClockTime(Clock clock) implements TimeMeter {
        @Override
        public long currentTimeNanos() {
            return TimeUnit.MILLISECONDS.toNanos(clock.millis());
        }

        @Override
        public boolean isWallClockBased() {
            return true;
        }
    }
}
