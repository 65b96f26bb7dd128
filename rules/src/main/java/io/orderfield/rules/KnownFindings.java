package io.orderfield.rules;

import io.orderfield.rules.Finding.Kind;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What was found in the version that decides: where a draft has the same, whoever published that version has answered for it.
 * It is the same while it is about the same row (or the same gap), and that row says the same: who changes the row answers for
 * it anew, as a row for every specification matters the more the less else it asks.
 */
public final class KnownFindings {
    private final Set<Seen> seen = new HashSet<>();

    /** @param other id of the row that it is compared with, empty where there is none */
    private record Seen(
            Kind kind, String id, String column, Map<String, String> says, String other, Map<String, String> closing) {}

    /** @param rows in which these were found */
    public KnownFindings(List<Finding> findings, List<DraftRow> rows) {
        Map<String, DraftRow> byId = byId(rows);
        findings.forEach(finding -> seen.add(seen(finding, rows, byId)));
    }

    /**
     * Those of the findings that are known.
     *
     * @param rows in which they were found
     */
    public Set<Finding> among(List<Finding> findings, List<DraftRow> rows) {
        Map<String, DraftRow> byId = byId(rows);
        Set<Finding> known = new HashSet<>();
        for (Finding finding : findings) {
            if (seen.contains(seen(finding, rows, byId))) {
                known.add(finding);
            }
        }
        return known;
    }

    private static Map<String, DraftRow> byId(List<DraftRow> rows) {
        Map<String, DraftRow> byId = new HashMap<>();
        rows.forEach(row -> byId.put(row.id(), row));
        return byId;
    }

    private static Seen seen(Finding finding, List<DraftRow> rows, Map<String, DraftRow> byId) {
        DraftRow row = byId.get(finding.id());
        return new Seen(
                finding.kind(),
                finding.id(),
                finding.column(),
                row == null ? Map.of() : withoutNote(row),
                other(finding, rows),
                finding.closing());
    }

    private static String other(Finding finding, List<DraftRow> rows) {
        return finding.what().arguments().get("row") instanceof Integer number && number > 0 && number <= rows.size()
                ? rows.get(number - 1).id()
                : "";
    }

    private static Map<String, String> withoutNote(DraftRow row) {
        Map<String, String> cells = new HashMap<>(row.cells());
        cells.remove(DraftRow.NOTE);
        cells.values().removeIf(String::isEmpty);
        return cells;
    }
}
