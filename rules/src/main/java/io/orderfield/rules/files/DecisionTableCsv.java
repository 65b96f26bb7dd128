package io.orderfield.rules.files;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import io.orderfield.kernel.Sentence;
import io.orderfield.rules.Column;
import io.orderfield.rules.DecisionTable;
import io.orderfield.rules.DraftRow;
import io.orderfield.rules.InvalidDecisionTableException;
import io.orderfield.rules.KnownValues;
import io.orderfield.rules.TableLimits;
import io.orderfield.rules.TableRow;
import io.orderfield.rules.TableShape;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.function.IntFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A table as CSV (RFC 4180, UTF-8, comma): one header line, then one line per row. Read are also the files that spreadsheets
 * write: semicolons or tabs between the cells, and with these a comma in numbers; a first line that says which of them; headers in any case; a byte order mark.
 *
 * <p>All condition columns are optional, and they come in any order. Beside the columns of its shape a table may have
 * {@code id}, {@code note}, {@code active}, {@code validFrom} and {@code validTo}.
 *
 * <p>Rows are numbered from 1 in the order of the file; lines without any content don't count.
 */
public final class DecisionTableCsv {
    private static final String SHIPPED = "/io/orderfield/rules/work-order-policy.csv";
    private static final char BYTE_ORDER_MARK = '\uFEFF';
    private static final char REPLACEMENT = '\uFFFD';
    /** A first line by which a spreadsheet is told what parts the cells. */
    private static final Pattern TOLD = Pattern.compile("(?i)\\s*\"?sep=([,;\t])\"?[ ,;\t]*(?:\\R|$)");

    private DecisionTableCsv() {}

    /**
     * Reads a table of the shape {@link TableShape#WORK_ORDER_POLICY} whole or not at all. A row that shows no id has one
     * by its number.
     *
     * @throws InvalidDecisionTableException with all problems, not just the first
     */
    public static DecisionTable read(String csv, KnownValues known) {
        return content(TableShape.WORK_ORDER_POLICY, csv, TableRow::idOf)
                .read(known)
                .table(TableShape.WORK_ORDER_POLICY.hitPolicy());
    }

    /**
     * Reads what a file holds.
     *
     * @param newIds the id of a row that shows none, by its number
     * @throws InvalidDecisionTableException when it is no CSV; bytes that are not UTF-8 are none
     */
    static TableContent content(TableShape shape, byte[] csv, IntFunction<String> newIds) {
        try {
            return content(
                    shape,
                    StandardCharsets.UTF_8
                            .newDecoder()
                            .decode(ByteBuffer.wrap(csv))
                            .toString(),
                    newIds);
        } catch (CharacterCodingException e) {
            throw InvalidDecisionTableException.of(Sentence.of("file.notUtf8"));
        }
    }

    private static TableContent content(TableShape shape, String csv, IntFunction<String> newIds) {
        if (csv.length() > TableLimits.MAX_CHARACTERS) {
            throw InvalidDecisionTableException.of(
                    Sentence.of("file.tooLong").with("most", TableLimits.MAX_CHARACTERS));
        }
        if (csv.indexOf(REPLACEMENT) >= 0) {
            throw InvalidDecisionTableException.of(Sentence.of("file.notUtf8"));
        }
        String text = !csv.isEmpty() && csv.charAt(0) == BYTE_ORDER_MARK ? csv.substring(1) : csv;
        if (hasOpenQuote(text)) {
            throw InvalidDecisionTableException.of(Sentence.of("file.openQuote"));
        }
        return lines(shape, text, newIds);
    }

    private static TableContent lines(TableShape shape, String text, IntFunction<String> newIds) {
        Matcher told = TOLD.matcher(text);
        return told.lookingAt()
                ? lines(shape, text.substring(told.end()), told.group(1).charAt(0), newIds)
                : lines(shape, text, separator(text), newIds);
    }

