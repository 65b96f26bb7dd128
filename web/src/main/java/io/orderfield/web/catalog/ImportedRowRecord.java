package io.orderfield.web.catalog;

import io.orderfield.om.catalog.ImportedRow;
import io.orderfield.web.problem.Problem;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What came of one row.
 *
 * @param row from 1, in the order of the file; a header and empty lines don't count
 * @param number number or code of the record; null for a new one that was not created
 * @param outcome {@code created}, {@code changed}, {@code unchanged} or {@code refused}
 * @param code why it was refused: the code that a single call would be refused with
 * @param errors problems per field
 */
@Schema(name = "ImportedRow")
public record ImportedRowRecord(
        int row,
        @Nullable String number,
        String outcome,
        @Nullable String code,
        @Nullable String message,
        List<Problem.FieldError> errors) {

    static ImportedRowRecord of(ImportedRow row) {
        return new ImportedRowRecord(
                row.row(),
                row.number(),
                row.outcome(),
                row.code(),
                row.message(),
                row.errors().stream()
                        .map(error -> new Problem.FieldError(error.field(), error.message()))
                        .toList());
    }
}
