package io.orderfield.rules;

import java.util.List;

/**
 * What has been read of a draft.
 *
 * @param rows those without a problem, with the numbers that they have in the draft
 * @param problems in the order of the rows, at most the first 1,000 and one that says that there are more
 */
public record ReadRows(TableShape shape, List<TableRow> rows, List<TableProblem> problems) {
    public ReadRows {
        rows = List.copyOf(rows);
        problems = List.copyOf(problems);
    }

    /**
     * The whole table.
     *
     * @throws InvalidDecisionTableException with all problems, when there is one or the table is too large
     */
    public DecisionTable table(HitPolicy hitPolicy) {
        if (!problems.isEmpty()) {
            throw new InvalidDecisionTableException(problems);
        }
        DecisionTable table = new DecisionTable(shape, hitPolicy, rows);
        TableLimits.demand(table);
        return table;
    }
}
