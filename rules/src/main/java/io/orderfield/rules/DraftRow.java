package io.orderfield.rules;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * A row as somebody typed it: nothing in it needs to be right yet. {@link RowReader} makes typed rows of it.
 *
 * @param id stays with the row over moves and versions
 * @param cells text by header, in the order of the columns: conditions, results and {@link #PROPERTIES}; what is absent
 *     is blank
 */
public record DraftRow(String id, Map<String, String> cells) {
    /** Header of the ids, where a file shows them. */
    public static final String ID = "id";

    /** What the author wants to remember. */
    public static final String NOTE = "note";

    /** Whether the row counts; blank: it does. */
    public static final String ACTIVE = "active";

    /** First day on which it counts. */
    public static final String VALID_FROM = "validFrom";

    /** Last day on which it counts. */
    public static final String VALID_TO = "validTo";

    /** Where a file tells what is wrong with its rows; a table has no such column. */
    public static final String PROBLEMS = "problems";

    /** What every row may say of itself, in every table. */
    public static final List<String> PROPERTIES = List.of(NOTE, ACTIVE, VALID_FROM, VALID_TO);

    public DraftRow {
        cells = Collections.unmodifiableMap(new LinkedHashMap<>(cells));
    }

    /** A row as it would be typed: in canonical form, and without what a blank cell means anyway. */
    public static DraftRow of(TableRow row) {
        Map<String, String> cells = new LinkedHashMap<>();
        row.conditions().forEach((header, condition) -> cells.put(header, condition.text()));
        cells.putAll(row.results());
        cells.put(NOTE, row.note());
        cells.put(ACTIVE, row.active() ? "" : RowReader.INACTIVE);
        cells.put(VALID_FROM, Objects.toString(row.validFrom(), ""));
        cells.put(VALID_TO, Objects.toString(row.validTo(), ""));
        cells.values().removeIf(String::isEmpty);
        return new DraftRow(row.id(), cells);
    }

    /** What stands under a header, empty when it is blank. */
    public String cell(String header) {
        return cells.getOrDefault(header, "");
    }
}
