package io.orderfield.rules.files;

import io.orderfield.kernel.Blank;
import io.orderfield.kernel.Sentence;
import io.orderfield.rules.Column;
import io.orderfield.rules.DraftRow;
import io.orderfield.rules.TableLimits;
import io.orderfield.rules.TableProblem;
import io.orderfield.rules.TableShape;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/**
 * Makes rows of a header and lines of text cells, whatever file they come from. Rows whose cells are all blank don't count,
 * and neither do columns without a header behind the last one that has one.
 */
final class ContentReader {
    private final TableShape shape;
    private final IntFunction<String> newIds;
    private final List<String> headers;
    /** Of each column its header as the shape writes it, null for one that can't be used. */
    private final List<@Nullable String> columns = new ArrayList<>();

    private final List<DraftRow> rows = new ArrayList<>();
    private final List<TableProblem> faults = new ArrayList<>();

    /** @param newIds the id of a row that shows none, by its number */
    ContentReader(TableShape shape, List<String> header, IntFunction<String> newIds) {
        this.shape = shape;
        this.newIds = newIds;
        List<String> written = header.stream().map(Blank::strip).toList();
        int width = written.size();
        while (width > 0 && written.get(width - 1).isEmpty()) {
            width--;
        }
        this.headers = written.subList(0, width);
        readHeader();
    }

    private void readHeader() {
        Set<String> seen = new HashSet<>();
        int characteristics = 0;
        for (int place = 0; place < headers.size(); place++) {
            String written = headers.get(place);
            if (written.equalsIgnoreCase(DraftRow.PROBLEMS)) {
                columns.add(null); // what we told about the file before
                continue;
            }
            String header = header(written);
            columns.add(header);
            if (header == null) {
                fault(0, TableProblem.shown(written), written.isEmpty() ? noHeader(place) : unknown());
            } else if (!seen.add(header)) {
                fault(0, header, Sentence.of("column.twice"));
            } else if (header.startsWith(Column.CHARACTERISTIC_PREFIX)) {
                characteristics++;
            }
        }
        shape.results().stream()
                .filter(column -> column.equals(shape.template()) && !seen.contains(column.header()))
                .forEach(column -> fault(0, column.header(), Sentence.of("column.missing")));
        if (characteristics > TableLimits.MAX_CHARACTERISTICS) {
            faults.add(TableLimits.tooManyCharacteristics());
        }
    }

    private static Sentence noHeader(int place) {
        return Sentence.of("column.noHeader")
                .with("letters", SheetColumns.name(place + 1))
                .with("number", place + 1);
    }

    private Sentence unknown() {
        return Sentence.of("column.unknown").with("known", shape.knownHeaders());
    }

    /** The header that is meant, upper and lower case apart; the name of a characteristic is taken as it is. */
    private @Nullable String header(String written) {
        String prefix = Column.CHARACTERISTIC_PREFIX;
        if (written.regionMatches(true, 0, prefix, 0, prefix.length())) {
            String header = prefix + written.substring(prefix.length());
            return shape.condition(header) == null ? null : header;
        }
        return shape.knownHeaders().stream()
                .filter(written::equalsIgnoreCase)
                .findFirst()
                .orElse(null);
    }

    /** The kind of a condition column, null when the column at this place is none. */
    Column.@Nullable Kind kind(int place) {
        String header = place < columns.size() ? columns.get(place) : null;
        Column column = header == null ? null : shape.condition(header);
        return column == null ? null : column.kind();
    }

    /** Whether the column at this place holds days. */
    boolean holdsDays(int place) {
        String header = place < columns.size() ? columns.get(place) : null;
        return DraftRow.VALID_FROM.equals(header)
                || DraftRow.VALID_TO.equals(header)
                || kind(place) == Column.Kind.DATE;
    }

    /**
     * Reads the next row.
     *
     * @return false when the table is full and reading on is pointless
     */
    boolean read(List<String> cells) {
        if (cells.stream().map(Blank::strip).allMatch(String::isEmpty)) {
            return true;
        }
        if (rows.size() == TableLimits.MAX_ROWS) {
            faults.add(TableLimits.tooManyRows());
            return false;
        }
        int number = rows.size() + 1;
        boolean more = cells.stream().skip(headers.size()).anyMatch(cell -> !cell.isBlank());
        if (cells.size() < headers.size() || more) {
            // a missing cell is not taken for blank: blank means any, and the row would match more than was meant
            fault(
                    number,
                    "",
                    Sentence.of("row.cells").with("cells", cells.size()).with("headers", headers.size()));
        }
        rows.add(row(cells, number));
        return true;
    }

    private DraftRow row(List<String> cells, int number) {
        Map<String, String> byHeader = new LinkedHashMap<>();
        String id = "";
        for (int place = 0; place < Math.min(cells.size(), columns.size()); place++) {
            String header = columns.get(place);
            if (DraftRow.ID.equals(header)) {
                id = Blank.strip(cells.get(place));
            } else if (header != null) {
                byHeader.putIfAbsent(header, cells.get(place));
            }
        }
        return new DraftRow(id.isEmpty() ? Objects.requireNonNull(newIds.apply(number)) : id, byHeader);
    }

    /** Tells what is wrong at a place of the file. */
    void fault(int row, String column, Sentence what) {
        faults.add(new TableProblem("", row, column, what));
    }

    /** Number of the row that would be read next. */
    int nextRow() {
        return rows.size() + 1;
    }

    /** How many columns there are. */
    int width() {
        return headers.size();
    }

    /** Header of the column at this place, as the table writes it. */
    String headerAt(int place) {
        String header = place < columns.size() ? columns.get(place) : null;
        if (header == null) {
            header = place < headers.size() ? headers.get(place) : "";
        }
        return TableProblem.shown(header);
    }

    /** All that has been read. */
    TableContent finish() {
        if (rows.isEmpty()) {
            fault(0, "", Sentence.of("table.noRows"));
        }
        return new TableContent(shape, rows, faults);
    }
}
