package io.orderfield.rules;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Why one row counts, or does not.
 *
 * @param row the row with its id, its number, its validity and its results
 * @param conditions every condition of the row, in the order of the columns
 * @param whyNot all that keeps it from counting, in the order of {@link WhyNot}; empty when it counts
 */
public record RowExplanation(TableRow row, List<ConditionCheck> conditions, List<WhyNot> whyNot) {

    /**
     * One condition against one fact.
     *
     * @param column header of the column
     * @param condition the condition as the table writes it
     * @param value the fact as text, null when it is missing
     * @param met whether the fact satisfies the condition; a missing fact never does
     */
    public record ConditionCheck(
            String column, String condition, @Nullable String value, boolean met) {}

    /** What keeps a row from counting. */
    public enum WhyNot {
        /** It is not active. */
        INACTIVE,
        /** The decision was before it became valid. */
        NOT_YET_VALID,
        /** The decision was after it had been valid. */
        NO_LONGER_VALID,
        /** At least one condition is not met. */
        CONDITION_NOT_MET,
        /** Only the first row counts, and an earlier one does. */
        EARLIER_ROW
    }

    public RowExplanation {
        conditions = List.copyOf(conditions);
        whyNot = List.copyOf(whyNot);
    }

    /** Whether it counts. */
    public boolean matched() {
        return whyNot.isEmpty();
    }
}
