package io.orderfield.rules;

import java.util.List;

/**
 * A decision table as typed data. Hit policy <em>collect</em>: every row that matches counts, in row order.
 *
 * @param name such as {@link #WORK_ORDER_POLICY}
 * @param rows in rising order of their numbers
 */
public record DecisionTable(String name, List<PolicyRow> rows) {

    /** The name of the one table that Orderfield evaluates today. */
    public static final String WORK_ORDER_POLICY = "Work Order Policy for Domain Order";

    /** @throws IllegalArgumentException when the row numbers do not rise */
    public DecisionTable {
        rows = List.copyOf(rows);
        for (int i = 1; i < rows.size(); i++) {
            if (rows.get(i).number() <= rows.get(i - 1).number()) {
                throw new IllegalArgumentException("row " + rows.get(i).number() + " stands after row "
                        + rows.get(i - 1).number());
            }
        }
    }

    /**
     * The headers of the condition columns that the table needs, in the order in which it is written: the fixed
     * columns, then the characteristics that occur, by name.
     */
    public List<String> conditionColumns() {
        return Column.of(this).stream().map(Column::header).toList();
    }
}
