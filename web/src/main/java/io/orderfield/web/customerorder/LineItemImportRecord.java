package io.orderfield.web.customerorder;

import io.orderfield.kernel.Refusal.FieldProblem;
import io.orderfield.om.ordering.ImportedRow;
import io.orderfield.om.ordering.LineItemImport;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What became of a file of line items.
 *
 * @param added how many rows became items
 * @param refused how many did not
 * @param rows one for each row of the file
 */
@Schema(name = "LineItemImport")
public record LineItemImportRecord(String customerOrder, int added, int refused, List<Row> rows) {

    /**
     * One row.
     *
     * @param row from 1; the header and empty lines don't count
     * @param lineItem number of the item that it became
     * @param code invalid-row, or not-added for a right row of a file that was refused as a whole
     */
    @Schema(name = "ImportedLineItemRow")
    public record Row(
            int row, @Nullable String lineItem, @Nullable String code, List<FieldProblem> errors) {}

    static LineItemImportRecord of(LineItemImport done) {
        return new LineItemImportRecord(done.order().number(), done.added(), done.refused(), rows(done.rows()));
    }

    private static List<Row> rows(List<ImportedRow> rows) {
        return rows.stream()
                .map(r -> new Row(r.row(), r.lineItem(), r.code(), r.errors()))
                .toList();
    }
}
