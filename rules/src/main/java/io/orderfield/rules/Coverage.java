package io.orderfield.rules;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Which rows can be met by which specification and action, by each value of one more column where one is chosen.
 *
 * @param cells one for each specification, action and value, in this order
 */
public record Coverage(List<Cell> cells) {

    /**
     * @param value of the column that was chosen, empty without one
     * @param rows those that count on the day and can be met, in row order
     */
    public record Cell(String specification, String action, String value, List<TableRow> rows) {}

    /** By specification and action, for decisions of a day. */
    public static Coverage of(TableShape shape, List<TableRow> rows, LocalDate day, Collection<String> specifications) {
        return of(shape, rows, day, specifications, null, List.of(""));
    }

    /**
     * By specification, action and the values of one more column.
     *
     * @param values what stands in that column of the domain orders
     */
    public static Coverage of(
            TableShape shape,
            List<TableRow> rows,
            LocalDate day,
            Collection<String> specifications,
            @Nullable String column,
            List<String> values) {
        String specificationColumn = shape.headerOf(Column.Kind.SPECIFICATION);
        String actionColumn = shape.headerOf(Column.Kind.ACTION);
        Map<List<String>, List<TableRow>> met = new HashMap<>();
        for (TableRow row : rows) {
            if (!row.countsOn(day)) {
                continue;
            }
            Set<String> actions = ConditionSets.satisfying(Column.ACTIONS, condition(row, actionColumn));
            Set<String> some = ConditionSets.satisfying(values, condition(row, column));
            for (String specification : ConditionSets.satisfying(specifications, condition(row, specificationColumn))) {
                for (String action : actions) {
                    for (String value : some) {
                        met.computeIfAbsent(List.of(specification, action, value), key -> new ArrayList<>())
                                .add(row);
                    }
                }
            }
        }
        List<Cell> cells = new ArrayList<>();
        for (String specification : new TreeSet<>(specifications)) {
            for (String action : Column.ACTIONS) {
                for (String value : values) {
                    List<TableRow> found = met.get(List.of(specification, action, value));
                    cells.add(new Cell(specification, action, value, Objects.requireNonNullElse(found, List.of())));
                }
            }
        }
        return new Coverage(List.copyOf(cells));
    }

    private static @Nullable Condition condition(TableRow row, @Nullable String header) {
        return header == null ? null : row.conditions().get(header);
    }

    /** What no row can be met by. */
    public List<Cell> gaps() {
        return cells.stream().filter(cell -> cell.rows().isEmpty()).toList();
    }
}
