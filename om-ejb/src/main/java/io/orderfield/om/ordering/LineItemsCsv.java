package io.orderfield.om.ordering;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import io.orderfield.kernel.Refusal;
import io.orderfield.kernel.Refusal.FieldProblem;
import io.orderfield.kernel.Sentence;
import io.orderfield.om.catalog.CharacteristicView;
import io.orderfield.om.catalog.SpecificationView;
import io.orderfield.om.customerorder.ItemReferences;
import io.orderfield.om.customerorder.LineItemRow;
import io.orderfield.om.customerorder.NewLineItem;
import io.orderfield.om.customerorder.OrderChecks;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Line items as CSV (RFC 4180, UTF-8, comma or semicolon): one header line, then one line per item. Columns, in any order:
 * {@code action}, {@code specification}, {@code location} (these three are required), {@code quantity}, {@code contact},
 * {@code priority}, {@code requestedDate} (2027-03-31), {@code committedDate}, {@code specialInstructions}, and {@code characteristics.<name>} for
 * each characteristic. A blank cell is the order's default.
 */
final class LineItemsCsv {
    static final int LONGEST = 1_000_000;
    private static final String CHARACTERISTICS = "characteristics.";
    private static final List<String> REQUIRED = List.of("action", "specification", "location");
    private static final List<String> OPTIONAL =
            List.of("quantity", "contact", "priority", "requestedDate", "committedDate", "specialInstructions");
    private static final char BYTE_ORDER_MARK = '\uFEFF';
    private static final char REPLACEMENT = '\uFFFD';

    private final List<String> header;

    private LineItemsCsv(List<String> header) {
        this.header = header.stream().map(String::strip).toList();
        checkHeader();
    }

    /**
     * Reads a file. What is wrong with a cell is told with its row.
     *
     * @throws Refusal INVALID {@code invalid-csv} when the file is no CSV of line items at all, {@code too-many-line-items}
     *     when it has more rows than an order may have items
     */
    static List<LineItemRow> read(String csv) {
        if (csv.length() > LONGEST) {
            throw Refusal.invalid("invalid-csv.size").with("most", LONGEST);
        }
        if (csv.indexOf(REPLACEMENT) >= 0 || csv.indexOf('\0') >= 0) {
            throw Refusal.invalid("invalid-csv.encoding");
        }
        String text = !csv.isEmpty() && csv.charAt(0) == BYTE_ORDER_MARK ? csv.substring(1) : csv;
        // the parser takes a quote that is never closed for one long last cell
        if (text.chars().filter(c -> c == '"').count() % 2 != 0) {
            throw Refusal.invalid("invalid-csv.quote");
        }
        return rows(text);
    }

    private static List<LineItemRow> rows(String text) {
        List<LineItemRow> rows = new ArrayList<>();
        try (CsvReader<CsvRecord> lines = CsvReader.builder()
                .fieldSeparator(separator(text))
                .skipEmptyLines(true)
                .allowExtraFields(true)
                .allowMissingFields(true)
                .allowExtraCharsAfterClosingQuote(false)
                .ofCsvRecord(text)) {
            Iterator<CsvRecord> each = lines.iterator();
            if (!each.hasNext()) {
                throw Refusal.invalid("invalid-csv");
            }
            LineItemsCsv columns = new LineItemsCsv(each.next().getFields());
            while (each.hasNext()) {
                List<String> cells = each.next().getFields();
                if (cells.stream().allMatch(String::isBlank)) {
                    continue;
                }
                if (rows.size() == OrderChecks.MOST_ITEMS) {
                    throw tooMany(OrderChecks.MOST_ITEMS + 1);
                }
                rows.add(columns.row(rows.size() + 1, cells));
            }
        } catch (CsvParseException e) {
            throw Refusal.invalid("invalid-csv.row").with("row", rows.size());
        } catch (IOException e) {
            throw new UncheckedIOException(e); // reading from a string does not fail
        }
        if (rows.isEmpty()) {
            throw Refusal.invalid("invalid-csv.rows");
        }
        return rows;
    }

    /** Spreadsheets of many countries write semicolons. */
    private static char separator(String text) {
        String head = text.lines().filter(l -> !l.isBlank()).findFirst().orElse("");
        return head.indexOf(',') < 0 && head.indexOf(';') >= 0 ? ';' : ',';
    }

