package io.orderfield.rules;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Why one row matched, or did not.
 *
 * @param row number of the row, from 1
 * @param template code of the work order template that the row wants
 * @param matched whether all conditions are met; a row without conditions always matches
 * @param conditions every condition of the row, in the order of the columns
 */
public record RowExplanation(int row, String template, boolean matched, List<ConditionCheck> conditions) {

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

    public RowExplanation {
        conditions = List.copyOf(conditions);
    }
}
