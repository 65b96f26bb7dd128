package io.orderfield.rules.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.orderfield.rules.DraftRow;
import io.orderfield.rules.HitPolicy;
import io.orderfield.rules.InvalidDecisionTableException;
import io.orderfield.rules.KnownValues;
import io.orderfield.rules.RowReader;
import io.orderfield.rules.TableLimits;
import io.orderfield.rules.TableProblem;
import io.orderfield.rules.TableShape;
import io.orderfield.rules.files.TableFiles.Format;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class TableFilesTest {
    private static final TableShape SHAPE = TableShape.WORK_ORDER_POLICY;
    private static final List<DraftRow> EVERYTHING = List.of(
            row(
                    "b7-4.x_y",
                    "specification",
                    "ONT, ROUTER",
                    "quantity",
                    "1, 3",
                    "leadDays",
                    "-3",
                    "requestedDate",
                    "[2026-01-01..2026-01-31]",
                    "characteristics.speed",
                    ">=2.5",
                    "template",
                    "INSTALL",
                    "note",
                    "first, \"quoted\"\nand a second line; ümlaut",
                    "active",
                    "no",
                    "validFrom",
                    "2026-03-01",
                    "validTo",
                    "2026-03-31"),
            row("r1", "template", "SURVEY", "priorityOverride", "1", "workOrders", "one per unit"),
            row("r2", "template", "=1+1", "region", "@SUM(A1)", "note", "'=HYPERLINK(\"x\")"),
            row("r3", "template", "-", "region", "+A", "note", "\tTab; =1;\n'@SUM(A1)\t-2;=3"),
            row("r4", "template", " =1+1", "region", "\u00A0@A", "note", "' +1; '-2"));

    @ParameterizedTest
    @EnumSource
    void readsEverythingThatItWrites(Format format) {
        byte[] file = TableFiles.write(format, SHAPE, EVERYTHING);

        assertThat(TableFiles.formatOf(file)).isEqualTo(format);
        assertThat(content(file).drafts()).map(TableFilesTest::withoutBlanks).isEqualTo(EVERYTHING);
    }

    @Test
    void writesLinesThatAreNoRowsOfATableHoweverManyThereAre() throws IOException {
        List<String> headers = List.of("domainOrder", "template");
        Iterable<List<String>> lines = () -> IntStream.rangeClosed(1, 2_500)
                .mapToObj(i -> List.of("SO" + i, i == 2 ? "=1+1" : ""))
                .iterator();
        String csv = new String(TableFiles.write(Format.CSV, "replay", headers, lines), StandardCharsets.UTF_8);
        assertThat(csv.lines()).hasSize(2_501).startsWith("\uFEFFdomainOrder,template", "SO1,", "SO2,'=1+1");

        byte[] workbook = TableFiles.write(Format.XLSX, "replay", headers, lines);
        try (ReadableWorkbook read = new ReadableWorkbook(new ByteArrayInputStream(workbook))) {
            assertThat(read.getFirstSheet().getName()).isEqualTo("replay");
            assertThat(read.getFirstSheet().read()).hasSize(2_501).satisfies(rows -> {
                assertThat(rows.get(2).getCellText(1)).isEqualTo("=1+1");
                assertThat(rows.get(2_500).getCellText(0)).isEqualTo("SO2500");
            });
        }
    }

    @Test
    void writesNothingThatASpreadsheetTakesForAFormula() {
        String csv = new String(TableFiles.write(Format.CSV, SHAPE, EVERYTHING), StandardCharsets.UTF_8);

        assertThat(csv).startsWith("\uFEFFid,specification").contains("'=1+1", "'@SUM(A1)", "'+A", ",-3,");
        // neither where commas part the cells nor where something else does
        assertThat(csv.split("[,;\t\n]")).noneMatch(cell -> cell.matches("\"?[ \u00A0]*[=+@\t].*"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "characteristics.speed | >=2,5      | >=2.5",
                "characteristics.speed | [1,5..2,5] | [1.5..2.5]",
                "characteristics.speed | 2,5        | 2.5",
                "characteristics.speed | 2, 5       | 2, 5",
                "characteristics.speed | \"A,B\"    | A, B",
                "characteristics.speed | not(1,5)   | not(1.5)",
                "characteristics.speed | 1,5, 2,5   | 1.5, 2.5",
                "characteristics.speed | [-1,5..2)  | [-1.5..2)",
                "characteristics.speed | >=1000,25  | >=1000.25",
                "characteristics.speed | >=2.5      | >=2.5",
                "characteristics.speed | A1,2B      | 2B, A1",
                "characteristics.speed | 10.0.0.1   | 10.0.0.1",
                "quantity              | 1, 3       | 1, 3",
                "region                | A,B        | A, B"
            })
    void readsSemicolonsWithCommasInNumbers(String header, String cell, String condition) {
        byte[] file = ("Template;" + header.toUpperCase(Locale.ROOT).replace("SPEED", "speed") + ";;\r\n" + "INSTALL;"
                        + cell + ";;\r\n;;;\r\n")
                .getBytes(StandardCharsets.UTF_8);

        assertThat(content(file)
                        .read(KnownValues.UNCHECKED)
                        .table(HitPolicy.COLLECT)
                        .rows())
                .singleElement()
                .satisfies(
                        row -> assertThat(row.conditions().get(header).text()).isEqualTo(condition));
    }

    /** What is one number here is a list there, and a thousand is one: none of it is guessed. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "quantity              | 2,5         | '2.5' is not a whole number",
                "quantity              | 5,0         | '5.0' is not a whole number",
                "priority              | 1,2         | '1.2' is not a whole number",
                "quantity              | >=2,5       | '2.5' is not a whole number",
                "quantity              | 1.000       | '1.000' can be read in two ways",
                "quantity              | 1,2,3       | '1,2,3' may be a list, or numbers with decimals",
                "characteristics.speed | 1.000       | '1.000' can be read in two ways",
                "characteristics.speed | >=1.000     | '1.000' can be read in two ways",
                "characteristics.speed | [1.000..2]  | '1.000' can be read in two ways",
                "characteristics.speed | <1.000,5    | '1.000,5' can be read in two ways",
                "characteristics.speed | 100,200,300 | '100,200,300' may be a list, or numbers with decimals"
            })
    void guessesNoNumbersWhereSemicolonsPartTheCells(String header, String cell, String reason) {
        for (char separator : new char[] {';', '\t'}) {
            String csv = "template;%s\nA;%s\n".formatted(header, cell).replace(';', separator);

            assertThat(content(csv.getBytes(StandardCharsets.UTF_8))
                            .read(KnownValues.UNCHECKED)
                            .problems())
                    .singleElement()
                    .satisfies(
                            problem -> assertThat(problem.toString()).startsWith("row 1, " + header + ": " + reason));
        }
        // where commas part the cells there is nothing to guess
        String csv = "template,%s\nA,\"%s\"\n".formatted(header, cell);
        assertThat(content(csv.getBytes(StandardCharsets.UTF_8)).faults()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"sep=;", "SEP=;\r", "\"sep=;\"", "sep=;;;"})
    void readsAFirstLineThatSaysWhatPartsTheCells(String first) {
        byte[] file =
                ("\uFEFF" + first.replace("\\r", "\r") + "\ntemplate;quantity\nA;5\n").getBytes(StandardCharsets.UTF_8);

        assertThat(content(file).drafts()).containsExactly(row("new-1", "template", "A", "quantity", "5"));
        assertThat(catchThrowableOfType(
                                InvalidDecisionTableException.class,
                                () -> content("sep=;\n".getBytes(StandardCharsets.UTF_8)))
                        .problems())
                .extracting(TableProblem::reason)
                .containsExactly("the file is empty");
    }

    @Test
    void saysWhatToDoWithAnOldWorkbook() {
        byte[] old = new byte[600];
        byte[] magic = {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, (byte) 0xA1, (byte) 0xB1, 0x1A, (byte) 0xE1};
        System.arraycopy(magic, 0, old, 0, magic.length);

        assertThat(catchThrowableOfType(InvalidDecisionTableException.class, () -> content(old))
                        .problems())
                .extracting(TableProblem::reason)
                .singleElement()
                .asString()
                .contains("save it as .xlsx");
        assertThat(catchThrowableOfType(InvalidDecisionTableException.class, () -> content(new byte[0]))
                        .problems())
                .extracting(TableProblem::reason)
                .containsExactly("the file is empty");
    }

    @ParameterizedTest
    @EnumSource
    void marksWhatIsWrongInTheSameFile(Format format) {
        List<DraftRow> rows =
                List.of(row("r1", "template", "INSTALL", "quantity", "many"), row("r2", "template", "INSTALL"));
        List<TableProblem> problems =
                new RowReader(SHAPE, KnownValues.UNCHECKED).read(rows).problems();

        byte[] marked = TableFiles.write(format, SHAPE, rows, problems, sentence -> "[" + sentence.code() + "]");

        assertThat(content(marked).drafts()).map(TableFilesTest::withoutBlanks).isEqualTo(rows);
        if (format == Format.CSV) {
            assertThat(new String(marked, StandardCharsets.UTF_8).lines())
                    .satisfiesExactly(
                            header -> assertThat(header).endsWith(",validTo,problems"),
                            first -> assertThat(first).endsWith(",quantity: [cell]"),
                            second -> assertThat(second).endsWith(",INSTALL,,,,,,,,"));
        }
    }

    @Test
    void keepsWrongCellsInTheDraftAndRefusesAWrongForm() {
        TableContent wrongCells = content("template,quantity\nA,many\n".getBytes(StandardCharsets.UTF_8));
        TableContent wrongForm = content("template,quantity,color\nA,many,red\nB\n".getBytes(StandardCharsets.UTF_8));

        assertThat(wrongCells.drafts()).containsExactly(row("new-1", "template", "A", "quantity", "many"));
        assertThat(wrongCells.read(KnownValues.UNCHECKED).problems())
                .extracting(TableProblem::toString)
                .containsExactly("row 1, quantity: 'many' is not a whole number (examples: 5, >=5, [1..5])");
        assertThat(catchThrowableOfType(InvalidDecisionTableException.class, wrongForm::drafts)
                        .problems())
                .extracting(problem -> problem.row() + problem.column())
                .containsExactly("0color", "2");
        assertThat(wrongForm.read(KnownValues.UNCHECKED).problems())
                .extracting(problem -> problem.row() + problem.column())
                .containsExactly("0color", "1quantity", "2");
    }

    @ParameterizedTest
    @EnumSource
    void takesTheMostRowsAndRefusesOneMore(Format format) {
        List<DraftRow> most = new ArrayList<>(IntStream.rangeClosed(1, TableLimits.MAX_ROWS)
                .mapToObj(i -> row("r" + i, "template", "A"))
                .toList());
        assertThat(content(TableFiles.write(format, SHAPE, most)).drafts()).hasSize(TableLimits.MAX_ROWS);

        most.add(row("one-more", "template", "A"));
        TableContent tooMany = content(TableFiles.write(format, SHAPE, most));

        assertThat(catchThrowableOfType(InvalidDecisionTableException.class, tooMany::drafts)
                        .problems())
                .containsExactly(TableLimits.tooManyRows());
    }

    @Test
    void refusesAFileThatIsTooLarge() {
        assertThat(catchThrowableOfType(
                                InvalidDecisionTableException.class, () -> content(new byte[TableFiles.MAX_BYTES + 1]))
                        .problems())
                .extracting(TableProblem::reason)
                .containsExactly("the file has more than 10000000 bytes");
    }

    static TableContent content(byte[] file) {
        return TableFiles.read(SHAPE, file, number -> "new-" + number);
    }

    static DraftRow row(String id, String... cells) {
        Map<String, String> byHeader = new LinkedHashMap<>();
        for (int i = 0; i < cells.length; i += 2) {
            byHeader.put(cells[i], cells[i + 1]);
        }
        return new DraftRow(id, byHeader);
    }

    static DraftRow withoutBlanks(DraftRow row) {
        Map<String, String> cells = new LinkedHashMap<>(row.cells());
        cells.values().removeIf(String::isEmpty);
        return new DraftRow(row.id(), cells);
    }
}
