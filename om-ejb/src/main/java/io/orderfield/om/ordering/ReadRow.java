package io.orderfield.om.ordering;

import io.orderfield.kernel.Refusal.FieldProblem;
import io.orderfield.om.customerorder.NewLineItem;
import java.util.List;

/**
 * A row of a file of line items after its check against the catalog; nothing was created.
 *
 * @param row the row, from 1; the header and empty lines don't count
 * @param item what it says
 * @param errors what is wrong, per field; empty for a row that could be ordered
 */
public record ReadRow(int row, NewLineItem item, List<FieldProblem> errors) {
    public ReadRow {
        errors = List.copyOf(errors);
    }
}
