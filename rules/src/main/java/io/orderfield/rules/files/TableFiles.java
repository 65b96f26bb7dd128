package io.orderfield.rules.files;

import io.orderfield.kernel.Sentence;
import io.orderfield.rules.DraftRow;
import io.orderfield.rules.InvalidDecisionTableException;
import io.orderfield.rules.TableProblem;
import io.orderfield.rules.TableShape;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Function;
import java.util.function.IntFunction;

/** Tables as the files that spreadsheets read and write, both ways. */
public final class TableFiles {
    /** So many bytes may a file have; no more needs to be taken in to refuse it. */
    public static final int MAX_BYTES = 10_000_000;

    private static final int OLD = 0xD0CF11E0;

    private TableFiles() {}

    /** What a table can be written as. */
    public enum Format {
        /** Text, of which every cell is one. */
        CSV,
        /** A workbook of one sheet. */
        XLSX
    }

    /** What kind of file it is. A workbook is a zip and begins like one; everything else is read as CSV. */
    public static Format formatOf(byte[] file) {
        return file.length > 3 && file[0] == 'P' && file[1] == 'K' && file[2] == 3 && file[3] == 4
                ? Format.XLSX
                : Format.CSV;
    }

    /** Whether it begins as the files of office programs before 2007 do, or a workbook behind a password. */
    private static boolean isOld(byte[] file) {
        return file.length >= Integer.BYTES && ByteBuffer.wrap(file).getInt() == OLD;
    }

    /**
     * Reads what a file holds; its cells need not be right.
     *
     * @param newIds the id of a row that shows none, by its number
     * @throws InvalidDecisionTableException when it is no such file or larger than it may be
     */
    public static TableContent read(TableShape shape, byte[] file, IntFunction<String> newIds) {
        if (file.length > MAX_BYTES) {
            throw InvalidDecisionTableException.of(Sentence.of("file.tooLarge").with("most", MAX_BYTES));
        }
        if (isOld(file)) {
            throw InvalidDecisionTableException.of(Sentence.of("file.oldWorkbook"));
        }
        return switch (formatOf(file)) {
            case CSV -> DecisionTableCsv.content(shape, file, newIds);
            case XLSX -> TableWorkbook.read(shape, file, newIds);
        };
    }

    /** Writes rows with everything that they say, ids and all. */
    public static byte[] write(Format format, TableShape shape, List<DraftRow> rows) {
        return write(format, shape, rows, Marks.NONE);
    }

    /**
     * Writes rows with what is wrong with them in one more column.
     *
     * @param problems as they were told of these rows
     * @param words says a sentence in the reader's language
     */
    public static byte[] write(
            Format format,
            TableShape shape,
            List<DraftRow> rows,
            List<TableProblem> problems,
            Function<Sentence, String> words) {
        return write(format, shape, rows, new Marks(problems, words));
    }

    private static byte[] write(Format format, TableShape shape, List<DraftRow> rows, Marks marks) {
        ContentWriter content = ContentWriter.full(shape, rows);
        return write(format, shape.code(), marks.headers(content.headers()), content.lines(marks), marks);
    }

    /**
     * Writes lines that are no rows of a table, such as a report.
     *
     * @param name of the sheet
     * @param lines each with a cell for each header; gone through once, and none is kept
     */
    public static byte[] write(Format format, String name, List<String> headers, Iterable<List<String>> lines) {
        return write(format, name, headers, lines, Marks.NONE);
    }

    private static byte[] write(
            Format format, String name, List<String> headers, Iterable<List<String>> lines, Marks marks) {
        try {
            return switch (format) {
                // with a byte order mark: without one a spreadsheet takes UTF-8 for something else
                case CSV -> ('\uFEFF' + DecisionTableCsv.text(headers, lines)).getBytes(StandardCharsets.UTF_8);
                case XLSX -> TableWorkbook.write(name, headers, lines, marks);
            };
        } catch (IOException e) {
            throw new UncheckedIOException(e); // writing to memory does not fail
        }
    }
}
