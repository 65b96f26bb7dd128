package io.orderfield.rules;

import io.orderfield.kernel.Blank;
import io.orderfield.kernel.Sentence;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Makes typed rows of what somebody typed, and tells everything that can't be read on the way. */
public final class RowReader {
    /** How an inactive row is written. */
    public static final String INACTIVE = "no";

    private static final Set<String> YES = Set.of("yes", "true", "1", "x");
    private static final Set<String> NO = Set.of(INACTIVE, "false", "0");

    private final TableShape shape;
    private final KnownValues known;

    /** @param known what the rows may name */
    public RowReader(TableShape shape, KnownValues known) {
        this.shape = shape;
        this.known = known;
    }

    /** Whether this says of a row that it doesn't count. */
    public static boolean isInactive(String flag) {
        return NO.contains(Blank.strip(flag).toLowerCase(Locale.ROOT));
    }

    /** Reads the rows of a draft, which are numbered from 1. */
    public ReadRows read(List<DraftRow> drafts) {
        if (drafts.size() > TableLimits.MAX_ROWS) {
            return new ReadRows(shape, List.of(), List.of(TableLimits.tooManyRows()));
        }
        List<TableRow> rows = new ArrayList<>();
        List<TableProblem> problems = new ArrayList<>();
        Set<String> ids = new HashSet<>();
        for (int i = 0; i < drafts.size(); i++) {
            OneRow row = new OneRow(drafts.get(i), i + 1);
            TableRow read = row.read(ids);
            if (read != null) {
                rows.add(read);
            }
            if (problems.size() <= TableProblem.MOST) {
                problems.addAll(row.problems);
            }
        }
        return new ReadRows(shape, rows, TableProblem.first(problems));
    }

    /** The same draft with every cell that can be read in canonical form: two that say the same are equal. */
    public List<DraftRow> canonical(List<DraftRow> drafts) {
        List<DraftRow> canonical = new ArrayList<>();
        for (int i = 0; i < drafts.size(); i++) {
            OneRow row = new OneRow(drafts.get(i), i + 1);
            row.read(new HashSet<>());
            canonical.add(new DraftRow(row.draft.id(), row.canonical));
        }
        return canonical;
    }

    /** The reading of one row. */
    private final class OneRow {
        private final DraftRow draft;
        private final int number;
        private final List<TableProblem> problems = new ArrayList<>();
        private final Map<String, Condition> conditions = new LinkedHashMap<>();
        private final Map<String, String> results = new LinkedHashMap<>();
        private final Map<String, String> canonical = new LinkedHashMap<>();
        private String note = "";
        private boolean active = true;
        private @Nullable LocalDate validFrom;
        private @Nullable LocalDate validTo;

        OneRow(DraftRow draft, int number) {
            this.draft = draft;
            this.number = number;
        }

        /** Null when something is wrong with it. */
        @Nullable
        TableRow read(Set<String> ids) {
            if (!TableRow.isId(draft.id())) {
                problem(DraftRow.ID, Sentence.of("row.noId").with("value", ConditionGrammar.shown(draft.id())));
            } else if (!ids.add(draft.id())) {
                problem(DraftRow.ID, Sentence.of("row.sameId").with("value", draft.id()));
            }
            draft.cells().forEach(this::cell);
            for (ResultColumn column : shape.results()) {
                if (!draft.cells().containsKey(column.header())) {
                    cell(column.header(), "");
                }
            }
            if (validFrom != null && validTo != null && validTo.isBefore(validFrom)) {
                problem(DraftRow.VALID_TO, Sentence.of("row.endsBeforeItBegins"));
            }
            return problems.isEmpty()
                    ? new TableRow(draft.id(), number, conditions, inOrder(), note, active, validFrom, validTo)
                    : null;
        }

        private void cell(String header, String cell) {
            String text = cell;
            String plain = CellText.plain(cell);
            try {
                text = switch (header) {
                    case DraftRow.NOTE -> note = note(cell);
                    case DraftRow.ACTIVE -> (active = active(plain)) ? "" : INACTIVE;
                    case DraftRow.VALID_FROM -> text(validFrom = day(plain));
                    case DraftRow.VALID_TO -> text(validTo = day(plain));
                    default -> column(header, plain);
                };
            } catch (MalformedCellException e) {
                problem(header, e.sentence());
            }
            if (!text.isEmpty()) {
                canonical.put(header, text);
            }
        }

        private String column(String header, String cell) throws MalformedCellException {
            ResultColumn result = shape.result(header);
            if (result != null) {
                String text = result.read(cell, known.templates());
                if (!text.isEmpty()) {
                    results.put(header, text);
                }
                return text;
            }
            Column column = shape.condition(header);
            if (column == null) {
                throw new MalformedCellException(Sentence.of("column.none"));
            }
            Condition condition = ConditionGrammar.read(
                    column.kind(), cell, column.kind() == Column.Kind.SPECIFICATION ? known.specifications() : null);
            if (condition == null) {
                return "";
            }
            conditions.put(header, condition);
            return condition.text();
        }

        /** The results in the order of their columns: equal rows of other files are written alike. */
        private Map<String, String> inOrder() {
            Map<String, String> ordered = new LinkedHashMap<>();
            for (ResultColumn column : shape.results()) {
                String result = results.get(column.header());
                if (result != null) {
                    ordered.put(column.header(), result);
                }
            }
            return ordered;
        }

        private void problem(String column, Sentence what) {
            problems.add(new TableProblem(draft.id(), number, TableProblem.shown(column), what));
        }
    }

    private static String note(String cell) throws MalformedCellException {
        if (cell.length() > TableRow.MAX_NOTE) {
            throw new MalformedCellException(Sentence.of("cell.tooLong").with("most", TableRow.MAX_NOTE));
        }
        if (!CellText.isFit(cell)) {
            throw new MalformedCellException(Sentence.of("cell.noNote"));
        }
        return Blank.strip(cell);
    }

    private static boolean active(String cell) throws MalformedCellException {
        String word = cell.strip().toLowerCase(Locale.ROOT);
        if (ConditionGrammar.isBlank(cell) || YES.contains(word)) {
            return true;
        }
        if (isInactive(cell)) {
            return false;
        }
        throw new MalformedCellException(
                Sentence.of("cell.noFlag").with("value", ConditionGrammar.shown(cell.strip())));
    }

    private static @Nullable LocalDate day(String cell) throws MalformedCellException {
        if (ConditionGrammar.isBlank(cell)) {
            return null;
        }
        String text = cell.strip();
        if (!ConditionGrammar.isDate(text)) {
            throw new MalformedCellException(Sentence.of("cell.noDay").with("value", ConditionGrammar.shown(text)));
        }
        return LocalDate.parse(text);
    }

    private static String text(@Nullable LocalDate day) {
        return day == null ? "" : day.toString();
    }
}
