package io.orderfield.rules;

import io.orderfield.kernel.Sentence;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;

/**
 * One thing that is wrong with a table.
 *
 * @param id of the row, empty when the problem is not about one row, or in a file whose rows have none
 * @param row number of the row, from 1 and without the header; 0 for the header or the table as a whole
 * @param column header of the column, empty when the problem is not about one column
 * @param what what is wrong and what would be right
 */
public record TableProblem(String id, int row, String column, Sentence what) implements Serializable {
    /** So many are listed. */
    static final int MOST = 1_000;

    private static final long serialVersionUID = 1L;

    /** A problem of the header or the table as a whole. */
    public static TableProblem ofTable(String column, Sentence what) {
        return new TableProblem("", 0, column, what);
    }

    /** What is wrong and what would be right, in English. */
    public String reason() {
        return RulesSentences.english(what);
    }

    /** A text of the table as a message may quote it: short, and without anything that could forge a line of a log. */
    public static String shown(String text) {
        return ConditionGrammar.shown(text);
    }

    /** The first of many, with one more that says so. */
    public static List<TableProblem> first(List<TableProblem> problems) {
        if (problems.size() <= MOST) {
            return problems;
        }
        List<TableProblem> first = new ArrayList<>(problems.subList(0, MOST));
        first.add(new TableProblem("", problems.get(MOST).row(), "", Sentence.of("table.moreProblems")));
        return first;
    }

    @Override
    public String toString() {
        return (row == 0 ? "table" : "row " + row) + (column.isEmpty() ? "" : ", " + column) + ": " + reason();
    }
}
