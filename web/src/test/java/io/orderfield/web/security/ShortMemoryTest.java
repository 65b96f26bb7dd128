package io.orderfield.web.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class ShortMemoryTest {
    private Instant now = Instant.parse("2026-03-02T09:00:00Z");
    private final AtomicInteger source = new AtomicInteger();

    @Test
    void remembersForTwoSeconds() {
        ShortMemory<Integer> memory = new ShortMemory<>(() -> now, key -> Optional.of(source.incrementAndGet()));
        assertThat(memory.get("a")).contains(1);
        now = now.plusMillis(1_999);
        assertThat(memory.get("a")).contains(1);
        now = now.plusMillis(1);
        assertThat(memory.get("a")).contains(2);
        assertThat(memory.get("b")).contains(3);
    }

    @Test
    void readsAnewWhenAskedToOrAfterForgetting() {
        ShortMemory<Integer> memory = new ShortMemory<>(() -> now, key -> Optional.of(source.incrementAndGet()));
        memory.get("a");
        assertThat(memory.read("a")).contains(2);
        assertThat(memory.get("a")).contains(2);
        memory.forget();
        assertThat(memory.get("a")).contains(3);
    }

    @Test
    void doesNotRememberWhatWasReadWhileItForgot() {
        AtomicInteger reads = new AtomicInteger();
        ShortMemory<?>[] self = new ShortMemory<?>[1];
        ShortMemory<Integer> memory = new ShortMemory<>(() -> now, key -> {
            int before = reads.incrementAndGet();
            if (before == 1) {
                self[0].forget(); // the change is committed after it was read, and before it is remembered
            }
            return Optional.of(before);
        });
        self[0] = memory;
        assertThat(memory.get("a")).contains(1);
        assertThat(memory.get("a")).contains(2);
    }
}
