package io.orderfield.web.security;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Remembers for two seconds what was read by a key, so that the requests of one page read it once. What changes on this
 * node is forgotten at once; so long a change on another node may stay unnoticed here.
 */
final class ShortMemory<V> {
    private static final Duration REMEMBERED = Duration.ofSeconds(2);
    private static final int MOST = 1_000;

    private record Memory<V>(Optional<V> value, Instant until) {}

    private final InstantSource clock;
    private final Function<String, Optional<V>> source;
    private long forgotten;

    private final Map<String, Memory<V>> memories = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Memory<V>> eldest) {
            return size() > MOST;
        }
    };

    ShortMemory(InstantSource clock, Function<String, Optional<V>> source) {
        this.clock = clock;
        this.source = source;
    }

    Optional<V> get(String key) {
        synchronized (memories) {
            Memory<V> memory = memories.get(key);
            if (memory != null && clock.instant().isBefore(memory.until())) {
                return memory.value();
            }
        }
        return read(key);
    }

    /** The same as it is now, which is remembered. */
    Optional<V> read(String key) {
        Instant now = clock.instant();
        long before;
        synchronized (memories) {
            before = forgotten;
        }
        Optional<V> value = source.apply(key);
        synchronized (memories) {
            memories.remove(key);
            if (before == forgotten) { // else it may have been read before the change that made us forget
                memories.put(key, new Memory<>(value, now.plus(REMEMBERED)));
            }
        }
        return value;
    }

    void forget() {
        synchronized (memories) {
            memories.clear();
            forgotten++;
        }
    }
}
