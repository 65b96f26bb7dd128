package io.orderfield.om.policy;

import io.orderfield.kernel.Shared;
import io.orderfield.rules.CompiledTable;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import java.util.Comparator;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Tables ready to decide, by version. A version never changes, so nothing here ever goes stale; of those that nobody has
 * asked for longest some are forgotten, and built again when somebody does.
 */
@Shared
class CompiledTables {
    /** The one in force, and a good many that domain orders began with; the largest weighs some 50 MB. */
    private static final int MOST = 24;

    private final ConcurrentMap<Key, Place> places = new ConcurrentHashMap<>();
    private final AtomicLong uses = new AtomicLong();

    private record Key(String table, int version) {}

    /** Where one table is built, by the first who asks; the others wait. */
    private static final class Place {
        private @Nullable CompiledTable built;
        private volatile long lastUse;

        private synchronized CompiledTable get(Supplier<CompiledTable> build) {
            CompiledTable table = built;
            if (table == null) {
                table = build.get();
                built = table;
            }
            return table;
        }
    }

    /** @param build what it throws comes out, and the next who asks tries again */
    CompiledTable get(String table, int version, Supplier<CompiledTable> build) {
        Place place = places.computeIfAbsent(new Key(table, version), key -> new Place());
        place.lastUse = uses.incrementAndGet();
        CompiledTable compiled = place.get(build);
        if (places.size() > MOST) {
            places.entrySet().stream()
                    .min(Comparator.comparingLong(entry -> entry.getValue().lastUse))
                    .map(Map.Entry::getKey)
                    .ifPresent(places::remove);
        }
        return compiled;
    }

    /** What was built to be published is ready now that it is committed: nobody waits for the first decision. */
    void published(@Observes(during = TransactionPhase.AFTER_SUCCESS) TablePublished published) {
        CompiledTable built = published.built();
        get(built.table().shape().code(), built.version(), () -> built);
    }
}
