package io.orderfield.om.policy;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.orderfield.kernel.Tagged;
import io.orderfield.rules.TableDifferences;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

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
 * @param taken where this answers a file that was taken, what that made of the rows of before
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
        List<TableFindingView> findings,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Taken taken)
        implements Tagged {

    /**
     * What a file made of the rows of a draft.
     *
     * @param added how many rows are new
     * @param changed how many say something else than before
     * @param removed how many rows of before are gone
     * @param unchanged how many say what they said
     * @param mostAreOthers whether more than half of the rows of before were changed or are gone
     */
    public record Taken(int added, int changed, int removed, int unchanged, boolean mostAreOthers) {
        static Taken of(int before, TableDifferences differences, int after) {
            int added = differences.added().size();
            int changed = differences.changed().size();
            int removed = differences.removed().size();
            return new Taken(added, changed, removed, after - added - changed, 2 * (changed + removed) > before);
        }
    }

    DraftView with(Taken what) {
        return new DraftView(
                id, table, name, basedOn, replaces, revision, hitPolicy, columns, offered, authors, createdAt,
                createdBy, changedAt, changedBy, rows, findings, what);
    }

    @Override
    public String etag() {
        return Long.toString(revision);
    }
}
