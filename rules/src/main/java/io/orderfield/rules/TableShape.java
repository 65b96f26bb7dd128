package io.orderfield.rules;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Which table it is and which columns it has. Everything else in this module reads it: another table is another shape, not
 * other code.
 *
 * @param code stays for ever, such as {@code work-order-policy}
 * @param name as people call it
 * @param conditions the fixed condition columns, in the order in which the engine tests them: the most selective first,
 *     so that most rows are out after one look-up
 * @param characteristics whether it may have a column for each characteristic of the catalog beside these
 * @param results the result columns
 * @param hitPolicy what a table of this shape begins with
 */
public record TableShape(
        String code,
        String name,
        List<Column> conditions,
        boolean characteristics,
        List<ResultColumn> results,
        HitPolicy hitPolicy) {

    private static final Pattern CHARACTERISTIC_NAME = Pattern.compile("[A-Za-z][A-Za-z0-9_.-]{0,63}");

    /** Which work orders a domain order needs. */
    public static final TableShape WORK_ORDER_POLICY = new TableShape(
            "work-order-policy",
            "Work Order Policy for Domain Order",
            List.of(
                    new Column("specification", Column.Kind.SPECIFICATION),
                    new Column("action", Column.Kind.ACTION),
                    new Column("region", Column.Kind.TEXT),
                    new Column("country", Column.Kind.TEXT),
                    new Column("segment", Column.Kind.TEXT),
                    new Column("quantity", Column.Kind.WHOLE_NUMBER),
                    new Column("priority", Column.Kind.PRIORITY),
                    new Column("leadDays", Column.Kind.WHOLE_NUMBER),
                    new Column("requestedDate", Column.Kind.DATE)),
            true,
            List.of(
                    new ResultColumn(RowMatch.TEMPLATE, ResultColumn.Kind.TEMPLATE, List.of(), ""),
                    new ResultColumn(RowMatch.PRIORITY_OVERRIDE, ResultColumn.Kind.PRIORITY, List.of(), ""),
                    ResultColumn.choice(RowMatch.WORK_ORDERS, List.of(WorkOrderNumber.values()), WorkOrderNumber.ONE),
                    ResultColumn.choice(
                            RowMatch.POINT_OF_NO_RETURN,
                            List.of(PointOfNoReturnTrigger.values()),
                            PointOfNoReturnTrigger.NEVER)),
            HitPolicy.COLLECT);

    /** @throws IllegalArgumentException when two columns share a header, or one has that of a row's own property */
    public TableShape {
        conditions = List.copyOf(conditions);
        results = List.copyOf(results);
        Set<String> taken = new HashSet<>(DraftRow.PROPERTIES);
        taken.add(DraftRow.ID);
        taken.add(DraftRow.PROBLEMS);
        taken.add(Column.DECISION_DATE.header());
        Stream.concat(conditions.stream().map(Column::header), results.stream().map(ResultColumn::header))
                .filter(header -> !taken.add(header))
                .findFirst()
                .ifPresent(header -> {
                    throw new IllegalArgumentException("the header " + header + " is taken");
                });
    }

    /** The condition column with this header, null when there is none; that of a characteristic exists for every name. */
    public @Nullable Column condition(String header) {
        for (Column column : conditions) {
            if (column.header().equals(header)) {
                return column;
            }
        }
        return characteristics
                        && header.startsWith(Column.CHARACTERISTIC_PREFIX)
                        && CHARACTERISTIC_NAME
                                .matcher(header.substring(Column.CHARACTERISTIC_PREFIX.length()))
                                .matches()
                ? new Column(header, Column.Kind.CHARACTERISTIC)
                : null;
    }

    /** The result column with this header, null when there is none. */
    public @Nullable ResultColumn result(String header) {
        return results.stream()
                .filter(column -> column.header().equals(header))
                .findFirst()
                .orElse(null);
    }

    /** The result column that names the template, null when the shape has none. */
    public @Nullable ResultColumn template() {
        return results.stream()
                .filter(column -> column.kind() == ResultColumn.Kind.TEMPLATE)
                .findFirst()
                .orElse(null);
    }

    /** Header of the first condition column of this kind, null when there is none. */
    @Nullable
    String headerOf(Column.Kind kind) {
        return conditions.stream()
                .filter(column -> column.kind() == kind)
                .map(Column::header)
                .findFirst()
                .orElse(null);
    }

    /** The headers that a table of this shape may have, as a person is told them. */
    public List<String> knownHeaders() {
        List<String> known = new ArrayList<>();
        conditions.forEach(column -> known.add(column.header()));
        if (characteristics) {
            known.add(Column.CHARACTERISTIC_PREFIX + "<name>");
        }
        results.forEach(column -> known.add(column.header()));
        known.add(DraftRow.ID);
        known.addAll(DraftRow.PROPERTIES);
        return known;
    }

    /**
     * The condition columns of some rows: all fixed ones, then the characteristics that occur, by name.
     *
     * @throws IllegalArgumentException when a row names a column that does not exist
     */
    public List<Column> columnsOf(List<TableRow> rows) {
        Set<String> fixed = new HashSet<>();
        conditions.forEach(column -> fixed.add(column.header()));
        Map<String, Column> more = new TreeMap<>();
        for (TableRow row : rows) {
            for (String header : row.conditions().keySet()) {
                if (!fixed.contains(header)) {
                    more.computeIfAbsent(
                            header,
                            name -> Objects.requireNonNullElseGet(condition(name), () -> {
                                throw new IllegalArgumentException("there is no column " + name);
                            }));
                }
            }
        }
        List<Column> columns = new ArrayList<>(conditions);
        columns.addAll(more.values());
        return columns;
    }
}
