package io.orderfield.rules;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * What leads from one table to another. Rows are recognized by their ids, so a row that moved is not a new one; as few
 * rows as possible count as moved.
 *
 * @param added rows of the second that the first doesn't have, in the second's order
 * @param removed rows of the first that the second doesn't have, in the first's order
 * @param changed rows of both with other cells, in the second's order
 * @param moved rows of both whose order among the others is another one, in the second's order
 */
public record TableDifferences(
        List<NumberedRow> added, List<NumberedRow> removed, List<ChangedRow> changed, List<MovedRow> moved) {

    /** A row with the number that it has in its table. */
    public record NumberedRow(int number, DraftRow row) {}

    /**
     * A row with other cells.
     *
     * @param number where it stands in the second table
     * @param cells what is different, by header
     */
    public record ChangedRow(String id, int number, Map<String, ChangedCell> cells) {}

    /** What a cell said and says, empty for a blank one. */
    public record ChangedCell(String from, String to) {}

    /** A row at another place. */
    public record MovedRow(String id, int from, int to) {}

    /**
     * Compares two tables text by text, as {@link RowReader#canonical} and {@link DraftRow#of} write it; the time it takes
     * grows with the number of rows, not with its square.
     */
    public static TableDifferences between(List<DraftRow> before, List<DraftRow> after) {
        Map<String, NumberedRow> old = byId(before);
        Map<String, NumberedRow> now = byId(after);
        List<NumberedRow> stayed = only(now, old, true);
        List<ChangedRow> changed = new ArrayList<>();
        for (NumberedRow row : stayed) {
            Map<String, ChangedCell> cells = changedCells(was(old, row).row(), row.row());
            if (!cells.isEmpty()) {
                changed.add(new ChangedRow(row.row().id(), row.number(), cells));
            }
        }
        return new TableDifferences(only(now, old, false), only(old, now, false), changed, moved(stayed, old));
    }

    /** Whether the two are the same. */
    public boolean isEmpty() {
        return added.isEmpty() && removed.isEmpty() && changed.isEmpty() && moved.isEmpty();
    }

    private static Map<String, NumberedRow> byId(List<DraftRow> rows) {
        Map<String, NumberedRow> byId = new LinkedHashMap<>();
        for (int i = 0; i < rows.size(); i++) {
            byId.putIfAbsent(rows.get(i).id(), new NumberedRow(i + 1, rows.get(i)));
        }
        return byId;
    }

    private static List<NumberedRow> only(
            Map<String, NumberedRow> these, Map<String, NumberedRow> those, boolean shared) {
        return these.values().stream()
                .filter(row -> those.containsKey(row.row().id()) == shared)
                .toList();
    }

    private static NumberedRow was(Map<String, NumberedRow> old, NumberedRow row) {
        return Objects.requireNonNull(old.get(row.row().id()));
    }

    private static Map<String, ChangedCell> changedCells(DraftRow before, DraftRow after) {
        Set<String> columns = new LinkedHashSet<>(before.cells().keySet());
        columns.addAll(after.cells().keySet());
        Map<String, ChangedCell> changed = new LinkedHashMap<>();
        for (String column : columns) {
            if (!before.cell(column).equals(after.cell(column))) {
                changed.put(column, new ChangedCell(before.cell(column), after.cell(column)));
            }
        }
        return changed;
    }

    private static List<MovedRow> moved(List<NumberedRow> stayed, Map<String, NumberedRow> old) {
        int[] places = stayed.stream().mapToInt(row -> was(old, row).number()).toArray();
        Set<Integer> inOrder = longestRising(places);
        List<MovedRow> moved = new ArrayList<>();
        for (int i = 0; i < places.length; i++) {
            if (!inOrder.contains(i)) {
                moved.add(new MovedRow(
                        stayed.get(i).row().id(), places[i], stayed.get(i).number()));
            }
        }
        return moved;
    }

    /** Positions of a longest rising subsequence: what is in it has not moved. */
    private static Set<Integer> longestRising(int[] values) {
        int[] ends = new int[values.length]; // position of the smallest last value of each length
        int[] before = new int[values.length];
        int length = 0;
        int[] lasts = new int[values.length];
        for (int i = 0; i < values.length; i++) {
            int found = Arrays.binarySearch(lasts, 0, length, values[i]);
            int place = found < 0 ? -found - 1 : found;
            lasts[place] = values[i];
            ends[place] = i;
            before[i] = place == 0 ? -1 : ends[place - 1];
            length = Math.max(length, place + 1);
        }
        Set<Integer> rising = new HashSet<>();
        for (int i = length == 0 ? -1 : ends[length - 1]; i >= 0; i = before[i]) {
            rising.add(i);
        }
        return rising;
    }
}
