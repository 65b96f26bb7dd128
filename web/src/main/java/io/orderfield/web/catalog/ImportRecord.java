package io.orderfield.web.catalog;

import io.orderfield.om.catalog.ImportResult;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What came of an import.
 *
 * @param dryRun whether nothing was changed, since only the outcome was asked for
 * @param rows one per row, in the order of the file
 */
@Schema(name = "ImportResult")
public record ImportRecord(
        boolean dryRun, int created, int changed, int unchanged, int refused, List<ImportedRowRecord> rows) {

    static ImportRecord of(ImportResult result) {
        return new ImportRecord(
                result.dryRun(),
                result.created(),
                result.changed(),
                result.unchanged(),
                result.refused(),
                result.rows().stream().map(ImportedRowRecord::of).toList());
    }
}
