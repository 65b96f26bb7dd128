package io.orderfield.om.policy;

import io.orderfield.rules.DraftRow;
import io.orderfield.rules.RowReader;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A row of a draft as it was typed. What is left out is blank; a row that doesn't say so is active.
 *
 * @param id stays with the row over moves and versions; up to 36 letters, digits, dots, hyphens and underscores
 * @param cells text of conditions and results by header
 */
public record DraftRowView(
        String id,
        @Nullable String note,
        @Nullable Boolean active,
        @Nullable String validFrom,
        @Nullable String validTo,
        @Nullable Map<String, String> cells) {

    static DraftRowView of(DraftRow row) {
        Map<String, String> cells = new LinkedHashMap<>(row.cells());
        DraftRow.PROPERTIES.forEach(cells::remove);
        return new DraftRowView(
                row.id(),
                row.cell(DraftRow.NOTE),
                !RowReader.isInactive(row.cell(DraftRow.ACTIVE)),
                row.cell(DraftRow.VALID_FROM),
                row.cell(DraftRow.VALID_TO),
                cells);
    }

    DraftRow row() {
        Map<String, String> all = new LinkedHashMap<>();
        if (cells != null) {
            all.putAll(cells);
        }
        all.put(DraftRow.NOTE, Objects.requireNonNullElse(note, ""));
        all.put(DraftRow.ACTIVE, Boolean.FALSE.equals(active) ? RowReader.INACTIVE : "");
        all.put(DraftRow.VALID_FROM, Objects.requireNonNullElse(validFrom, ""));
        all.put(DraftRow.VALID_TO, Objects.requireNonNullElse(validTo, ""));
        all.values().removeIf(text -> text == null || text.isEmpty());
        return new DraftRow(id, all);
    }
}
