package io.orderfield.rules;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * A decision table as typed data.
 *
 * @param shape which table it is and which columns it has
 * @param hitPolicy which of the rows that match count
 * @param rows in rising order of their numbers
 */
public record DecisionTable(TableShape shape, HitPolicy hitPolicy, List<TableRow> rows) {

    /** @throws IllegalArgumentException when the row numbers do not rise, or two rows have the same id */
    public DecisionTable {
        rows = List.copyOf(rows);
        Set<String> ids = new HashSet<>();
        for (int i = 0; i < rows.size(); i++) {
            TableRow row = rows.get(i);
            if (i > 0 && row.number() <= rows.get(i - 1).number()) {
                throw new IllegalArgumentException("row " + row.number() + " stands after row "
                        + rows.get(i - 1).number());
            }
            if (!ids.add(row.id())) {
                throw new IllegalArgumentException("there are two rows " + row.id());
            }
        }
    }

    /** A table with the hit policy that its shape begins with. */
    public DecisionTable(TableShape shape, List<TableRow> rows) {
        this(shape, shape.hitPolicy(), rows);
    }

    /** As people call it. */
    public String name() {
        return shape.name();
    }

    /** The condition columns that the table needs, in the order in which it is written and tested. */
    public List<Column> columns() {
        return shape.columnsOf(rows);
    }
}
