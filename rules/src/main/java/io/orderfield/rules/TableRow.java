package io.orderfield.rules;

import io.orderfield.rules.Condition.DateRange;
import java.time.LocalDate;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * One row of a decision table: when all its conditions are met, its results count. It counts only while it is active and
 * on the days of its validity.
 *
 * @param id stays with the row over moves and versions; unique in its table, up to 36 letters, digits, dots, hyphens and
 *     underscores
 * @param number position of the row, from 1
 * @param conditions condition by column header; a column that is absent was blank and matches everything
 * @param results result by column header, as the table writes it; what was blank has its column's meaning of a blank, and
 *     is absent where that is nothing
 * @param note what its author wants to remember, up to 1,000 characters, empty for nothing
 * @param active false for a row that is kept and doesn't count
 * @param validFrom first decision date on which it counts, null when it always has
 * @param validTo last decision date on which it counts, null when it always will
 */
public record TableRow(
        String id,
        int number,
        Map<String, Condition> conditions,
        Map<String, String> results,
        String note,
        boolean active,
        @Nullable LocalDate validFrom,
        @Nullable LocalDate validTo) {

    static final int MAX_NOTE = 1_000;

    private static final Pattern ID = Pattern.compile("[A-Za-z0-9._-]{1,36}");

    /**
     * @throws IllegalArgumentException for a malformed id, a number below 1, a note that is too long or a validity that
     *     ends before it begins
     */
    public TableRow {
        if (!isId(id)) {
            throw new IllegalArgumentException("row " + number + " has no id");
        }
        if (note.length() > MAX_NOTE) {
            throw new IllegalArgumentException("the note of row " + number + " is too long");
        }
        if (number < 1) {
            throw new IllegalArgumentException("rows are numbered from 1, not " + number);
        }
        if (validFrom != null && validTo != null && validTo.isBefore(validFrom)) {
            throw new IllegalArgumentException("row " + number + " ends before it begins");
        }
        conditions = Collections.unmodifiableMap(new LinkedHashMap<>(conditions));
        results = Collections.unmodifiableMap(new LinkedHashMap<>(results));
    }

    /** An active row without a note that is always valid, with the id that rows from before there were ids have. */
    public static TableRow of(int number, Map<String, Condition> conditions, Map<String, String> results) {
        return new TableRow(idOf(number), number, conditions, results, "", true, null, null);
    }

    /** The id of a row from before there were ids. */
    public static String idOf(int number) {
        return "r" + number;
    }

    /** Whether it may be the id of a row. */
    public static boolean isId(String text) {
        return ID.matcher(text).matches();
    }

    /** The same row with another result. */
    public TableRow with(String header, String result) {
        Map<String, String> changed = new LinkedHashMap<>(results);
        changed.put(header, result);
        return new TableRow(id, number, conditions, changed, note, active, validFrom, validTo);
    }

    /** What it says under a result column, empty for nothing. */
    public String result(String header) {
        return results.getOrDefault(header, "");
    }

    /** What its validity asks of the day of the decision, null for nothing. */
    public @Nullable Condition validity() {
        return validFrom == null && validTo == null ? null : new DateRange(new Range<>(validFrom, true, validTo, true));
    }

    /** Whether it counts on a day, once its conditions are met. */
    boolean countsOn(LocalDate day) {
        return active && (validFrom == null || !day.isBefore(validFrom)) && !hasEndedBefore(day);
    }

    /** Whether its validity was over before a day. */
    boolean hasEndedBefore(LocalDate day) {
        return validTo != null && validTo.isBefore(day);
    }

    /** Whether there is a day on which both count. */
    boolean sharesADayWith(TableRow other) {
        return active && other.active && !endsBefore(other) && !other.endsBefore(this);
    }

    /** Whether it counts on every day on which the other one does. */
    boolean countsWhenever(TableRow other) {
        return active
                && (validFrom == null || (other.validFrom != null && !other.validFrom.isBefore(validFrom)))
                && (validTo == null || (other.validTo != null && !other.validTo.isAfter(validTo)));
    }

    private boolean endsBefore(TableRow other) {
        return other.validFrom != null && hasEndedBefore(other.validFrom);
    }
}
