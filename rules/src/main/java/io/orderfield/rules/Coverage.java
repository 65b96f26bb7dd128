package io.orderfield.rules;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedSet;
import org.jspecify.annotations.Nullable;

/**
 * Which rows can be met by which specification and action, by each value of one more column where one is chosen.
 *
 * @param cells one for each specification, action and value, in this order
 */
public record Coverage(List<Cell> cells) {

    /**
     * @param value of the column that was chosen, empty without one
     * @param rows numbers of the active rows that can be met, rising
     */
    public record Cell(String specification, String action, String value, List<Integer> rows) {}

    /** By specification and action. */
    public static Coverage of(List<TableRow> rows, SortedSet<String> specifications) {
        return of(rows, specifications, null, List.of(""));
    }

    /**
     * By specification, action and the values of one more column.
     *
     * @param values what stands in that column of the domain orders
     */
    public static Coverage of(
            List<TableRow> rows, SortedSet<String> specifications, @Nullable String column, List<String> values) {
        Map<List<String>, List<Integer>> met = new HashMap<>();
        for (TableRow row : rows) {
            if (!row.active()) {
                continue;
            }
            Set<String> of =
                    ConditionSets.satisfying(specifications, row.conditions().get("specification"));
            Set<String> actions =
                    ConditionSets.satisfying(Column.ACTIONS, row.conditions().get("action"));
            Set<String> some = ConditionSets.satisfying(
                    values, column == null ? null : row.conditions().get(column));
            for (String specification : of) {
                for (String action : actions) {
                    for (String value : some) {
                        met.computeIfAbsent(List.of(specification, action, value), key -> new ArrayList<>())
                                .add(row.number());
                    }
                }
            }
        }
        List<Cell> cells = new ArrayList<>();
        for (String specification : specifications) {
            for (String action : Column.ACTIONS) {
                for (String value : values) {
                    List<Integer> numbers = met.get(List.of(specification, action, value));
                    cells.add(new Cell(specification, action, value, Objects.requireNonNullElse(numbers, List.of())));
                }
            }
        }
        return new Coverage(List.copyOf(cells));
    }

    /** What no row can be met by. */
    public List<Cell> gaps() {
        return cells.stream().filter(cell -> cell.rows().isEmpty()).toList();
    }
}
