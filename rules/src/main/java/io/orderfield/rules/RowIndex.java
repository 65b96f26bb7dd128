package io.orderfield.rules;

import io.orderfield.rules.Condition.NoneOf;
import io.orderfield.rules.Condition.OneOf;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Which rows may have something in common with another: in every column in which both list values they share one, and where
 * both have ranges these touch the same bucket. A set of bits for each value and each bucket of each column answers it
 * without looking at the rows.
 */
final class RowIndex {
    private final List<IndexedColumn> columns = new ArrayList<>();
    private int size;

    private static final class IndexedColumn {
        final Map<String, BitSet> listing = new HashMap<>();
        final BitSet lists = new BitSet();
        final RangeBuckets buckets;
        final BitSet ranges = new BitSet();
        final BitSet others = new BitSet();

        IndexedColumn(RangeBuckets buckets) {
            this.buckets = buckets;
        }

        void add(int place, @Nullable Condition condition) {
            if (condition instanceof OneOf list) {
                lists.set(place);
                for (String value : list.values()) {
                    listing.computeIfAbsent(value, key -> new BitSet()).set(place);
                }
            } else if (condition != null && RangeBuckets.isRange(condition)) {
                ranges.set(place);
                buckets.add(place, condition);
            } else {
                others.set(place);
            }
        }

        /** Takes out the places of rows with which this has nothing in common. */
        void narrow(BitSet candidates, @Nullable Condition condition) {
            if (condition == null || condition instanceof NoneOf) {
                return; // with what is blank or excludes a few all may have something in common
            }
            BitSet some = (BitSet) others.clone();
            if (condition instanceof OneOf list) {
                some.or(ranges);
                for (String value : list.values()) {
                    some.or(Objects.requireNonNullElseGet(listing.get(value), BitSet::new));
                }
            } else {
                some.or(lists);
                buckets.collect(condition, some);
            }
            candidates.and(some);
        }
    }

    /** @param rows the conditions of all rows that will be added, by column */
    RowIndex(List<@Nullable Condition[]> rows) {
        int width = rows.isEmpty() ? 0 : rows.get(0).length;
        for (int column = 0; column < width; column++) {
            List<Condition> ranges = new ArrayList<>();
            for (@Nullable Condition[] row : rows) {
                Condition condition = row[column];
                if (condition != null && RangeBuckets.isRange(condition)) {
                    ranges.add(condition);
                }
            }
            columns.add(new IndexedColumn(new RangeBuckets(ranges)));
        }
    }

    /** Adds the next row, whose place is the number of those before it. */
    void add(@Nullable Condition[] conditions) {
        for (int column = 0; column < conditions.length; column++) {
            columns.get(column).add(size, conditions[column]);
        }
        size++;
    }

    /** The places of the rows that may have something in common with these conditions, rising. */
    BitSet candidates(@Nullable Condition[] conditions) {
        BitSet candidates = new BitSet();
        candidates.set(0, size);
        for (int column = 0; column < conditions.length && !candidates.isEmpty(); column++) {
            columns.get(column).narrow(candidates, conditions[column]);
        }
        return candidates;
    }
}
