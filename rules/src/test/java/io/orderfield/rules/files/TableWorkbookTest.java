package io.orderfield.rules.files;

import static io.orderfield.rules.files.TableFilesTest.content;
import static io.orderfield.rules.files.TableFilesTest.row;
import static io.orderfield.rules.files.TableFilesTest.withoutBlanks;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import io.orderfield.rules.InvalidDecisionTableException;
import io.orderfield.rules.KnownValues;
import io.orderfield.rules.TableProblem;
import io.orderfield.rules.TableShape;
import io.orderfield.rules.files.TableFiles.Format;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TableWorkbookTest {
    private static final String SHEET = "xl/worksheets/sheet1.xml";

    @Test
    void readsWhatASpreadsheetMadeOfWhatWasTyped() throws IOException {
        byte[] file = workbook(sheet -> {
            header(
                    sheet,
                    2,
                    "TEMPLATE",
                    "Quantity",
                    "characteristics.speed",
                    "REQUESTEDDATE",
                    "ValidFrom",
                    "active",
                    "");
            sheet.value(3, 0, "INSTALL");
            sheet.value(3, 1, 5);
            sheet.value(3, 2, 0.1 + 0.2);
            day(sheet, 3, 3, LocalDate.of(2026, 1, 31));
            sheet.value(3, 4, LocalDate.of(2026, 2, 1)); // a number without a format: the column holds days
            sheet.value(3, 5, Boolean.FALSE);
            sheet.value(5, 0, "SURVEY");
            day(sheet, 5, 2, LocalDate.of(2026, 3, 1));
            sheet.value(9, 7, " ");
        });

        assertThat(content(file).drafts())
                .map(draft -> withoutBlanks(draft))
                .containsExactly(
                        row(
                                "new-1",
                                "template",
                                "INSTALL",
                                "quantity",
                                "5",
                                "characteristics.speed",
                                "0.3",
                                "requestedDate",
                                "2026-01-31",
                                "validFrom",
                                "2026-02-01",
                                "active",
                                "false"),
                        row("new-2", "template", "SURVEY", "characteristics.speed", "2026-03-01"));
        assertThat(content(file).read(KnownValues.UNCHECKED).problems()).isEmpty();
    }

    /** A blank cell would match everything. */
    @Test
    void readsMergedCellsAsAPersonSeesThem() throws IOException {
        byte[] file = workbook(sheet -> {
            header(sheet, 0, "template", "region", "quantity");
            for (int row = 1; row <= 5; row++) {
                sheet.value(row, 0, "INSTALL");
            }
            sheet.value(2, 1, "North");
            sheet.range(2, 1, 4, 1).merge();
            sheet.value(2, 2, 5);
            sheet.range(3, 2, 5, 2).merge(); // all blank
            sheet.value(20, 8, "beside the table");
            sheet.range(20, 8, 22, 9).merge();
        });

        assertThat(content(file).rows())
                .extracting(row -> row.cell("region") + row.cell("quantity"))
                .startsWith("", "North5", "North", "North", "");
    }

    /** Rows that have nothing but what is merged are seen, too. */
    @ParameterizedTest
    @ValueSource(strings = {"A2:A3", "A3:A2"})
    void readsARowThatHasMergedCellsAlone(String range) throws IOException {
        byte[] file = altered(
                "</sheetData>",
                "<row r=\"2\"><c r=\"A2\" t=\"inlineStr\"><is><t>INSTALL</t></is></c></row><row r=\"3\"><c r=\"A3\"/></row></sheetData>"
                        + "<mergeCells><mergeCell ref=\"" + range + "\"/></mergeCells>");

        assertThat(content(file).drafts())
                .containsExactly(row("new-1", "template", "INSTALL"), row("new-2", "template", "INSTALL"));
    }

    @Test
    void refusesMergedCellsOfWhichItIsNotClearWhatTheySay() throws IOException {
        assertThat(problems(workbook(sheet -> {
                    header(sheet, 0, "template", "region", "country");
                    sheet.value(1, 0, "INSTALL");
                    sheet.value(1, 1, "North");
                    sheet.range(1, 1, 1, 2).merge();
                })))
                .containsExactly(
                        "table: the merged cells B2:C2 may be read in more than one way: unmerge them, and write"
                                + " in each cell what it is to say");
        assertThat(problems(workbook(sheet -> {
                    header(sheet, 0, "template", "region");
                    sheet.value(1, 0, "INSTALL");
                    sheet.range(0, 1, 1, 1).merge();
                })))
                .singleElement()
                .asString()
                .contains("B1:B2");
        assertThat(problems(altered(
                        "</sheetData>",
                        "<row r=\"2\"><c r=\"A2\" t=\"inlineStr\"><is><t>A</t></is></c></row>"
                                + "<row r=\"3\"><c r=\"A3\" t=\"inlineStr\"><is><t>HIDDEN</t></is></c></row></sheetData>"
                                + "<mergeCells><mergeCell ref=\"A2:A3\"/></mergeCells>")))
                .singleElement()
                .asString()
                .contains("A2:A3");
        assertThat(problems(altered(
                        "</sheetData>",
                        "<row r=\"2\"><c r=\"A2\" t=\"inlineStr\"><is><t>A</t></is></c></row></sheetData>"
                                + "<mergeCells><mergeCell ref=\"A2:A5\"/></mergeCells>")))
                .singleElement()
                .asString()
                .contains("A2:A5");
    }

    @Test
    void readsDaysThatCountFrom1904() throws IOException {
        for (String yes : List.of("1", "true")) {
            WeighedZip zip = WeighedZip.unpack(
                    workbook(sheet -> {
                        header(sheet, 0, "template", "validFrom");
                        sheet.value(1, 0, "INSTALL");
                        sheet.value(1, 1, 44_918.25);
                    }),
                    1_000_000);
            String book = text(zip, "xl/workbook.xml");
            assertThat(book).contains("<workbookPr date1904=\"false\"");
            zip.parts()
                    .put(
                            "xl/workbook.xml",
                            book.replace("date1904=\"false\"", "date1904=\"" + yes + "\"")
                                    .getBytes(StandardCharsets.UTF_8));

            assertThat(content(zip.pack()).drafts())
                    .containsExactly(row("new-1", "template", "INSTALL", "validFrom", "2026-12-24"));
        }
    }

    @Test
    void refusesFormulasWithRowAndColumn() throws IOException {
        byte[] file = workbook(sheet -> {
            header(sheet, 0, "TEMPLATE", "Region");
            sheet.value(1, 0, "INSTALL");
            sheet.value(2, 0, "INSTALL");
            sheet.formula(2, 1, "HYPERLINK(\"http://example.org\")");
        });

        assertThat(content(file).rows().get(1).cell("region"))
                .as("told as text where it is marked")
                .isEqualTo("=HYPERLINK(\"http://example.org\")");
        assertThat(problems(file))
                .containsExactly("row 2, region: the cell holds a formula; a table holds what it says");
    }

    @Test
    void writesTextOnly() throws IOException {
        byte[] file = TableFiles.write(
                Format.XLSX, TableShape.WORK_ORDER_POLICY, List.of(row("r1", "template", "=1+1", "quantity", "5")));

        WeighedZip zip = WeighedZip.unpack(file, 1_000_000);
        assertThat(text(zip, SHEET)).doesNotContain("<f>").contains("t=\"s\"");
        assertThat(text(zip, "xl/sharedStrings.xml")).contains("=1+1");
    }

    @Test
    void refusesAZipThatGrows() throws IOException {
        byte[] bomb = zip("xl/worksheets/sheet1.xml", new byte[100_000_000]);

        assertThat(bomb).hasSizeLessThan(TableFiles.MAX_BYTES);
        assertThat(problems(bomb)).containsExactly("table: the file holds more than 32000000 bytes");
    }

    @Test
    void refusesAZipOfManyParts() throws IOException {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(file)) {
            for (int i = 0; i <= WeighedZip.MOST_PARTS; i++) {
                zip.putNextEntry(new ZipEntry("part" + i));
            }
        }

        assertThat(problems(file.toByteArray())).containsExactly("table: the file holds more than 200 parts");
    }

    @Test
    void refusesWhatIsNoWorkbook() throws IOException {
        for (byte[] file : List.of(
                new byte[] {'P', 'K', 3, 4, 0, 0},
                zip("readme.txt", "hello".getBytes(StandardCharsets.UTF_8)),
                altered(
                        "<sheetData>",
                        "<!-- --><row r=\"1\"><c r=\"AAAAAAA1\" t=\"str\"><v>x</v></c></row><sheetData>"),
                altered(
                        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>",
                        "<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/passwd\">]>"),
                altered("<sheetData>", "<x>".repeat(200) + "</x>".repeat(200) + "<sheetData>"),
                altered(
                        "</sheetData>",
                        "<row r=\"2\"><c r=\"A2\"><v>" + "9".repeat(40_000) + "</v></c></row></sheetData>"),
                altered("</worksheet>", "</work"))) {
            assertThat(problems(file)).containsExactly("table: the file is not a workbook (.xlsx)");
        }
    }

    @Test
    void takesNoOtherPartForTheSheetThatIsLeftOut() throws IOException {
        WeighedZip zip = WeighedZip.unpack(workbook(sheet -> header(sheet, 0, "template")), 1_000_000);
        String sheet = text(zip, SHEET).replace("r=\"A1\"", "r=\"AAAAAAA1\"");
        zip.parts().put("xl/picture.bin", sheet.getBytes(StandardCharsets.UTF_8));
        String relations = text(zip, "xl/_rels/workbook.xml.rels");
        assertThat(relations).contains("worksheets/sheet1.xml");
        zip.parts()
                .put(
                        "xl/_rels/workbook.xml.rels",
                        relations
                                .replace("worksheets/sheet1.xml", "picture.bin")
                                .getBytes(StandardCharsets.UTF_8));

        assertThat(problems(zip.pack())).containsExactly("table: the file is not a workbook (.xlsx)");
    }

    @Test
    void refusesASheetThatNeedsRoomForNothing() throws IOException {
        String row = "<row r=\"2\"><c r=\"XFD2\"/></row>";

        assertThat(problems(altered("</sheetData>", row.repeat(400) + "</sheetData>")))
                .containsExactly("table: the sheet has room for more than 5000000 cells");
    }

    /** What is there once and said a thousand times weighs a thousand times as much in the draft. */
    @Test
    void refusesALongTextThatManyCellsShare() throws IOException {
        byte[] file = workbook(sheet -> {
            header(sheet, 0, "template", "note");
            for (int row = 1; row <= 200; row++) {
                sheet.value(row, 1, "x".repeat(30_000));
            }
        });

        assertThat(file).hasSizeLessThan(100_000);
        assertThat(problems(file)).containsExactly("table: the file is longer than 4000000 characters");
    }

    /** No text of a file is searched for longer than in proportion to its length. */
    @Test
    void looksNotForDaysInAFormatThatIsNone() throws IOException {
        byte[] file = workbook(sheet -> {
            header(sheet, 0, "template");
            sheet.value(1, 0, 5);
            sheet.style(1, 0).format("[".repeat(500_000)).set();
        });

        assertTimeoutPreemptively(
                Duration.ofSeconds(30), () -> assertThat(content(file).drafts()).hasSize(1));
    }

    @Test
    void writesOutNoNumberOfABillionDigits() throws IOException {
        for (String number : List.of("1E+999999999", "1E-999999999")) {
            byte[] file =
                    altered("</sheetData>", "<row r=\"2\"><c r=\"A2\"><v>" + number + "</v></c></row></sheetData>");

            assertThat(content(file).drafts()).containsExactly(row("new-1", "template", number));
        }
    }

    /** Whatever a file is like, it is taken or refused, and nothing else happens. */
    @Test
    void takesOrRefusesWhateverBecameOfAFile() throws IOException {
        byte[] file = workbook(sheet -> {
            header(sheet, 0, "template", "quantity");
            sheet.value(1, 0, "INSTALL");
            sheet.value(1, 1, 5);
        });
        Random random = new Random(11);
        int taken = 0;
        for (int i = 0; i < 1_000; i++) {
            byte[] broken = i % 10 == 0 ? Arrays.copyOf(file, random.nextInt(4, file.length)) : file.clone();
            for (int bytes = random.nextInt(1, 5); bytes > 0; bytes--) {
                broken[random.nextInt(4, broken.length)] = (byte) random.nextInt();
            }
            try {
                content(broken).read(KnownValues.UNCHECKED);
                taken++;
            } catch (InvalidDecisionTableException refused) {
                assertThat(refused.problems()).isNotEmpty();
            }
        }

        assertThat(taken).isBetween(1, 999);
    }

    @Test
    void leavesANumberThatIsNoDayToTheCell() throws IOException {
        byte[] file = workbook(sheet -> {
            header(sheet, 0, "template", "validFrom");
            sheet.value(1, 0, "INSTALL");
            sheet.value(1, 1, 20_260_131);
        });

        assertThat(content(file).read(KnownValues.UNCHECKED).problems())
                .extracting(TableProblem::toString)
                .containsExactly("row 1, validFrom: '20260131' is not a day (example: 2026-01-31)");
    }

    @Test
    void refusesASheetThatIsTooWide() throws IOException {
        assertThat(problems(workbook(sheet -> sheet.value(0, 16_000, "template"))))
                .containsExactly("table: the sheet has more than 200 columns");
    }

    @Test
    void refusesAnEmptySheet() throws IOException {
        assertThat(problems(workbook(sheet -> sheet.value(0, 0, " "))))
                .containsExactly("table: the first sheet of the workbook is empty");
    }

    private static List<String> problems(byte[] file) {
        return catchThrowableOfType(
                        InvalidDecisionTableException.class, () -> content(file).drafts())
                .problems()
                .stream()
                .map(TableProblem::toString)
                .toList();
    }

    private static byte[] workbook(Consumer<Worksheet> fill) throws IOException {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        try (Workbook workbook = new Workbook(file, "test", null)) {
            fill.accept(workbook.newWorksheet("any"));
        }
        return file.toByteArray();
    }

    private static void header(Worksheet sheet, int row, String... headers) {
        for (int column = 0; column < headers.length; column++) {
            sheet.value(row, column, headers[column]);
        }
    }

    private static void day(Worksheet sheet, int row, int column, LocalDate day) {
        sheet.value(row, column, day);
        sheet.style(row, column).format("dd.mm.yyyy").set();
    }

    /** A workbook whose first sheet was written by somebody else. */
    private static byte[] altered(String what, String by) throws IOException {
        WeighedZip zip = WeighedZip.unpack(workbook(sheet -> header(sheet, 0, "template")), 1_000_000);
        String sheet = text(zip, SHEET);
        assertThat(sheet).contains(what);
        zip.parts().put(SHEET, sheet.replace(what, by).getBytes(StandardCharsets.UTF_8));
        return zip.pack();
    }

    private static String text(WeighedZip zip, String part) {
        return new String(zip.parts().get(part), StandardCharsets.UTF_8);
    }

    private static byte[] zip(String name, byte[] content) throws IOException {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(file)) {
            zip.putNextEntry(new ZipEntry(name));
            zip.write(content);
        }
        return file.toByteArray();
    }
}
