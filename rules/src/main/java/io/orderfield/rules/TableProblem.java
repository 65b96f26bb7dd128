package io.orderfield.rules;

import io.orderfield.kernel.Sentence;
import java.io.Serializable;

/**
 * One thing that is wrong with a table.
 *
 * @param row number of the row, from 1 and without the header; 0 for the header or the table as a whole
 * @param column header of the column, empty when the problem is not about one column
 * @param what what is wrong and what would be right
 */
public record TableProblem(int row, String column, Sentence what) implements Serializable {
    /** What is wrong and what would be right, in English. */
    public String reason() {
        return RulesSentences.english(what);
    }

    @Override
    public String toString() {
        return (row == 0 ? "table" : "row " + row) + (column.isEmpty() ? "" : ", " + column) + ": " + reason();
    }
}
