package io.orderfield.om.importing;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import io.orderfield.kernel.Refusal;
import io.orderfield.kernel.Refusal.FieldProblem;
import io.orderfield.kernel.Sentence;
import io.orderfield.om.catalog.CharacteristicView;
import io.orderfield.om.catalog.PartView;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Rows of a CSV file (RFC 4180; comma, semicolon or tab, whichever the header uses). The header names the fields.
 *
 * <p>Characteristics are written {@code bandwidth!:choice=100M|1G; staticIp:boolean} (an exclamation mark after what is
 * mandatory), parts {@code FIBER-ACCESS; ONT*2}. Choices that contain a semicolon or bar need JSON.
 */
final class ImportCsv {
    private static final char BYTE_ORDER_MARK = '\uFEFF';
    private static final Pattern CHARACTERISTIC = Pattern.compile("([^:=!]+)(!?):([^=]+)(?:=(.*))?", Pattern.DOTALL);
    private static final Pattern PART = Pattern.compile("([^*]+)(?:\\*\\s*(\\d{1,6}))?");

    private ImportCsv() {}

    static List<ImportRow> read(ImportFile file) {
        String text = text(file);
        char separator = separator(text);
        // the parser takes an open quote for one long last cell; quotes inside a quoted cell are doubled
        if (text.chars().filter(c -> c == '"').count() % 2 != 0) {
            throw Refusal.invalid("malformed-csv.quote");
        }
        try (CsvReader<CsvRecord> lines = CsvReader.builder()
                .fieldSeparator(separator)
                .skipEmptyLines(true)
                .allowExtraFields(true)
                .allowMissingFields(true)
                .allowExtraCharsAfterClosingQuote(false)
                .ofCsvRecord(text)) {
            List<String> header = null;
            List<ImportRow> rows = new ArrayList<>();
            for (CsvRecord line : lines) {
                if (header == null) {
                    header = header(file.kind(), line.getFields());
                } else if (line.getFields().stream().anyMatch(cell -> !cell.isBlank())) {
                    CatalogImportService.checkNumber(rows.size() + 1);
                    rows.add(row(rows.size() + 1, header, line.getFields()));
                }
            }
            return rows;
        } catch (CsvParseException e) {
            throw Refusal.invalid("malformed-csv");
        } catch (IOException e) {
            throw new UncheckedIOException(e); // reading from a string does not fail
        }
    }

    private static String text(ImportFile file) {
        try {
            String text = file.charset()
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(file.content()))
                    .toString();
            text = !text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK ? text.substring(1) : text;
            if (text.isBlank()) {
                throw Refusal.invalid("empty-file");
            }
            return text;
        } catch (CharacterCodingException e) {
            throw Refusal.invalid("wrong-encoding")
                    .with("charset", file.charset().name());
        }
    }

    private static char separator(String text) {
        String header = text.lines().filter(line -> !line.isBlank()).findFirst().orElse("");
        for (char candidate : new char[] {',', ';', '\t'}) {
            if (header.indexOf(candidate) >= 0) {
                return candidate;
            }
        }
        return ',';
    }

    private static List<String> header(ImportKind kind, List<String> cells) {
        List<String> header = cells.stream().map(String::strip).toList();
        Set<String> seen = new HashSet<>();
        for (String column : header) {
            if (!kind.knows(column)) {
                String shown = column.length() > 50 ? column.substring(0, 50) + "…" : column;
                throw Refusal.invalid("unknown-column")
                        .with("column", shown)
                        .with("kind", kind.word())
                        .with("fields", kind.fields());
            }
            if (!seen.add(column)) {
                throw Refusal.invalid("column-twice").with("column", column);
            }
        }
        return header;
    }

    private static ImportRow row(int number, List<String> header, List<String> line) {
        Map<String, String> cells = new LinkedHashMap<>();
        List<FieldProblem> problems = new ArrayList<>();
        if (line.size() != header.size()) {
            problems.add(new FieldProblem(
                    "row", Sentence.of("field.cells").with("cells", line.size()).with("columns", header.size())));
        }
        for (int i = 0; i < Math.min(header.size(), line.size()); i++) {
            cells.put(header.get(i), line.get(i));
        }
        return new ImportRow(
                number,
                cells,
                cells.containsKey("characteristics") ? characteristics(cells.get("characteristics"), problems) : null,
                cells.containsKey("parts") ? parts(cells.get("parts"), problems) : null,
                problems);
    }

    private static List<CharacteristicView> characteristics(String cell, List<FieldProblem> problems) {
        List<CharacteristicView> read = new ArrayList<>();
        for (String text : items(cell)) {
            Matcher item = CHARACTERISTIC.matcher(text);
            if (item.matches()) {
                read.add(new CharacteristicView(
                        item.group(1).strip(),
                        item.group(3).strip(),
                        !item.group(2).isEmpty(),
                        choices(item.group(4))));
            } else {
                problems.add(new FieldProblem("characteristics", Sentence.of("field.characteristics")));
            }
        }
        return read;
    }

    private static List<String> choices(@Nullable String text) {
        return text == null ? List.of() : List.of(text.split("\\|", -1));
    }

    private static List<PartView> parts(String cell, List<FieldProblem> problems) {
        List<PartView> read = new ArrayList<>();
        for (String text : items(cell)) {
            Matcher item = PART.matcher(text);
            if (item.matches()) {
                read.add(new PartView(
                        item.group(1).strip(), item.group(2) == null ? 1 : Integer.parseInt(item.group(2))));
            } else {
                problems.add(new FieldProblem("parts", Sentence.of("field.parts")));
            }
        }
        return read;
    }

    private static List<String> items(String cell) {
        List<String> items = new ArrayList<>();
        for (String item : cell.split(";")) {
            if (!item.isBlank()) {
                items.add(item.strip());
            }
        }
        return items;
    }
}
