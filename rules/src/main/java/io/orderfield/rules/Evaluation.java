package io.orderfield.rules;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One decision under way: the facts and the day, and the rows that the engine found. Confined to one thread. The rows go in
 * here and never into a global of the engine, which all threads would share.
 */
final class Evaluation {
    private final Facts facts;
    private final LocalDate day;
    private final List<TableRow> rows = new ArrayList<>();

    Evaluation(Facts facts, LocalDate day) {
        this.facts = facts;
        this.day = day;
    }

    /** The fact under a column, null when it is missing. */
    @Nullable
    Object fact(Column column) {
        return column.equals(Column.DECISION_DATE) ? day : facts.fact(column.header());
    }

    /** The fact as the values of a list are written, null when it is missing. */
    @Nullable
    String text(Column column) {
        return Objects.toString(fact(column), null);
    }

    void add(TableRow row) {
        rows.add(row);
    }

    /** The rows found; the engine's order is its own, so they are sorted. */
    List<TableRow> rowsInOrder() {
        rows.sort(Comparator.comparingInt(TableRow::number));
        return List.copyOf(rows);
    }
}
