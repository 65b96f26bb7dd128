package io.orderfield.om.ordering;

import io.orderfield.kernel.Refusal.FieldProblem;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What became of one row of a file of line items.
 *
 * @param row the row, from 1; the header and empty lines don't count
 * @param lineItem number of the item that it became, null when it became none
 * @param code {@code invalid-row}, or {@code not-added} for a row that is right in a file that was refused as a whole; null
 *     for a row that became an item
 * @param errors what is wrong, per field
 */
public record ImportedRow(
        int row, @Nullable String lineItem, @Nullable String code, List<FieldProblem> errors) {
    public ImportedRow {
        errors = List.copyOf(errors);
    }
}
