package io.orderfield.rules.files;

import io.orderfield.kernel.Sentence;
import io.orderfield.rules.CellText;
import io.orderfield.rules.InvalidDecisionTableException;
import io.orderfield.rules.TableLimits;
import io.orderfield.rules.TableShape;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Row;
import org.jspecify.annotations.Nullable;

/**
 * A table as the first sheet of a workbook (.xlsx): the header in the first row that has cells, then one row each. Every cell
 * is written as text, so nothing leaves as a formula; a cell with a formula is refused. Numbers and days that a spreadsheet
 * made of what was typed are read as the table writes them, merged cells as a person sees them.
 */
final class TableWorkbook {
    private static final int MOST_INSIDE = 32_000_000;
    private static final int MOST_COLUMNS = 200;

    private static final int ROWS_AT_ONCE = 1_000;
    /** As many as a spreadsheet takes. */
    static final int LONGEST_CELL = 32_767;

    private static final MathContext AS_SHOWN = new MathContext(15);
    private static final int MOST_ZEROS = 30;
    /** A spreadsheet takes no longer one; it is searched for each number that has it. */
    private static final int LONGEST_FORMAT = 255;
    /** The calendar of a spreadsheet ends with the year 9999. */
    private static final BigDecimal DAYS = BigDecimal.valueOf(2_958_466);
    /** Some spreadsheets count the days from here. */
    private static final LocalDate FIRST_OF_1904 = LocalDate.of(1904, 1, 1);
    /** Formats for days that have a number and no text. */
    private static final Set<Integer> DAY_FORMATS = Set.of(14, 15, 16, 17, 22);

    private static final Pattern NOT_OF_THE_FORMAT = Pattern.compile("\"[^\"]*\"|\\[[^]]*]|\\\\.");

    /** The library sees it only where it is written as a word. */
    private final boolean countsFrom1904;

    private final MergedCells merged;
    private final ContentReader reader;

    private TableWorkbook(boolean countsFrom1904, MergedCells merged, ContentReader reader) {
        this.countsFrom1904 = countsFrom1904;
        this.merged = merged;
        this.reader = reader;
    }

    /** @throws InvalidDecisionTableException when it is no workbook or holds too much */
    static TableContent read(TableShape shape, byte[] file, IntFunction<String> newIds) {
        try {
            WeighedZip zip = WeighedZip.unpack(file, MOST_INSIDE);
            // pictures, or what breaks off: none of it is needed, and any part may be named as the sheet
            zip.parts().values().removeIf(part -> !PartScale.isSound(part));
            return read(shape, zip, newIds);
        } catch (IOException e) {
            throw InvalidDecisionTableException.of(Sentence.of("file.noWorkbook"));
        }
    }

    private static TableContent read(TableShape shape, WeighedZip zip, IntFunction<String> newIds) throws IOException {
        BookParts parts = new BookParts(zip);
        try (ReadableWorkbook workbook =
                        new ReadableWorkbook(new ByteArrayInputStream(zip.pack()), new ReadingOptions(true, true));
                Stream<Row> rows = workbook.getFirstSheet().openStream()) {
            boolean countsFrom1904 = parts.countsFrom1904() && !workbook.isDate1904();
            MergedCells merged =
                    new MergedCells(parts.merged(workbook.getFirstSheet().getId()));
            TableWorkbook sheet = null;
            Iterator<Row> each = rows.iterator();
            boolean more = true;
            long characters = 0;
            while (more && each.hasNext()) {
                Row row = each.next();
                characters += characters(row);
                if (characters > TableLimits.MAX_CHARACTERS) {
                    throw InvalidDecisionTableException.of(
                            Sentence.of("file.tooLong").with("most", TableLimits.MAX_CHARACTERS));
                }
                if (row.stream().allMatch(TableWorkbook::isBlank) && !merged.touch(row.getRowNum())) {
                    continue;
                }
                if (row.getCellCount() > MOST_COLUMNS && isWide(row)) {
                    throw InvalidDecisionTableException.of(
                            Sentence.of("file.tooManyColumns").with("most", MOST_COLUMNS));
                }
                if (sheet == null) {
                    ContentReader reader = new ContentReader(shape, header(row), newIds);
                    merged.begin(row.getRowNum(), reader.width());
                    sheet = new TableWorkbook(countsFrom1904, merged, reader);
                } else {
                    more = sheet.reader.read(sheet.cells(row));
                }
            }
            if (sheet == null) {
                throw InvalidDecisionTableException.of(Sentence.of("file.emptySheet"));
            }
            if (more) {
                sheet.tellUnclear();
            }
            return sheet.reader.finish();
        } catch (InvalidDecisionTableException e) {
            throw e;
        } catch (RuntimeException e) {
            // whatever the library stumbles over: the file isn't one that it knows
            throw InvalidDecisionTableException.of(Sentence.of("file.noWorkbook"));
        }
    }

