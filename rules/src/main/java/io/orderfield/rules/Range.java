package io.orderfield.rules;

import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * An interval with at least one bound.
 *
 * @param low lower bound, null when it is open below
 * @param lowIncluded whether the lower bound itself belongs to it
 * @param high upper bound, null when it is open above
 * @param highIncluded whether the upper bound itself belongs to it
 */
public record Range<T extends Comparable<? super T>>(
        @Nullable T low, boolean lowIncluded, @Nullable T high, boolean highIncluded) {

    /** @throws IllegalArgumentException when it has no bound, or when nothing can lie in it */
    public Range {
        if (low == null && high == null) {
            throw new IllegalArgumentException("a range needs a bound");
        }
        if (low != null && high != null) {
            int order = low.compareTo(high);
            if (order > 0 || (order == 0 && !(lowIncluded && highIncluded))) {
                throw new IllegalArgumentException("nothing lies in this range");
            }
        }
        lowIncluded = low != null && lowIncluded;
        highIncluded = high != null && highIncluded;
    }

    static <T extends Comparable<? super T>> Range<T> atLeast(T low) {
        return new Range<>(low, true, null, false);
    }

    static <T extends Comparable<? super T>> Range<T> above(T low) {
        return new Range<>(low, false, null, false);
    }

    static <T extends Comparable<? super T>> Range<T> atMost(T high) {
        return new Range<>(null, false, high, true);
    }

    static <T extends Comparable<? super T>> Range<T> below(T high) {
        return new Range<>(null, false, high, false);
    }

    /** Whether the value lies in it. */
    public boolean contains(T value) {
        if (low != null) {
            int order = value.compareTo(low);
            if (order < 0 || (order == 0 && !lowIncluded)) {
                return false;
            }
        }
        if (high != null) {
            int order = value.compareTo(high);
            return order < 0 || (order == 0 && highIncluded);
        }
        return true;
    }

    /** The same interval with its bounds written differently. */
    Range<T> map(UnaryOperator<T> bound) {
        return new Range<>(
                low == null ? null : bound.apply(low),
                lowIncluded,
                high == null ? null : bound.apply(high),
                highIncluded);
    }

    /** As the table writes it: {@code >=1}, {@code <5}, {@code [1..5)}. */
    String text(Function<T, String> bound) {
        if (low == null) {
            return (highIncluded ? "<=" : "<") + bound.apply(high);
        }
        if (high == null) {
            return (lowIncluded ? ">=" : ">") + bound.apply(low);
        }
        return (lowIncluded ? "[" : "(") + bound.apply(low) + ".." + bound.apply(high) + (highIncluded ? "]" : ")");
    }
}
