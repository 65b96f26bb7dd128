package io.orderfield.om.policy;

import io.orderfield.kernel.Tagged;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * A draft with its rows, and with what is found in them.
 *
 * @param table the table's code
 * @param name as people call the table
 * @param basedOn the version whose rows it began with
 * @param replaces the version that decided then, which it is to replace
 * @param revision rises with every change
 * @param hitPolicy {@code COLLECT} or {@code FIRST}
 * @param columns its columns: conditions, then results
 * @param offered further columns that it might have: conditions that it doesn't show, and the catalog's characteristics
 * @param authors user names of everybody who wrote in it
 * @param findings of the table first, then in row order, then what no row covers
 */
public record DraftView(
        UUID id,
        String table,
        String name,
        int basedOn,
        int replaces,
        long revision,
        String hitPolicy,
        List<TableColumnView> columns,
        List<TableColumnView> offered,
        List<String> authors,
        Instant createdAt,
        String createdBy,
        Instant changedAt,
        String changedBy,
        List<DraftRowView> rows,
        List<TableFindingView> findings)
        implements Tagged {
    @Override
    public String etag() {
        return Long.toString(revision);
    }
}
