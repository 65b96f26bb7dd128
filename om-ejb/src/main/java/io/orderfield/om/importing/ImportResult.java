package io.orderfield.om.importing;

import java.util.List;

/**
 * What came of an import.
 *
 * @param dryRun whether nothing was changed, since only the outcome was asked for
 * @param rows one per row of the file, in its order
 */
public record ImportResult(
        boolean dryRun, int created, int changed, int unchanged, int refused, List<ImportedRow> rows) {
    public ImportResult {
        rows = List.copyOf(rows);
    }

    static ImportResult of(boolean dryRun, List<ImportedRow> rows) {
        return new ImportResult(
                dryRun,
                count(rows, ImportedRow.CREATED),
                count(rows, ImportedRow.CHANGED),
                count(rows, ImportedRow.UNCHANGED),
                count(rows, ImportedRow.REFUSED),
                rows);
    }

    private static int count(List<ImportedRow> rows, String outcome) {
        return (int) rows.stream().filter(row -> row.outcome().equals(outcome)).count();
    }
}
