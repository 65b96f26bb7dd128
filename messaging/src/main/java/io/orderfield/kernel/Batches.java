package io.orderfield.kernel;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;

/** Reads by many keys in batches that every database takes as parameters of one statement. */
public final class Batches {
    private static final int BATCH = 500;

    private Batches() {}

    /**
     * Reads what belongs to these keys.
     *
     * @param read reads one batch of at most 500 keys
     * @return what was read, batch by batch in the order of the keys
     */
    public static <K, T> List<T> of(Collection<K> keys, Function<List<K>, List<T>> read) {
        List<K> all = List.copyOf(keys);
        List<T> found = new ArrayList<>();
        for (int from = 0; from < all.size(); from += BATCH) {
            found.addAll(read.apply(all.subList(from, Math.min(from + BATCH, all.size()))));
        }
        return found;
    }
}
