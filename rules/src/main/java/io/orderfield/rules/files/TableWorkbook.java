package io.orderfield.rules.files;

import io.orderfield.kernel.Sentence;
import io.orderfield.rules.CellText;
import io.orderfield.rules.InvalidDecisionTableException;
import io.orderfield.rules.TableProblem;
import io.orderfield.rules.TableShape;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
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
 * made of what was typed are read as the table writes them.
 */
final class TableWorkbook {
    private static final int MOST_INSIDE = 32_000_000;
    private static final int MOST_COLUMNS = 200;
    /** A thousand columns of the most rows: foreign sheets have cells that only have a color. */
    private static final int MOST_ROOM = 5_000_000;

    private static final int ROWS_AT_ONCE = 1_000;

    private static final int LETTERS = 26;
    /** As many as a spreadsheet takes. */
    private static final int LONGEST_CELL = 32_767;

    private static final MathContext AS_SHOWN = new MathContext(15);
    private static final int MOST_ZEROS = 30;
    /** The calendar of a spreadsheet ends with the year 9999. */
    private static final BigDecimal DAYS = BigDecimal.valueOf(2_958_466);
    /** Formats for days that have a number and no text. */
    private static final Set<Integer> DAY_FORMATS = Set.of(14, 15, 16, 17, 22);

    private static final Pattern NOT_OF_THE_FORMAT = Pattern.compile("\"[^\"]*\"|\\[[^]]*]|\\\\.");
    private static final Pattern PLACE = Pattern.compile("[A-Z]{1,3}[0-9]{1,7}");

    private TableWorkbook() {}

    /** @throws InvalidDecisionTableException when it is no workbook or holds too much */
    static TableContent read(TableShape shape, byte[] file, IntFunction<String> newIds) {
        try {
            WeighedZip zip = WeighedZip.unpack(file, MOST_INSIDE);
            // pictures, or what breaks off: none of it is needed, and any part may be named as the sheet
            zip.parts().values().removeIf(part -> !isSound(part));
            return read(shape, zip, newIds);
        } catch (IOException e) {
            throw InvalidDecisionTableException.of(Sentence.of("file.noWorkbook"));
        }
    }

    /** Whether a part is XML that declares nothing and, where it is a sheet, has cells at places that there are. */
    private static boolean isSound(byte[] part) {
        try {
            weigh(part);
            return true;
        } catch (InvalidDecisionTableException e) {
            throw e;
        } catch (XMLStreamException | RuntimeException e) {
            return false;
        }
    }

    /** The library makes room for whatever place a cell says it has, so places are looked at first. */
    private static void weigh(byte[] part) throws XMLStreamException {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        XMLStreamReader xml = factory.createXMLStreamReader(new ByteArrayInputStream(part));
        long room = 0;
        long roomOfRow = 0;
        while (xml.hasNext()) {
            int event = xml.next();
            if (event == XMLStreamConstants.DTD) {
                throw new XMLStreamException("a sheet declares nothing");
            }
            if (event == XMLStreamConstants.START_ELEMENT && xml.getLocalName().equals("row")) {
                roomOfRow = 0;
            } else if (event == XMLStreamConstants.START_ELEMENT
                    && xml.getLocalName().equals("c")) {
                int columns = columns(xml);
                room += Math.max(0, columns - roomOfRow);
                roomOfRow = Math.max(roomOfRow, columns);
            }
            if (room > MOST_ROOM) {
                throw InvalidDecisionTableException.of(
                        Sentence.of("file.tooManyCells").with("most", MOST_ROOM));
            }
        }
        xml.close();
    }

    /** For how many columns the row of a cell needs room. */
    private static int columns(XMLStreamReader cell) throws XMLStreamException {
        int columns = 0; // without a place: right of the one before
        for (int i = 0; i < cell.getAttributeCount(); i++) {
            // whatever its namespace: the library's parser may look at another one than this
            if (cell.getAttributeLocalName(i).equals("r")) {
                columns = Math.max(columns, columns(cell.getAttributeValue(i)));
            }
        }
        return columns;
    }

    private static int columns(String place) throws XMLStreamException {
        if (!PLACE.matcher(place).matches()) {
            throw new XMLStreamException("no cell has the place " + TableProblem.shown(place));
        }
        int columns = 0;
        for (int i = 0; Character.isLetter(place.charAt(i)); i++) {
            columns = columns * LETTERS + place.charAt(i) - 'A' + 1;
        }
        return columns;
    }

    private static TableContent read(TableShape shape, WeighedZip zip, IntFunction<String> newIds) throws IOException {
        try (ReadableWorkbook workbook =
                        new ReadableWorkbook(new ByteArrayInputStream(zip.pack()), new ReadingOptions(true, true));
                Stream<Row> rows = workbook.getFirstSheet().openStream()) {
            ContentReader reader = null;
            Iterator<Row> each = rows.iterator();
            boolean more = true;
            while (more && each.hasNext()) {
                Row row = each.next();
                if (row.stream().allMatch(TableWorkbook::isBlank)) {
                    continue;
                }
                if (row.getCellCount() > MOST_COLUMNS && isWide(row)) {
                    throw InvalidDecisionTableException.of(
                            Sentence.of("file.tooManyColumns").with("most", MOST_COLUMNS));
                }
                if (reader == null) {
                    reader = new ContentReader(shape, header(row), newIds);
                } else {
                    more = reader.read(cells(row, reader));
                }
            }
            if (reader == null) {
                throw InvalidDecisionTableException.of(Sentence.of("file.empty"));
            }
            return reader.finish();
        } catch (InvalidDecisionTableException e) {
            throw e;
        } catch (RuntimeException e) {
            // whatever the library stumbles over: the file isn't one that it knows
            throw InvalidDecisionTableException.of(Sentence.of("file.noWorkbook"));
        }
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

    private static List<String> cells(Row row, ContentReader reader) {
        List<String> cells = new ArrayList<>();
        int place = 0;
        for (Cell cell : row) {
            cells.add(cell == null ? "" : text(cell, place, reader));
            place++;
        }
        // a sheet has no last cell: what isn't there is blank
        while (cells.size() < reader.width()) {
            cells.add("");
        }
        return cells;
    }

    private static String text(Cell cell, int place, ContentReader reader) {
        return switch (cell.getType()) {
            case EMPTY -> "";
            case STRING -> cell.asString();
            case BOOLEAN -> String.valueOf(cell.asBoolean());
            case NUMBER ->
                (reader.holdsDays(place) || isDay(cell)) && isOfTheCalendar(cell)
                        ? cell.asDate().toLocalDate().toString()
                        : plain(cell.asNumber());
            case FORMULA -> {
                reader.fault(reader.nextRow(), reader.headerAt(place), Sentence.of("file.formula"));
                yield "?";
            }
            case ERROR -> {
                reader.fault(reader.nextRow(), reader.headerAt(place), Sentence.of("file.error"));
                yield "?";
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

    private static boolean isDay(Cell cell) {
        Integer id = cell.getDataFormatId();
        String format = cell.getDataFormatString();
        return (id != null && DAY_FORMATS.contains(id))
                || (format != null
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
