package io.orderfield.om.policy;

import io.orderfield.rules.DraftRow;
import io.orderfield.rules.HitPolicy;
import io.orderfield.rules.TableDifferences;
import io.orderfield.rules.TableDifferences.ChangedCell;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One thing in which two tables differ. Rows are recognized by their ids.
 *
 * @param id of the row, empty when it is about the table
 * @param row number of the row in the second table; of a row that is gone, in the first; 0 when it is about the table
 * @param before of a row that moved, its number in the first table; else null
 * @param cells what each cell said and says, by header; empty for a row that only moved
 */
public record TableDifference(
        Difference kind, String id, int row, @Nullable Integer before, Map<String, ChangedCell> cells) {

    /** What there is to tell. */
    public enum Difference {
        /** The second table has the row alone. */
        ADDED,
        /** The first table has the row alone. */
        REMOVED,
        /** Some of its cells say something else. */
        CHANGED,
        /** It stands elsewhere among the others. */
        MOVED,
        /** Other rows count of those that match. */
        HIT_POLICY
    }

    /** What leads from one table to another. */
    static List<TableDifference> between(
            HitPolicy policyBefore, List<DraftRow> before, HitPolicy policyAfter, List<DraftRow> after) {
        List<TableDifference> differences = new ArrayList<>();
        if (policyBefore != policyAfter) {
            differences.add(new TableDifference(
                    Difference.HIT_POLICY,
                    "",
                    0,
                    null,
                    Map.of("hitPolicy", new ChangedCell(policyBefore.name(), policyAfter.name()))));
        }
        TableDifferences rows = TableDifferences.between(before, after);
        rows.added()
                .forEach(added -> differences.add(new TableDifference(
                        Difference.ADDED, added.row().id(), added.number(), null, cells(added.row(), true))));
        rows.removed()
                .forEach(removed -> differences.add(new TableDifference(
                        Difference.REMOVED, removed.row().id(), removed.number(), null, cells(removed.row(), false))));
        rows.changed()
                .forEach(changed -> differences.add(new TableDifference(
                        Difference.CHANGED, changed.id(), changed.number(), null, changed.cells())));
        rows.moved()
                .forEach(moved -> differences.add(
                        new TableDifference(Difference.MOVED, moved.id(), moved.to(), moved.from(), Map.of())));
        return differences;
    }

    private static Map<String, ChangedCell> cells(DraftRow row, boolean isNew) {
        Map<String, ChangedCell> cells = new LinkedHashMap<>();
        row.cells()
                .forEach((header, text) ->
                        cells.put(header, isNew ? new ChangedCell("", text) : new ChangedCell(text, "")));
        return cells;
    }
}
