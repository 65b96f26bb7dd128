package io.orderfield.rules;

import io.orderfield.rules.Condition.DateRange;
import io.orderfield.rules.Condition.NumberRange;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collection;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The ranges of one column, sorted into buckets that hold about equally many of their bounds. Ranges without a bucket in
 * common have nothing in common; those with one may have something. Numbers and days lie on one line: what that brings
 * together wrongly is told apart later.
 */
final class RangeBuckets {
    private static final int MOST = 64;

    /** Where a bucket ends and the next begins, rising. */
    private final double[] borders;

    private final List<BitSet> touched;

    /** @param ranges all that will be added: the buckets are cut by their bounds */
    RangeBuckets(Collection<Condition> ranges) {
        double[] bounds = ranges.stream()
                .flatMapToDouble(range -> DoubleStream.of(low(range), high(range)))
                .filter(Double::isFinite)
                .sorted()
                .toArray();
        borders = IntStream.range(1, MOST)
                .filter(cut -> bounds.length > 0)
                .mapToDouble(cut -> bounds[(int) ((long) cut * bounds.length / MOST)])
                .distinct()
                .toArray();
        touched = Stream.generate(BitSet::new).limit(borders.length + 1L).toList();
    }

    static boolean isRange(@Nullable Condition condition) {
        return condition instanceof NumberRange || condition instanceof DateRange;
    }

    /** Puts a row's range into the buckets that it touches. */
    void add(int place, Condition range) {
        for (int bucket = bucket(low(range)); bucket <= bucket(high(range)); bucket++) {
            touched.get(bucket).set(place);
        }
    }

    /** Adds the places of the rows whose range may have something in common with this one. */
    void collect(Condition range, BitSet places) {
        for (int bucket = bucket(low(range)); bucket <= bucket(high(range)); bucket++) {
            places.or(touched.get(bucket));
        }
    }

    private int bucket(double bound) {
        int found = Arrays.binarySearch(borders, bound);
        return found >= 0 ? found + 1 : -found - 1;
    }

    private static double low(Condition range) {
        return bound(
                range instanceof NumberRange numbers
                        ? numbers.range().low()
                        : days(range).low(),
                -1);
    }

    private static double high(Condition range) {
        return bound(
                range instanceof NumberRange numbers
                        ? numbers.range().high()
                        : days(range).high(),
                1);
    }

    private static Range<LocalDate> days(Condition range) {
        return ((DateRange) range).range();
    }

    /** Never out of order by its rounding: a larger bound is no smaller number. */
    private static double bound(@Nullable Object bound, int open) {
        if (bound instanceof LocalDate day) {
            return day.toEpochDay();
        }
        return bound instanceof BigDecimal number ? number.doubleValue() : open * Double.POSITIVE_INFINITY;
    }
}
