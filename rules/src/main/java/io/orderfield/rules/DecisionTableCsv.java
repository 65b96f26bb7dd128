package io.orderfield.rules;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import io.orderfield.kernel.Sentence;
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

/**
 * The table as CSV (RFC 4180, UTF-8, comma): one header line, then one line per row.
 *
 * <p>Condition columns, all optional and in any order: {@code specification}, {@code action}, {@code region},
 * {@code country}, {@code segment}, {@code quantity}, {@code priority}, {@code leadDays}, {@code requestedDate}, and
 * one column {@code characteristics.<name>} per characteristic. Their cells follow {@link Condition}. Result columns:
 * {@code template} (required), {@code priorityOverride} (1 to 4, blank keeps the item's), {@code workOrders}
 * ({@code one} or {@code one per unit}, blank is one), {@code pointOfNoReturn} ({@code never}, {@code on assignment},
 * {@code on acceptance} or {@code on work start}, blank is never).
 *
 * <p>Rows are numbered from 1 in the order of the file; lines without any content don't count.
 */
public final class DecisionTableCsv {
    private static final int MAX_LENGTH = 4_000_000;
    private static final String SHIPPED = "work-order-policy.csv";
    private static final char BYTE_ORDER_MARK = '\uFEFF';
    private static final char REPLACEMENT = '\uFFFD';

    private DecisionTableCsv() {}

    /**
     * Reads a table named {@link DecisionTable#WORK_ORDER_POLICY}.
     *
     * @throws InvalidDecisionTableException with all problems, not just the first
     */
    public static DecisionTable read(String csv, KnownValues known) {
        if (csv.length() > MAX_LENGTH) {
            throw refused(Sentence.of("file.tooLong").with("most", MAX_LENGTH));
        }
        if (csv.indexOf(REPLACEMENT) >= 0) {
            throw refused(Sentence.of("file.notUtf8"));
        }
        String text = !csv.isEmpty() && csv.charAt(0) == BYTE_ORDER_MARK ? csv.substring(1) : csv;
        if (text.isBlank()) {
            throw refused(Sentence.of("file.empty"));
        }
        if (hasOpenQuote(text)) {
            throw refused(Sentence.of("file.openQuote"));
        }
        return readLines(text, known);
    }

    /**
     * Reads a table from the bytes of a file.
     *
     * @throws InvalidDecisionTableException with all problems; bytes that are not UTF-8 are one
     */
    public static DecisionTable read(byte[] csv, KnownValues known) {
        try {
            return read(
                    StandardCharsets.UTF_8
                            .newDecoder()
                            .decode(ByteBuffer.wrap(csv))
                            .toString(),
                    known);
        } catch (CharacterCodingException e) {
            throw refused(Sentence.of("file.notUtf8"));
        }
    }

    private static DecisionTable readLines(String text, KnownValues known) {
        TableReader reader = null;
        try (CsvReader<CsvRecord> lines = CsvReader.builder()
                .skipEmptyLines(true)
                .allowExtraFields(true)
                .allowMissingFields(true)
                .allowExtraCharsAfterClosingQuote(false)
                .ofCsvRecord(text)) {
            Iterator<CsvRecord> each = lines.iterator();
            reader = new TableReader(each.next().getFields(), known);
            while (each.hasNext() && reader.read(each.next().getFields())) {
                // the reader keeps what it read
            }
        } catch (CsvParseException e) {
            if (reader == null) {
                throw refused(Sentence.of("file.header"));
            }
            reader.report(reader.rowsRead() + 1, "", Sentence.of("file.line"));
        } catch (IOException e) {
            throw new UncheckedIOException(e); // reading from a string does not fail
        }
        return Objects.requireNonNull(reader).finish(DecisionTable.WORK_ORDER_POLICY);
    }

    /**
     * The CSV parser takes an open quote for one long last cell. Quotes inside a quoted cell are doubled, so a complete
     * file has an even number of them.
     */
    private static boolean hasOpenQuote(String text) {
        return text.chars().filter(character -> character == '"').count() % 2 != 0;
    }

    /**
     * Writes a table in canonical form: all fixed condition columns, the characteristics that occur, the results; lines
     * end with a line feed. Reading it gives an equal table, provided that its rows are numbered 1, 2, 3 …
     */
    public static String write(DecisionTable table) {
        StringWriter text = new StringWriter();
        List<String> conditionColumns = table.conditionColumns();
        try (CsvWriter lines =
                CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(text)) {
            List<String> header = new ArrayList<>(conditionColumns);
            header.addAll(TableReader.RESULT_HEADERS);
            lines.writeRecord(header);
            for (PolicyRow row : table.rows()) {
                lines.writeRecord(cells(row, conditionColumns));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e); // writing to a string does not fail
        }
        return text.toString();
    }

    private static List<String> cells(PolicyRow row, List<String> conditionColumns) {
        List<String> cells = new ArrayList<>();
        for (String column : conditionColumns) {
            Condition condition = row.conditions().get(column);
            cells.add(condition == null ? "" : condition.text());
        }
        cells.add(row.template());
        cells.add(Objects.toString(row.priorityOverride(), ""));
        cells.add(row.workOrders().cellText());
        cells.add(row.pointOfNoReturn().cellText());
        return cells;
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

    private static InvalidDecisionTableException refused(Sentence what) {
        return new InvalidDecisionTableException(List.of(new TableProblem(0, "", what)));
    }
}
