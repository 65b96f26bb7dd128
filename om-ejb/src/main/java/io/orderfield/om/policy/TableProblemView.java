package io.orderfield.om.policy;

import io.orderfield.kernel.Refusal;
import io.orderfield.kernel.Sentence;
import io.orderfield.rules.InvalidDecisionTableException;
import java.io.Serializable;
import java.util.List;
import java.util.Locale;

/**
 * One thing that is wrong with a table that somebody sent.
 *
 * @param row number of the row, from 1 and without the header; 0 for the header or the table as a whole
 * @param column header of the column, empty when it is about no one column
 * @param code what is wrong, stable, lower case with hyphens
 * @param reason the same in words, with what would be right
 */
public record TableProblemView(int row, String column, String code, Sentence reason) implements Serializable {

    static Refusal refusal(InvalidDecisionTableException invalid) {
        List<TableProblemView> problems = invalid.problems().stream()
                .map(problem ->
                        new TableProblemView(problem.row(), problem.column(), code(problem.what()), problem.what()))
                .toList();
        Refusal refusal = Refusal.invalid("invalid-decision-table").with("count", problems.size());
        refusal.initCause(invalid);
        return refusal.showing("problems", problems);
    }

    /** The name of a sentence, as codes are written. */
    static String code(Sentence what) {
        String key = what.key();
        return key.substring(key.indexOf('.') + 1).replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
    }
}
