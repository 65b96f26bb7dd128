package io.orderfield.rules;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What one cell of the table asks of one fact. The grammar is closed; a cell is data and never evaluated as code:
 *
 * <table>
 * <caption>The cell grammar</caption>
 * <tr><th>cell</th><th>met by</th></tr>
 * <tr><td>blank or {@code -}</td><td>everything, also a missing fact (no condition at all)</td></tr>
 * <tr><td>{@code A, B}</td><td>one of the values, compared exactly</td></tr>
 * <tr><td>{@code not(A, B)}</td><td>any value but these</td></tr>
 * <tr><td>{@code >=5}, {@code >5}, {@code <=5}, {@code <5}</td><td>numbers on that side</td></tr>
 * <tr><td>{@code [1..5]}, {@code (1..5]}, {@code [1..5)}, {@code (1..5)}</td><td>numbers between; a square bracket
 * includes the bound</td></tr>
 * <tr><td>{@code >=2026-01-31}, {@code [2026-01-01..2026-01-31]}</td><td>dates likewise</td></tr>
 * </table>
 *
 * <p>A value begins with a letter or digit, has up to 64 letters, digits, spaces and {@code . _ / & + ' -}, and no two
 * dots in a row. A missing fact meets no condition, {@code not(...)} neither.
 */
public sealed interface Condition {

    /** Whether the fact satisfies it; null is a missing fact and never does. */
    boolean matches(@Nullable Object fact);

    /** Whether a list may name this value; one that the grammar doesn't know can't be asked for. */
    static boolean canName(String value) {
        return ConditionGrammar.isValue(value);
    }

    /** The cell in canonical form: reading it again gives an equal condition. */
    String text();

    /** Any of these values. */
    record OneOf(SortedSet<String> values) implements Condition {
        public OneOf {
            values = checked(values);
        }

        @Override
        public boolean matches(@Nullable Object fact) {
            return fact != null && values.contains(fact.toString());
        }

        @Override
        public String text() {
            return String.join(", ", values);
        }
    }

    /** Any value but these. */
    record NoneOf(SortedSet<String> values) implements Condition {
        public NoneOf {
            values = checked(values);
        }

        @Override
        public boolean matches(@Nullable Object fact) {
            return fact != null && !values.contains(fact.toString());
        }

        @Override
        public String text() {
            return "not(" + String.join(", ", values) + ")";
        }
    }

    /** A number in a range; a text fact (a characteristic) that is no number is outside. */
    record NumberRange(Range<BigDecimal> range) implements Condition {
        public NumberRange {
            range = range.map(
                    number -> new BigDecimal(number.stripTrailingZeros().toPlainString()));
        }

        @Override
        public boolean matches(@Nullable Object fact) {
            if (fact instanceof Integer number) {
                return range.contains(BigDecimal.valueOf(number));
            }
            return fact != null
                    && ConditionGrammar.isNumber(fact.toString())
                    && range.contains(new BigDecimal(fact.toString()));
        }

        @Override
        public String text() {
            return range.text(BigDecimal::toPlainString);
        }
    }

    /** A date in a range; a text fact (a characteristic) that is no date is outside. */
    record DateRange(Range<LocalDate> range) implements Condition {
        @Override
        public boolean matches(@Nullable Object fact) {
            if (fact instanceof LocalDate date) {
                return range.contains(date);
            }
            return fact != null
                    && ConditionGrammar.isDate(fact.toString())
                    && range.contains(LocalDate.parse(fact.toString()));
        }

        @Override
        public String text() {
            return range.text(LocalDate::toString);
        }
    }

    /**
     * Values that the grammar can write. Without this check the text of a condition would not tell it apart from
     * others, and the engine shares conditions by their text.
     */
    private static SortedSet<String> checked(Collection<String> values) {
        if (values.isEmpty()) {
            throw new IllegalArgumentException("a condition needs at least one value");
        }
        SortedSet<String> sorted = new TreeSet<>(values);
        for (String value : sorted) {
            if (!ConditionGrammar.isValue(value)) {
                throw new IllegalArgumentException("'" + value + "' is no value of the cell grammar");
            }
        }
        return Collections.unmodifiableSortedSet(sorted);
    }
}
