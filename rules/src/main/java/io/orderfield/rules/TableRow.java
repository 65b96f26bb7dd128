package io.orderfield.rules;

import java.time.LocalDate;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One row of a decision table: when all its conditions are met, its results count. It counts only while it is active and
 * on the days of its validity.
 *
 * @param id stays with the row over moves and versions; unique in its table
 * @param number position of the row, from 1
 * @param conditions condition by column header; a column that is absent was blank and matches everything
 * @param results result by column header, as the table writes it; what was blank has its column's meaning of a blank
 * @param note what its author wants to remember, empty for nothing
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

    /** @throws IllegalArgumentException for a blank id, a number below 1 or a validity that ends before it begins */
    public TableRow {
        if (id.isBlank()) {
            throw new IllegalArgumentException("row " + number + " has no id");
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

    /** Whether it counts for a decision of that day, its conditions aside. */
    public boolean countsOn(LocalDate day) {
        return active && (validFrom == null || !day.isBefore(validFrom)) && (validTo == null || !day.isAfter(validTo));
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
        return validTo != null && other.validFrom != null && validTo.isBefore(other.validFrom);
    }
}
