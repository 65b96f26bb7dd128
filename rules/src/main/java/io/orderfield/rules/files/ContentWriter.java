package io.orderfield.rules.files;

import io.orderfield.rules.Column;
import io.orderfield.rules.DraftRow;
import io.orderfield.rules.ResultColumn;
import io.orderfield.rules.TableRow;
import io.orderfield.rules.TableShape;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;

/** The header and the cells of a file, in the order in which every file has them. */
record ContentWriter(List<String> headers, List<DraftRow> rows) {

    /** With a column for everything that a row can say of itself: what comes back from a spreadsheet keeps its ids. */
    static ContentWriter full(TableShape shape, List<DraftRow> rows) {
        return of(shape, rows, new HashSet<>(DraftRow.PROPERTIES), true);
    }

    /** Only with those properties that some row has; ids that tell no more than the row's number stay out. */
    static ContentWriter brief(TableShape shape, List<DraftRow> rows) {
        Set<String> used = new HashSet<>();
        rows.forEach(row -> used.addAll(row.cells().keySet()));
        used.retainAll(DraftRow.PROPERTIES);
        boolean ids =
                IntStream.range(0, rows.size()).anyMatch(i -> !rows.get(i).id().equals(TableRow.idOf(i + 1)));
        return of(shape, rows, used, ids);
    }

    private static ContentWriter of(TableShape shape, List<DraftRow> rows, Set<String> properties, boolean ids) {
        List<String> headers = new ArrayList<>();
        if (ids) {
            headers.add(DraftRow.ID);
        }
        shape.conditions().stream().map(Column::header).forEach(headers::add);
        Set<String> characteristics = new TreeSet<>();
        for (DraftRow row : rows) {
            row.cells().keySet().stream()
                    .filter(header ->
                            header.startsWith(Column.CHARACTERISTIC_PREFIX) && shape.condition(header) != null)
                    .forEach(characteristics::add);
        }
        headers.addAll(characteristics);
        shape.results().stream().map(ResultColumn::header).forEach(headers::add);
        DraftRow.PROPERTIES.stream().filter(properties::contains).forEach(headers::add);
        return new ContentWriter(List.copyOf(headers), rows);
    }

    /** The cells of every row, with what is wrong in one more where there are marks. */
    List<List<String>> lines(Marks marks) {
        return IntStream.range(0, rows.size())
                .mapToObj(i -> marks.cells(i + 1, cells(rows.get(i))))
                .toList();
    }

    private List<String> cells(DraftRow row) {
        return headers.stream()
                .map(header -> header.equals(DraftRow.ID) ? row.id() : row.cell(header))
                .toList();
    }
}
