package io.orderfield.om.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import io.orderfield.messaging.broker.ServedQueue;
import io.orderfield.om.messaging.OutsideQueueWatch.Watched;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class OutsideQueueWatchTest {
    private static final Instant NOW = Instant.parse("2026-03-02T09:00:00Z");

    @Test
    void isStuckWhenNothingIsWorkedOffThoughThereIsSomething() {
        Watched first = after(null, 0, 1, 5, 10);
        Watched soon = after(first, 299, 1, 6, 10);
        Watched late = after(soon, 300, 1, 7, 10);
        Watched moved = after(late, 315, 1, 7, 11);

        assertThat(first.stuck()).isFalse();
        assertThat(soon.stuck()).isFalse();
        assertThat(late.stuck()).isTrue();
        assertThat(late.since()).isEqualTo(NOW);
        assertThat(moved.stuck()).isFalse();
    }

    @Test
    void isNotStuckWhileItIsEmptyHoweverLongNothingComes() {
        Watched first = after(null, 0, 1, 0, 10);

        assertThat(after(first, 9_999, 1, 0, 10).stuck()).isFalse();
        assertThat(after(after(first, 9_999, 1, 0, 10), 10_014, 1, 1, 10).stuck())
                .isFalse();
    }

    @Test
    void isStuckWhenNobodyReadsItThoughItIsEmpty() {
        Watched first = after(null, 0, 0, 0, 0);
        Watched still = after(after(first, 30, 0, 0, 0), 60, 0, 0, 0);

        assertThat(still.stuck()).isTrue();
        assertThat(still.unread()).isEqualTo(NOW);
        assertThat(after(still, 75, 1, 0, 0).stuck()).isFalse();
    }

    /** At a start the listeners come after the first look, and after a broker was away they come anew. */
    @Test
    void isNotStuckUntilListenersHadTimeToCome() {
        Watched first = after(null, 0, 0, 0, 0);
        Watched heard = after(first, 45, 1, 0, 0);
        Watched lost = after(heard, 61, 0, 0, 0);

        assertThat(first.stuck()).isFalse();
        assertThat(after(first, 59, 0, 0, 0).stuck()).isFalse();
        assertThat(heard.stuck()).isFalse();
        assertThat(lost.stuck()).isFalse();
        assertThat(after(lost, 121, 0, 0, 0).stuck()).isTrue();
    }

    private static Watched after(@Nullable Watched before, long seconds, int consumers, long messages, long workedOff) {
        return Watched.of(
                before,
                new ServedQueue("om.partner-orders", consumers, messages, workedOff),
                NOW.plusSeconds(seconds),
                Duration.ofSeconds(300));
    }
}
