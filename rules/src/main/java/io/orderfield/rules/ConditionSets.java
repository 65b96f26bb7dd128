package io.orderfield.rules;

import io.orderfield.rules.Condition.DateRange;
import io.orderfield.rules.Condition.NoneOf;
import io.orderfield.rules.Condition.NumberRange;
import io.orderfield.rules.Condition.OneOf;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Conditions as sets of facts: which includes which, and which have a fact in common. Null is a blank cell, the set of all
 * facts and of the missing one. What is answered is never wrong on the side that matters: <em>includes</em> is said only
 * when it is so; <em>apart</em> likewise.
 */
final class ConditionSets {
    private ConditionSets() {}

    /** Whether every fact of the second, the missing one too, is one of the first. */
    static boolean includes(@Nullable Condition wide, @Nullable Condition narrow) {
        if (wide == null || wide == narrow) {
            return true;
        }
        if (narrow == null) {
            return false;
        }
        if (narrow instanceof OneOf few) {
            return few.values().stream().allMatch(wide::matches);
        }
        if (wide instanceof NoneOf but) {
            return narrow instanceof NoneOf none
                    ? none.values().containsAll(but.values())
                    : but.values().stream().noneMatch(narrow::matches);
        }
        if (wide instanceof NumberRange outer && narrow instanceof NumberRange inner) {
            return includes(outer.range(), inner.range());
        }
        return wide instanceof DateRange outer
                && narrow instanceof DateRange inner
                && includes(outer.range(), inner.range());
    }

    /** Whether no fact can satisfy both. */
    static boolean apart(@Nullable Condition one, @Nullable Condition other) {
        if (one == null || other == null || one == other) {
            return false;
        }
        if (one instanceof OneOf few) {
            return few.values().stream().noneMatch(other::matches);
        }
        if (other instanceof OneOf few) {
            return few.values().stream().noneMatch(one::matches);
        }
        if (one instanceof NoneOf || other instanceof NoneOf) {
            return false; // all but a few: something is left
        }
        if (one instanceof NumberRange first && other instanceof NumberRange second) {
            return apart(first.range(), second.range());
        }
        // nothing is both a number and a date
        return !(one instanceof DateRange first && other instanceof DateRange second)
                || apart(first.range(), second.range());
    }

    /**
     * The same set, written so that its bounds belong to it, and as a list where the column has few values.
     *
     * @return null when no fact of the column can satisfy it
     */
    static @Nullable Condition normal(Column.Kind kind, Condition condition) {
        return switch (kind) {
            case ACTION -> those(Column.ACTIONS.stream(), condition);
            case PRIORITY -> those(Stream.of("1", "2", "3", "4"), condition);
            case WHOLE_NUMBER -> condition instanceof NumberRange whole ? wholeNumbers(whole.range()) : condition;
            case DATE -> condition instanceof DateRange days ? days(days.range()) : condition;
            case SPECIFICATION, TEXT, CHARACTERISTIC -> condition;
        };
    }

    /** The values of those given that satisfy a condition; all of them where it is blank. */
    static SortedSet<String> satisfying(Collection<String> values, @Nullable Condition condition) {
        return values.stream()
                .filter(value -> condition == null || condition.matches(value))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** The values that a condition lists, to ask for them or to exclude them. */
    static Collection<String> named(@Nullable Condition condition) {
        if (condition instanceof OneOf few) {
            return few.values();
        }
        return condition instanceof NoneOf but ? but.values() : List.of();
    }

    private static @Nullable Condition those(Stream<String> values, Condition condition) {
        SortedSet<String> left = satisfying(values.toList(), condition);
        return left.isEmpty() ? null : new OneOf(left);
    }

    private static Condition wholeNumbers(Range<BigDecimal> range) {
        BigDecimal low = bound(
                range.low(),
                range.lowIncluded(),
                number -> number.setScale(0, RoundingMode.CEILING),
                number -> number.setScale(0, RoundingMode.FLOOR).add(BigDecimal.ONE));
        BigDecimal high = bound(
                range.high(),
                range.highIncluded(),
                number -> number.setScale(0, RoundingMode.FLOOR),
                number -> number.setScale(0, RoundingMode.CEILING).subtract(BigDecimal.ONE));
        return low != null && low.equals(high)
                ? one(low.toPlainString())
                : new NumberRange(new Range<>(low, true, high, true));
    }

    private static Condition days(Range<LocalDate> range) {
        LocalDate low = bound(range.low(), range.lowIncluded(), day -> day, day -> day.plusDays(1));
        LocalDate high = bound(range.high(), range.highIncluded(), day -> day, day -> day.minusDays(1));
        return low != null && low.equals(high)
                ? one(low.toString())
                : new DateRange(new Range<>(low, true, high, true));
    }

    private static OneOf one(String value) {
        return new OneOf(Collections.unmodifiableSortedSet(new TreeSet<>(List.of(value))));
    }

    private static <T> @Nullable T bound(
            @Nullable T bound, boolean included, UnaryOperator<T> inside, UnaryOperator<T> beside) {
        return bound == null ? null : (included ? inside : beside).apply(bound);
    }

    private static <T extends Comparable<? super T>> boolean includes(Range<T> wide, Range<T> narrow) {
        return startsNoLater(wide, narrow) && endsNoEarlier(wide, narrow);
    }

    private static <T extends Comparable<? super T>> boolean startsNoLater(Range<T> wide, Range<T> narrow) {
        T low = wide.low();
        T other = narrow.low();
        if (low == null || other == null) {
            return low == null;
        }
        int order = low.compareTo(other);
        return order < 0 || (order == 0 && (wide.lowIncluded() || !narrow.lowIncluded()));
    }

    private static <T extends Comparable<? super T>> boolean endsNoEarlier(Range<T> wide, Range<T> narrow) {
        T high = wide.high();
        T other = narrow.high();
        if (high == null || other == null) {
            return high == null;
        }
        int order = high.compareTo(other);
        return order > 0 || (order == 0 && (wide.highIncluded() || !narrow.highIncluded()));
    }

    private static <T extends Comparable<? super T>> boolean apart(Range<T> one, Range<T> other) {
        return endsBefore(one, other) || endsBefore(other, one);
    }

    private static <T extends Comparable<? super T>> boolean endsBefore(Range<T> one, Range<T> other) {
        T high = one.high();
        T low = other.low();
        if (high == null || low == null) {
            return false;
        }
        int order = high.compareTo(low);
        return order < 0 || (order == 0 && !(one.highIncluded() && other.lowIncluded()));
    }
}