    /** Cells share their texts: a sheet can say many times what it holds once. */
    private static long characters(Row row) {
        return row.stream()
                .filter(cell -> cell != null && cell.getType() == CellType.STRING)
                .mapToLong(cell -> cell.asString().length())
                .sum();
    }

    private static boolean isWide(Row row) {
        return row.stream().anyMatch(cell -> !isBlank(cell) && cell.getColumnIndex() >= MOST_COLUMNS);
    }

    private static boolean isBlank(@Nullable Cell cell) {
        return cell == null
                || (cell.getType() != CellType.FORMULA && cell.getText().isBlank());
    }

    private static List<String> header(Row row) {
        List<String> header = new ArrayList<>();
        for (Cell cell : row) {
            header.add(cell == null || cell.getType() == CellType.FORMULA ? "" : cell.getText());
        }
        return header;
    }

    private void tellUnclear() {
        merged.unclear()
                .forEach(range -> reader.fault(0, "", Sentence.of("file.merged").with("range", range)));
    }

    private List<String> cells(Row row) {
        List<String> cells = new ArrayList<>();
        int place = 0;
        for (Cell cell : row) {
            cells.add(cell == null ? "" : text(cell, place));
            place++;
        }
        // a sheet has no last cell: what isn't there is blank
        while (cells.size() < reader.width()) {
            cells.add("");
        }
        merged.fill(row.getRowNum(), cells);
        return cells;
    }

    private String text(Cell cell, int place) {
        return switch (cell.getType()) {
            case EMPTY -> "";
            case STRING -> cell.asString();
            case BOOLEAN -> String.valueOf(cell.asBoolean());
            case NUMBER ->
                (reader.holdsDays(place) || isDay(cell)) && isOfTheCalendar(cell)
                        ? day(cell).toString()
                        : plain(cell.asNumber());
            case FORMULA -> {
                reader.fault(reader.nextRow(), reader.headerAt(place), Sentence.of("file.formula"));
                yield "=" + Objects.requireNonNullElse(cell.getFormula(), "?"); // which no cell may begin with
            }
            case ERROR -> {
                reader.fault(reader.nextRow(), reader.headerAt(place), Sentence.of("file.error"));
                yield Objects.requireNonNullElse(cell.getRawValue(), "?");
            }
        };
    }

    /** Without an exponent, unless it would be long: a few characters can say a number of a billion digits. */
    private static String plain(BigDecimal number) {
        BigDecimal shown = number.round(AS_SHOWN).stripTrailingZeros();
        return Math.abs((long) shown.scale()) > MOST_ZEROS ? shown.toString() : shown.toPlainString();
    }

    /** Whether its number is one of a day, not one that somebody wrote as 20260131. */
    private static boolean isOfTheCalendar(Cell cell) {
        BigDecimal number = cell.asNumber();
        return number.signum() > 0 && number.compareTo(DAYS) < 0;
    }

    private LocalDate day(Cell cell) {
        return countsFrom1904
                ? FIRST_OF_1904.plusDays(cell.asNumber().longValue())
                : cell.asDate().toLocalDate();
    }

    private static boolean isDay(Cell cell) {
        Integer id = cell.getDataFormatId();
        String format = cell.getDataFormatString();
        return (id != null && DAY_FORMATS.contains(id))
                || (format != null
                        && format.length() <= LONGEST_FORMAT
                        && NOT_OF_THE_FORMAT
                                .matcher(format)
                                .replaceAll("")
                                .toLowerCase(Locale.ROOT)
                                .matches(".*[yd].*"));
    }

    /**
     * Writes a sheet.
     *
     * @param name of the sheet
     * @param marks what is wrong, by row and column: these cells are colored
     */
    static byte[] write(String name, List<String> headers, Iterable<List<String>> rows, Marks marks)
            throws IOException {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        try (Workbook workbook = new Workbook(file, "Orderfield", null)) {
            Worksheet sheet = workbook.newWorksheet(name);
            sheet.freezePane(0, 1);
            for (int column = 0; column < headers.size(); column++) {
                sheet.value(0, column, headers.get(column));
                sheet.style(0, column).bold().set();
            }
            int row = 0;
            for (List<String> cells : rows) {
                row++;
                for (int column = 0; column < cells.size(); column++) {
                    String cell = fit(cells.get(column));
                    if (cell != null) {
                        sheet.value(row, column, cell);
                    }
                    if (marks.isMarked(row, headers.get(column))) {
                        sheet.style(row, column).fillColor("FFC7CE").set();
                    }
                }
                if (row % ROWS_AT_ONCE == 0) {
                    sheet.flush(); // what is written needs no memory
                }
            }
        }
        return file.toByteArray();
    }

    private static @Nullable String fit(String cell) {
        if (cell.isEmpty()) {
            return null;
        }
        String text = CellText.fit(cell);
        return text.length() > LONGEST_CELL ? text.substring(0, LONGEST_CELL) : text;
    }
}
