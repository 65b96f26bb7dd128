package io.orderfield.rules;

import io.orderfield.kernel.Sentence;
import io.orderfield.rules.Condition.DateRange;
import io.orderfield.rules.Condition.NoneOf;
import io.orderfield.rules.Condition.NumberRange;
import io.orderfield.rules.Condition.OneOf;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Collection;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads condition cells; {@link Condition} documents the grammar. */
final class ConditionGrammar {
    static final int MAX_CELL_LENGTH = 1_000;
    static final int MAX_LIST_LENGTH = 50;

    private static final Pattern VALUE = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{M}\\p{N} ._/&+'-]{0,63}");
    private static final Pattern WHOLE_NUMBER = Pattern.compile("-?[0-9]{1,9}");
    private static final Pattern NUMBER = Pattern.compile("-?[0-9]{1,15}(\\.[0-9]{1,6})?");
    private static final Pattern DATE = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}");
    private static final Pattern NEGATION = Pattern.compile("[nN][oO][tT]\\s*\\(([^()]*)\\)");
    private static final Pattern COMPARISON = Pattern.compile("(>=|<=|>|<)\\s*([-0-9.]{1,23})");
    private static final Pattern INTERVAL =
            Pattern.compile("([\\[(])\\s*(-?[0-9]+(?:[-.][0-9]+)*)\\s*\\.\\.\\s*(-?[0-9]+(?:[-.][0-9]+)*)\\s*([\\])])");

    private ConditionGrammar() {}

    /** Whether the text can stand in a list of values. */
    static boolean isValue(String text) {
        return WHOLE_NUMBER.matcher(text).matches()
                || (VALUE.matcher(text).matches() && !text.contains("..") && text.equals(text.strip()));
    }

    /** Whether the text is a number as the table writes it; no exponent, no sign but minus. */
    static boolean isNumber(String text) {
        return NUMBER.matcher(text).matches();
    }

    /** Whether the text is a day of the calendar, yyyy-mm-dd. */
    static boolean isDate(String text) {
        if (!DATE.matcher(text).matches()) {
            return false;
        }
        try {
            LocalDate.parse(text);
            return true;
        } catch (DateTimeParseException e) {
            return false; // shaped like a date, but no day of the calendar
        }
    }

    /** Whether a cell of any kind is blank. */
    static boolean isBlank(String cell) {
        String text = cell.strip();
        return text.isEmpty() || text.equals("-");
    }

    /**
     * Reads one cell.
     *
     * @param known permitted values of a list, null or empty when any will do
     * @return the condition, null for a blank cell
     */
    static @Nullable Condition read(Column.Kind kind, String cell, @Nullable Collection<String> known)
            throws MalformedCellException {
        if (cell.length() > MAX_CELL_LENGTH) {
            throw new MalformedCellException(Sentence.of("cell.tooLong").with("most", MAX_CELL_LENGTH));
        }
        if (isBlank(cell)) {
            return null;
        }
        String text = cell.strip();
        if (isRanged(kind) && "<>[(".indexOf(text.charAt(0)) >= 0) {
            return readRange(kind, text);
        }
        Matcher negation = NEGATION.matcher(text);
        return negation.matches()
                ? new NoneOf(readList(kind, negation.group(1), known))
                : new OneOf(readList(kind, text, known));
    }

    private static boolean isRanged(Column.Kind kind) {
        return switch (kind) {
            case SPECIFICATION, ACTION, TEXT -> false;
            case WHOLE_NUMBER, PRIORITY, DATE, CHARACTERISTIC -> true;
        };
    }

    private static SortedSet<String> readList(Column.Kind kind, String text, @Nullable Collection<String> known)
            throws MalformedCellException {
        String[] parts = text.split(",", -1);
        if (parts.length > MAX_LIST_LENGTH) {
            throw new MalformedCellException(Sentence.of("cell.tooManyValues").with("most", MAX_LIST_LENGTH));
        }
        SortedSet<String> values = new TreeSet<>();
        for (String part : parts) {
            String value = readValue(kind, part.strip());
            if (known != null && !known.isEmpty() && !known.contains(value)) {
                throw new MalformedCellException(
                        Sentence.of("cell.unknownValue").with("value", shown(value)));
            }
            values.add(value);
        }
        return values;
    }

    private static String readValue(Column.Kind kind, String text) throws MalformedCellException {
        switch (kind) {
            case WHOLE_NUMBER, PRIORITY -> {
                return Integer.toString(readWholeNumber(kind, text));
            }
            case DATE -> {
                return readDate(text).toString();
            }
            case ACTION -> {
                if (!Column.ACTIONS.contains(text)) {
                    throw new MalformedCellException(Sentence.of("cell.noneOf")
                            .with("value", shown(text))
                            .with("known", Column.ACTIONS));
                }
                return text;
            }
            case SPECIFICATION, TEXT, CHARACTERISTIC -> {
                if (!isValue(text)) {
                    throw new MalformedCellException(Sentence.of("cell.noValue").with("value", shown(text)));
                }
                if (text.regionMatches(true, 0, "not ", 0, 4)) {
                    throw new MalformedCellException(
                            Sentence.of("cell.likeNegation").with("value", shown(text)));
                }
                return text;
            }
        }
        throw new IllegalStateException("no reader for " + kind);
    }

    private static Condition readRange(Column.Kind kind, String text) throws MalformedCellException {
        Bounds bounds = readBounds(text);
        try {
            return switch (kind) {
                case DATE -> dates(bounds);
                case CHARACTERISTIC ->
                    bounds.areDates() ? dates(bounds) : numbers(bounds, ConditionGrammar::readNumber);
                default -> wholeNumbers(kind, bounds);
            };
        } catch (IllegalArgumentException e) {
            throw new MalformedCellException(Sentence.of("cell.emptyRange").with("value", shown(text)));
        }
    }

    private static Bounds readBounds(String text) throws MalformedCellException {
        Matcher comparison = COMPARISON.matcher(text);
        if (comparison.matches()) {
            String operator = comparison.group(1);
            boolean included = operator.endsWith("=");
            return operator.startsWith(">")
                    ? new Bounds(comparison.group(2), included, null, false)
                    : new Bounds(null, false, comparison.group(2), included);
        }
        Matcher interval = INTERVAL.matcher(text);
        if (interval.matches()) {
            return new Bounds(
                    interval.group(2),
                    interval.group(1).equals("["),
                    interval.group(3),
                    interval.group(4).equals("]"));
        }
        throw new MalformedCellException(Sentence.of("cell.noRange").with("value", shown(text)));
    }

    private static Condition dates(Bounds bounds) throws MalformedCellException {
        Range<LocalDate> range = bounds.as(ConditionGrammar::readDate);
        LocalDate low = range.low();
        if (bounds.excludeBoth() && low != null && low.plusDays(1).equals(range.high())) {
            throw new IllegalArgumentException("no day between");
        }
        return new DateRange(range);
    }

    private static Condition wholeNumbers(Column.Kind kind, Bounds bounds) throws MalformedCellException {
        NumberRange condition = numbers(bounds, text -> BigDecimal.valueOf(readWholeNumber(kind, text)));
        BigDecimal low = condition.range().low();
        if (bounds.excludeBoth()
                && low != null
                && low.add(BigDecimal.ONE).equals(condition.range().high())) {
            throw new IllegalArgumentException("no whole number between");
        }
        return condition;
    }

    private static NumberRange numbers(Bounds bounds, Literal<BigDecimal> literal) throws MalformedCellException {
        return new NumberRange(bounds.as(literal));
    }

    private static int readWholeNumber(Column.Kind kind, String text) throws MalformedCellException {
        if (!WHOLE_NUMBER.matcher(text).matches()) {
            throw new MalformedCellException(Sentence.of("cell.noWholeNumber").with("value", shown(text)));
        }
        int number = Integer.parseInt(text);
        if (kind == Column.Kind.PRIORITY && (number < 1 || number > 4)) {
            throw new MalformedCellException(Sentence.of("cell.noPriority").with("value", number));
        }
        return number;
    }

    private static BigDecimal readNumber(String text) throws MalformedCellException {
        if (!isNumber(text)) {
            throw new MalformedCellException(Sentence.of("cell.noNumberOrDate").with("value", shown(text)));
        }
        return new BigDecimal(text);
    }

    private static LocalDate readDate(String text) throws MalformedCellException {
        if (!isDate(text)) {
            throw new MalformedCellException(Sentence.of("cell.noDate").with("value", shown(text)));
        }
        return LocalDate.parse(text);
    }

    /** The text for a message: short, and without anything that could forge a line of a log. */
    static String shown(String text) {
        String shown = text.length() > 40 ? text.substring(0, 40) + "…" : text;
        return shown.replaceAll("\\p{C}", "?");
    }

    /** Reads a bound. */
    private interface Literal<T> {
        T read(String text) throws MalformedCellException;
    }

    /** The bounds as they are written; at least one is there. */
    private record Bounds(
            @Nullable String low,
            boolean lowIncluded,
            @Nullable String high,
            boolean highIncluded) {

        boolean areDates() {
            return (low == null || DATE.matcher(low).matches())
                    && (high == null || DATE.matcher(high).matches());
        }

        boolean excludeBoth() {
            return low != null && high != null && !lowIncluded && !highIncluded;
        }

        <T extends Comparable<? super T>> Range<T> as(Literal<T> literal) throws MalformedCellException {
            return new Range<>(
                    low == null ? null : literal.read(low),
                    lowIncluded,
                    high == null ? null : literal.read(high),
                    highIncluded);
        }
    }
}