    private void checkHeader() {
        Set<String> seen = new HashSet<>();
        for (String column : header) {
            boolean known = REQUIRED.contains(column)
                    || OPTIONAL.contains(column)
                    || column.startsWith(CHARACTERISTICS) && column.length() > CHARACTERISTICS.length();
            if (!known) {
                throw Refusal.invalid("invalid-csv.unknownColumn").with("column", ItemReferences.shown(column));
            }
            if (!seen.add(column)) {
                throw Refusal.invalid("invalid-csv.columnTwice").with("column", ItemReferences.shown(column));
            }
        }
        for (String column : REQUIRED) {
            if (!seen.contains(column)) {
                throw Refusal.invalid("invalid-csv.missingColumn").with("column", column);
            }
        }
    }

    private LineItemRow row(int number, List<String> cells) {
        List<FieldProblem> problems = new ArrayList<>();
        if (cells.size() > header.size()) {
            problems.add(new FieldProblem("row", Sentence.of("field.moreCells")));
        }
        Map<String, String> values = new HashMap<>();
        Map<String, String> characteristics = new HashMap<>();
        for (int i = 0; i < Math.min(cells.size(), header.size()); i++) {
            String column = header.get(i);
            if (cells.get(i).isBlank()) {
                continue;
            }
            if (column.startsWith(CHARACTERISTICS)) {
                characteristics.put(column.substring(CHARACTERISTICS.length()), cells.get(i));
            } else {
                values.put(column, cells.get(i).strip());
            }
        }
        NewLineItem item = new NewLineItem(
                values.getOrDefault("action", ""),
                values.getOrDefault("specification", ""),
                values.getOrDefault("location", ""),
                List.of(),
                number(problems, "quantity", values.get("quantity")),
                characteristics,
                values.get("contact"),
                number(problems, "priority", values.get("priority")),
                date(problems, "requestedDate", values.get("requestedDate")),
                date(problems, "committedDate", values.get("committedDate")),
                values.get("specialInstructions"));
        return new LineItemRow(number, item, problems);
    }

    private static @Nullable Integer number(List<FieldProblem> problems, String field, @Nullable String cell) {
        if (cell == null) {
            return null;
        }
        try {
            return Integer.valueOf(cell);
        } catch (NumberFormatException e) {
            problems.add(new FieldProblem(field, Sentence.of("field.wholeNumber")));
            return null;
        }
    }

    private static @Nullable LocalDate date(List<FieldProblem> problems, String field, @Nullable String cell) {
        if (cell == null) {
            return null;
        }
        try {
            return LocalDate.parse(cell);
        } catch (DateTimeParseException e) {
            problems.add(new FieldProblem(field, Sentence.of("field.date")));
            return null;
        }
    }

    /** A file to start from: every column, and a row for each product that can be ordered, its location still blank. */
    static String template(List<SpecificationView> specifications) {
        List<SpecificationView> products = specifications.stream()
                .filter(s -> s.active() && s.type().equals("product"))
                .toList();
        Set<String> names = new TreeSet<>();
        products.forEach(p -> p.characteristics().stream()
                .map(CharacteristicView::name)
                .forEach(n -> names.add(CHARACTERISTICS + n)));
        StringWriter text = new StringWriter();
        try (CsvWriter lines =
                CsvWriter.builder().lineDelimiter(LineDelimiter.CRLF).build(text)) {
            List<String> columns = new ArrayList<>(REQUIRED);
            columns.addAll(OPTIONAL);
            columns.addAll(names);
            lines.writeRecord(columns);
            for (SpecificationView product : products) {
                lines.writeRecord(columns.stream()
                        .map(column -> switch (column) {
                            case "action" -> "add";
                            case "specification" -> product.code();
                            case "quantity" -> "1";
                            default -> "";
                        })
                        .toList());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e); // writing to a string does not fail
        }
        return text.toString();
    }

    static Refusal tooMany(int wanted) {
        return Refusal.invalid("too-many-line-items").with("wanted", wanted).with("most", OrderChecks.MOST_ITEMS);
    }
}
