package io.orderfield.rules;

import io.orderfield.kernel.Sentence;
import io.orderfield.rules.Finding.Kind;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Whether a draft has lost most of what a table says: a file that was cut off, or whose cells got lost, looks so. */
public final class TableLoss {
    /** Of fewer rows most are soon another one's. */
    private static final int FEWEST = 4;

    private TableLoss() {}

    /** @return what is found when more than half of the active rows are gone, or no longer active, or ask less */
    public static Optional<Finding> of(List<TableRow> before, List<DraftRow> after) {
        Map<String, DraftRow> now = new HashMap<>();
        after.forEach(row -> now.put(row.id(), row));
        List<TableRow> active = before.stream().filter(TableRow::active).toList();
        int gone = 0;
        int wider = 0;
        for (TableRow row : active) {
            DraftRow kept = now.get(row.id());
            if (kept == null || RowReader.isInactive(kept.cell(DraftRow.ACTIVE))) {
                gone++;
            } else if (asksLess(kept, row)) {
                wider++;
            }
        }
        if (active.size() < FEWEST || 2 * (gone + wider) <= active.size()) {
            return Optional.empty();
        }
        Sentence what = Sentence.of("finding.mostRowsLost")
                .with("rows", active.size())
                .with("gone", gone)
                .with("wider", wider);
        return Optional.of(new Finding(Kind.MOST_ROWS_LOST, "", 0, "", what, Map.of()));
    }

    private static boolean asksLess(DraftRow now, TableRow before) {
        return before.conditions().keySet().stream().anyMatch(header -> ConditionGrammar.isBlank(now.cell(header)));
    }
}
