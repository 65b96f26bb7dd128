package io.orderfield.om.customerorder;

import io.orderfield.kernel.Refusal.FieldProblem;
import java.util.List;

/**
 * A line item as a row of a file says it.
 *
 * @param number the row, from 1; the header and empty lines don't count
 * @param problems cells that can't be read
 */
public record LineItemRow(int number, NewLineItem item, List<FieldProblem> problems) {
    public LineItemRow {
        problems = List.copyOf(problems);
    }
}
