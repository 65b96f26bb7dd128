package io.orderfield.web.policy;

import io.orderfield.om.policy.DecisionTableRowView;
import io.orderfield.om.policy.DecisionTableView;
import io.orderfield.om.policy.DraftRowView;
import io.orderfield.om.policy.DraftView;
import io.orderfield.om.policy.TableColumnView;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * A table as the editor loads it.
 *
 * @param revision of a draft; of a version its number
 * @param offered columns that it might have as well
 * @param findings null where they are asked for when the rows are there
 */
record Grid(
        long revision,
        List<GridColumn> columns,
        List<GridColumn> offered,
        List<DraftRowView> rows,
        @Nullable List<GridFinding> findings,
        boolean readOnly) {

    /** A draft, before anything is looked for in it. */
    static Grid of(DraftView draft, UnaryOperator<String> label, boolean readOnly) {
        return new Grid(
                draft.revision(),
                columns(draft.columns(), label),
                columns(draft.offered(), label),
                draft.rows(),
                null,
                readOnly);
    }

    private static List<GridColumn> columns(List<TableColumnView> columns, UnaryOperator<String> label) {
        return columns.stream().map(column -> GridColumn.of(column, label)).toList();
    }

    /** A version, which nobody writes in. */
    static Grid of(DecisionTableView version, List<TableColumnView> columns, UnaryOperator<String> label) {
        return new Grid(
                version.version(),
                columns(columns, label),
                List.of(),
                version.rows().stream().map(Grid::row).toList(),
                List.of(),
                true);
    }

    private static DraftRowView row(DecisionTableRowView row) {
        Map<String, String> cells = new LinkedHashMap<>(row.conditions());
        cells.putAll(row.results());
        return new DraftRowView(
                row.id(),
                row.note(),
                row.active(),
                Objects.toString(row.validFrom(), ""),
                Objects.toString(row.validTo(), ""),
                cells);
    }
}
