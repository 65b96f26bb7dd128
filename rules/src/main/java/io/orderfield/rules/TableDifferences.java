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
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

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
        List<TableRow> added, List<TableRow> removed, List<ChangedRow> changed, List<MovedRow> moved) {

    /**
     * A row with other cells.
     *
     * @param number where it stands in the second table
     * @param cells what is different, by column header or name of a property ({@code note}, {@code active},
     *     {@code validFrom}, {@code validTo})
     */
    public record ChangedRow(String id, int number, Map<String, ChangedCell> cells) {}

    /** What a cell said and says, empty for a blank one. */
    public record ChangedCell(String from, String to) {}

    /** A row at another place. */
    public record MovedRow(String id, int from, int to) {}

    /** Compares two tables; the time it takes grows with the number of rows, not with its square. */
    public static TableDifferences between(List<TableRow> before, List<TableRow> after) {
        Map<String, TableRow> old = byId(before);
        Map<String, TableRow> now = byId(after);
        List<TableRow> added =
                after.stream().filter(row -> !old.containsKey(row.id())).toList();
        List<TableRow> removed =
                before.stream().filter(row -> !now.containsKey(row.id())).toList();
        List<TableRow> stayed =
                after.stream().filter(row -> old.containsKey(row.id())).toList();
        List<ChangedRow> changed = new ArrayList<>();
        for (TableRow row : stayed) {
            Map<String, ChangedCell> cells = changedCells(Objects.requireNonNull(old.get(row.id())), row);
            if (!cells.isEmpty()) {
                changed.add(new ChangedRow(row.id(), row.number(), cells));
            }
        }
        return new TableDifferences(added, removed, changed, moved(stayed, old));
    }

    /** Whether the two are the same. */
    public boolean isEmpty() {
        return added.isEmpty() && removed.isEmpty() && changed.isEmpty() && moved.isEmpty();
    }

    private static Map<String, TableRow> byId(List<TableRow> rows) {
        return rows.stream().collect(Collectors.toMap(TableRow::id, row -> row));
    }

    private static Map<String, ChangedCell> changedCells(TableRow before, TableRow after) {
        Map<String, String> old = cells(before);
        Map<String, String> now = cells(after);
        Set<String> columns = new LinkedHashSet<>(old.keySet());
        columns.addAll(now.keySet());
        Map<String, ChangedCell> changed = new LinkedHashMap<>();
        for (String column : columns) {
            String from = old.getOrDefault(column, "");
            String to = now.getOrDefault(column, "");
            if (!from.equals(to)) {
                changed.put(column, new ChangedCell(from, to));
            }
        }
        return changed;
    }

    private static Map<String, String> cells(TableRow row) {
        Map<String, String> cells = new LinkedHashMap<>();
        row.conditions().forEach((column, condition) -> cells.put(column, condition.text()));
        cells.putAll(row.results());
        cells.put("note", row.note());
        cells.put("active", Boolean.toString(row.active()));
        cells.put("validFrom", text(row.validFrom()));
        cells.put("validTo", text(row.validTo()));
        return cells;
    }

    private static String text(@Nullable Object value) {
        return Objects.toString(value, "");
    }

    private static List<MovedRow> moved(List<TableRow> stayed, Map<String, TableRow> old) {
        int[] places = stayed.stream()
                .mapToInt(row -> Objects.requireNonNull(old.get(row.id())).number())
                .toArray();
        Set<Integer> inOrder = longestRising(places);
        List<MovedRow> moved = new ArrayList<>();
        for (int i = 0; i < places.length; i++) {
            if (!inOrder.contains(i)) {
                moved.add(new MovedRow(
                        stayed.get(i).id(), places[i], stayed.get(i).number()));
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