    private static TableContent lines(TableShape shape, String text, char separator, IntFunction<String> newIds) {
        if (text.isBlank()) {
            throw InvalidDecisionTableException.of(Sentence.of("file.empty"));
        }
        ContentReader reader = null;
        try (CsvReader<CsvRecord> lines = CsvReader.builder()
                .fieldSeparator(separator)
                .skipEmptyLines(true)
                .allowExtraFields(true)
                .allowMissingFields(true)
                .allowExtraCharsAfterClosingQuote(false)
                .ofCsvRecord(text)) {
            Iterator<CsvRecord> each = lines.iterator();
            ContentReader content = new ContentReader(shape, each.next().getFields(), newIds);
            reader = content;
            boolean more = true;
            while (more && each.hasNext()) {
                more = content.read(cells(content, each.next().getFields(), separator));
            }
        } catch (CsvParseException e) {
            if (reader == null) {
                throw InvalidDecisionTableException.of(Sentence.of("file.header"));
            }
            reader.fault(reader.nextRow(), "", Sentence.of("file.line"));
        } catch (IOException e) {
            throw new UncheckedIOException(e); // reading from a string does not fail
        }
        return Objects.requireNonNull(reader).finish();
    }

    /** What stands most often in the first line, outside of quotes. */
    private static char separator(String text) {
        char found = ',';
        int most = 0;
        String line = text.lines()
                .filter(some -> !some.isBlank())
                .findFirst()
                .orElse("")
                .replaceAll("\"[^\"]*\"", "");
        for (char candidate : new char[] {',', ';', '\t'}) {
            int count = (int)
                    line.chars().filter(character -> character == candidate).count();
            if (count > most) {
                most = count;
                found = candidate;
            }
        }
        return found;
    }

    private static List<String> cells(ContentReader content, List<String> fields, char separator) {
        List<String> cells = new ArrayList<>(fields.size());
        for (String field : fields) {
            cells.add(cell(content, cells.size(), Formulas.unguarded(field), separator));
        }
        return cells;
    }

    /** Where the comma doesn't part cells it stands before the decimals of a number. */
    private static String cell(ContentReader content, int place, String cell, char separator) {
        Column.Kind kind = content.kind(place);
        if (separator == ',' || kind == null) {
            return cell;
        }
        return switch (kind) {
            case WHOLE_NUMBER, PRIORITY, CHARACTERISTIC ->
                CommaNumbers.read(cell, unclear -> content.fault(content.nextRow(), content.headerAt(place), unclear));
            case SPECIFICATION, ACTION, TEXT, DATE -> cell;
        };
    }

    /**
     * The CSV parser takes an open quote for one long last cell. Quotes inside a quoted cell are doubled, so a complete
     * file has an even number of them.
     */
    private static boolean hasOpenQuote(String text) {
        return text.chars().filter(character -> character == '"').count() % 2 != 0;
    }

    /**
     * Writes a table in canonical form: all fixed condition columns, the characteristics that occur, the results, and what
     * else some row says of itself; lines end with a line feed. Reading it gives an equal table, provided that its rows are
     * numbered 1, 2, 3 …
     */
    public static String write(DecisionTable table) {
        ContentWriter content = ContentWriter.brief(
                table.shape(), table.rows().stream().map(DraftRow::of).toList());
        return text(content.headers(), content.lines(Marks.NONE));
    }

    /** The cells as CSV; nothing in it is taken for a formula. */
    static String text(List<String> headers, Iterable<List<String>> rows) {
        StringWriter text = new StringWriter();
        try (CsvWriter lines =
                CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(text)) {
            lines.writeRecord(headers);
            for (List<String> cells : rows) {
                lines.writeRecord(cells.stream().map(Formulas::guarded).toList());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e); // writing to a string does not fail
        }
        return text.toString();
    }

    /** The table that Orderfield ships; imported as version 1. */
    public static DecisionTable shipped() {
        return read(shippedCsv(), KnownValues.UNCHECKED);
    }

    /** The text of the table that Orderfield ships. */
    public static String shippedCsv() {
        try (InputStream file = DecisionTableCsv.class.getResourceAsStream(SHIPPED)) {
            if (file == null) {
                throw new IllegalStateException(SHIPPED + " is missing from the rules module");
            }
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
