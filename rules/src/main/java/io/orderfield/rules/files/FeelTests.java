package io.orderfield.rules.files;

import static java.util.stream.Collectors.joining;

import io.orderfield.rules.Column;
import io.orderfield.rules.Condition;
import io.orderfield.rules.Condition.DateRange;
import io.orderfield.rules.Condition.NoneOf;
import io.orderfield.rules.Condition.NumberRange;
import io.orderfield.rules.Condition.OneOf;
import io.orderfield.rules.Range;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/** Conditions as unary tests of FEEL, the expression language of DMN. A missing fact is null there and meets none either. */
final class FeelTests {
    private static final String NUMBER = "-?[0-9]{1,15}([.][0-9]{1,6})?";
    private static final String LEAP_YEAR = "([0-9]{2}(0[48]|[2468][048]|[13579][26])|([02468][048]|[13579][26])00)";
    /** Only days of the calendar: another one would be an error of {@code date}, and end the whole decision. */
    private static final String DAY = "[0-9]{4}-((0[13578]|1[02])-(0[1-9]|[12][0-9]|3[01])"
            + "|(0[469]|11)-(0[1-9]|[12][0-9]|30)|02-(0[1-9]|1[0-9]|2[0-8]))|" + LEAP_YEAR + "-02-29";

    private static final String IS_NUMBER = is(NUMBER) + "number(?, null, \".\") ";
    private static final String IS_DAY = is(DAY) + "date(?) ";

    private FeelTests() {}

    /** The test of a condition under a column of this kind. */
    static String of(Column.Kind kind, Condition condition) {
        if (condition instanceof OneOf few) {
            return values(kind, few.values());
        }
        if (condition instanceof NoneOf but) {
            return "not(null, " + values(kind, but.values()) + ")";
        }
        if (condition instanceof NumberRange numbers) {
            return (kind == Column.Kind.CHARACTERISTIC ? IS_NUMBER : "")
                    + range(kind, numbers.range(), BigDecimal::toPlainString);
        }
        return (kind == Column.Kind.CHARACTERISTIC ? IS_DAY : "")
                + range(kind, ((DateRange) condition).range(), day -> date(day.toString()));
    }

    /** A text of the cell grammar, in which nothing needs to be escaped. */
    static String text(String value) {
        return '"' + value + '"';
    }

    private static String is(String pattern) {
        return "? != null and matches(?, \"^(" + pattern + ")$\") and ";
    }

    private static String date(String day) {
        return "date(" + text(day) + ")";
    }

    private static String values(Column.Kind kind, Collection<String> values) {
        UnaryOperator<String> literal =
                switch (kind) {
                    case WHOLE_NUMBER, PRIORITY -> value -> value;
                    case DATE -> FeelTests::date;
                    case SPECIFICATION, ACTION, TEXT, CHARACTERISTIC -> FeelTests::text;
                };
        return values.stream().map(literal).collect(joining(", "));
    }

    private static <T extends Comparable<? super T>> String range(
            Column.Kind kind, Range<T> range, Function<T, String> bound) {
        T low = range.low();
        T high = range.high();
        if (low == null && high != null) {
            return (range.highIncluded() ? "<= " : "< ") + bound.apply(high);
        }
        if (high == null && low != null) {
            return (range.lowIncluded() ? ">= " : "> ") + bound.apply(low);
        }
        if (low == null || high == null) {
            throw new IllegalArgumentException("a range has a bound");
        }
        return (kind == Column.Kind.CHARACTERISTIC ? "in " : "")
                + (range.lowIncluded() ? "[" : "(")
                + bound.apply(low)
                + ".."
                + bound.apply(high)
                + (range.highIncluded() ? "]" : ")");
    }
}
