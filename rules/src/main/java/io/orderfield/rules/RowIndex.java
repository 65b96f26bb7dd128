package io.orderfield.rules;

import io.orderfield.rules.Condition.OneOf;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Which rows may have something in common with another: in every column in which both list values they share one. A set of
 * bits for each value of each column answers it without looking at the rows.
 */
final class RowIndex {
    private final List<Map<String, BitSet>> listing = new ArrayList<>();
    private final List<BitSet> others = new ArrayList<>();
    private int size;

    /** @param columns so many conditions has each row */
    RowIndex(int columns) {
        for (int column = 0; column < columns; column++) {
            listing.add(new HashMap<>());
            others.add(new BitSet());
        }
    }

    /** Adds the next row, whose place is the number of those before it. */
    void add(@Nullable Condition[] conditions) {
        for (int column = 0; column < conditions.length; column++) {
            if (conditions[column] instanceof OneOf list) {
                for (String value : list.values()) {
                    listing.get(column)
                            .computeIfAbsent(value, key -> new BitSet())
                            .set(size);
                }
            } else {
                others.get(column).set(size);
            }
        }
        size++;
    }

    /** The places of the rows that may have something in common with these conditions, rising. */
    BitSet candidates(@Nullable Condition[] conditions) {
        BitSet candidates = new BitSet();
        candidates.set(0, size);
        for (int column = 0; column < conditions.length && !candidates.isEmpty(); column++) {
            if (conditions[column] instanceof OneOf list) {
                BitSet some = (BitSet) others.get(column).clone();
                for (String value : list.values()) {
                    some.or(Objects.requireNonNullElseGet(listing.get(column).get(value), BitSet::new));
                }
                candidates.and(some);
            }
        }
        return candidates;
    }
}
