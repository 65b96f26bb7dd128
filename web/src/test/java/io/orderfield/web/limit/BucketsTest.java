package io.orderfield.web.limit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class BucketsTest {
    private final Hand hand = new Hand();
    private final Buckets buckets = new Buckets("user", new Rate(2, 10), hand);

    @Test
    void givesTheBurstAndThenSaysWhenThereIsMore() {
        for (int left = 9; left >= 0; left--) {
            Verdict verdict = buckets.take("anna");
            assertThat(verdict.allowed()).isTrue();
            assertThat(verdict.remaining()).isEqualTo(left);
        }
        Verdict verdict = buckets.take("anna");
        assertThat(verdict.allowed()).isFalse();
        assertThat(verdict.remaining()).isZero();
        assertThat(verdict.retrySeconds()).isEqualTo(1);
        assertThat(verdict.resetSeconds()).isEqualTo(5);
    }

    @Test
    void fillsEvenlyAndNeverAboveTheBurst() {
        empty("anna");
        hand.passes(Duration.ofMillis(500));
        assertThat(buckets.take("anna").allowed()).isTrue();
        assertThat(buckets.take("anna").allowed()).isFalse();
        hand.passes(Duration.ofHours(1));
        assertThat(buckets.take("anna").remaining()).isEqualTo(9);
    }

    @Test
    void keepsKeysApart() {
        empty("anna");
        assertThat(buckets.take("bert").remaining()).isEqualTo(9);
    }

    @Test
    void keepsABoundedNumberOfBucketsAndDropsTheOneUnusedForLongest() {
        empty("first");
        empty("used");
        for (int i = 0; i < Buckets.MOST - 1; i++) {
            buckets.take("used");
            buckets.take("key" + i);
        }
        assertThat(buckets.size()).isEqualTo(Buckets.MOST);
        assertThat(buckets.take("used").allowed()).isFalse();
        assertThat(buckets.take("first").allowed()).isTrue();
    }

    @Test
    void wantsABurstThatHoldsASecond() {
        assertThatThrownBy(() -> new Rate(10, 5)).isInstanceOf(IllegalArgumentException.class);
    }

    private void empty(String key) {
        while (buckets.take(key).allowed()) {
            // once more
        }
    }

    /** A clock that stands until it is moved. */
    private static final class Hand extends Clock {
        private Instant now = Instant.parse("2027-01-01T00:00:00Z");

        void passes(Duration time) {
            now = now.plus(time);
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    }
}
