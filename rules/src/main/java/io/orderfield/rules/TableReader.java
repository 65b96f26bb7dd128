package io.orderfield.rules;

import io.orderfield.kernel.Sentence;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Turns a header and rows of text cells into a table, whatever file they came from, and collects every problem on the
 * way. Rows whose cells are all empty don't count.
 */
final class TableReader {
    static final String TEMPLATE = "template";
    static final String PRIORITY_OVERRIDE = "priorityOverride";
    static final String WORK_ORDERS = "workOrders";
    static final String POINT_OF_NO_RETURN = "pointOfNoReturn";
    static final List<String> RESULT_HEADERS = List.of(TEMPLATE, PRIORITY_OVERRIDE, WORK_ORDERS, POINT_OF_NO_RETURN);

    private static final int MAX_PROBLEMS = 1_000;

    private final KnownValues known;
    private final List<String> headers;
    private final Map<String, Column> columns = new LinkedHashMap<>();
    private final List<PolicyRow> rows = new ArrayList<>();
    private final List<TableProblem> problems = new ArrayList<>();
    private int rowNumber;

    TableReader(List<String> header, KnownValues known) {
        this.known = known;
        this.headers = header.stream().map(String::strip).toList();
        readHeader();
    }

    private void readHeader() {
        Set<String> seen = new HashSet<>();
        int characteristics = 0;
        for (String name : headers) {
            if (!seen.add(name)) {
                report(0, name, Sentence.of("column.twice"));
                continue;
            }
            if (RESULT_HEADERS.contains(name)) {
                continue;
            }
            Column column = Column.named(name);
            if (column == null) {
                report(
                        0,
                        ConditionGrammar.shown(name),
                        name.isEmpty() ? Sentence.of("column.noHeader") : unknownColumn());
                continue;
            }
            columns.put(name, column);
            if (column.kind() == Column.Kind.CHARACTERISTIC) {
                characteristics++;
            }
        }
        if (!headers.contains(TEMPLATE)) {
            report(0, TEMPLATE, Sentence.of("column.missing"));
        }
        if (characteristics > TableLimits.MAX_CHARACTERISTICS) {
            problems.add(TableLimits.tooManyCharacteristics());
        }
    }

    private static Sentence unknownColumn() {
        List<String> known = new ArrayList<>(Column.fixedHeaders());
        known.add(Column.CHARACTERISTIC_PREFIX + "<name>");
        known.addAll(RESULT_HEADERS);
        return Sentence.of("column.unknown").with("known", known);
    }

    /**
     * Reads the next row.
     *
     * @return false when the table is full and reading on is pointless
     */
    boolean read(List<String> cells) {
        if (cells.stream().allMatch(cell -> cell.strip().isEmpty())) {
            return true;
        }
        if (rowNumber == TableLimits.MAX_ROWS) {
            problems.add(TableLimits.tooManyRows());
            return false;
        }
        rowNumber++;
        if (cells.size() != headers.size()) {
            // a missing cell is not taken for blank: blank means any, and the row would match more than was meant
            report(
                    rowNumber,
                    "",
                    Sentence.of("row.cells").with("cells", cells.size()).with("headers", headers.size()));
            return true;
        }
        readRow(cells);
        return true;
    }

    private void readRow(List<String> cells) {
        boolean sound = headers.contains(TEMPLATE);
        Map<String, Condition> conditions = new LinkedHashMap<>();
        String template = "";
        Integer priorityOverride = null;
        WorkOrderNumber workOrders = WorkOrderNumber.ONE;
        PointOfNoReturnTrigger pointOfNoReturn = PointOfNoReturnTrigger.NEVER;
        for (int i = 0; i < cells.size(); i++) {
            String header = headers.get(i);
            String cell = cells.get(i);
            try {
                switch (header) {
                    case TEMPLATE -> template = readTemplate(cell);
                    case PRIORITY_OVERRIDE -> priorityOverride = readPriority(cell);
                    case WORK_ORDERS -> workOrders = readChoice(cell, WorkOrderNumber.values(), WorkOrderNumber.ONE);
                    case POINT_OF_NO_RETURN ->
                        pointOfNoReturn =
                                readChoice(cell, PointOfNoReturnTrigger.values(), PointOfNoReturnTrigger.NEVER);
                    default -> readCondition(header, cell, conditions);
                }
            } catch (MalformedCellException e) {
                report(rowNumber, header, e.sentence());
                sound = false;
            }
        }
        if (sound) {
            rows.add(new PolicyRow(rowNumber, conditions, template, priorityOverride, workOrders, pointOfNoReturn));
        }
    }

    private void readCondition(String header, String cell, Map<String, Condition> conditions)
            throws MalformedCellException {
        Column column = columns.get(header);
        if (column == null) {
            return; // an unknown column is reported once, with the header
        }
        Set<String> values = column.kind() == Column.Kind.SPECIFICATION ? known.specifications() : null;
        Condition condition = ConditionGrammar.read(column.kind(), cell, values);
        if (condition != null) {
            conditions.put(header, condition);
        }
    }

    private String readTemplate(String cell) throws MalformedCellException {
        String code = cell.strip();
        if (ConditionGrammar.isBlank(cell)) {
            throw new MalformedCellException(Sentence.of("cell.noTemplate"));
        }
        if (!ConditionGrammar.isValue(code)) {
            throw new MalformedCellException(
                    Sentence.of("cell.noTemplateCode").with("value", ConditionGrammar.shown(code)));
        }
        Set<String> templates = known.templates();
        if (templates != null && !templates.isEmpty() && !templates.contains(code)) {
            throw new MalformedCellException(
                    Sentence.of("cell.unknownTemplate").with("value", ConditionGrammar.shown(code)));
        }
        return code;
    }

    private static @Nullable Integer readPriority(String cell) throws MalformedCellException {
        if (ConditionGrammar.isBlank(cell)) {
            return null;
        }
        String text = cell.strip();
        if (!text.matches("[1-4]")) {
            throw new MalformedCellException(
                    Sentence.of("cell.noPriorityOverride").with("value", ConditionGrammar.shown(text)));
        }
        return Integer.valueOf(text);
    }

    private static <T extends ResultChoice> T readChoice(String cell, T[] choices, T whenBlank)
            throws MalformedCellException {
        if (ConditionGrammar.isBlank(cell)) {
            return whenBlank;
        }
        String text = cell.strip().toLowerCase(Locale.ROOT).replace('_', ' ').replace('-', ' ');
        List<String> words = new ArrayList<>();
        for (T choice : choices) {
            if (choice.cellText().equals(text)) {
                return choice;
            }
            words.add(choice.cellText());
        }
        throw new MalformedCellException(Sentence.of("cell.noneOf")
                .with("value", ConditionGrammar.shown(cell.strip()))
                .with("known", words));
    }

    /** Reports a problem that is not about one cell, such as a file that breaks off. */
    void report(int row, String column, Sentence what) {
        if (problems.size() < MAX_PROBLEMS) {
            problems.add(new TableProblem(row, column, what));
        } else if (problems.size() == MAX_PROBLEMS) {
            problems.add(new TableProblem(row, "", Sentence.of("table.moreProblems")));
        }
    }

    int rowsRead() {
        return rowNumber;
    }

    /** @throws InvalidDecisionTableException with everything that was wrong */
    DecisionTable finish(String name) {
        if (rowNumber == 0) {
            report(0, "", Sentence.of("table.noRows"));
        }
        DecisionTable table = new DecisionTable(name, rows);
        if (problems.isEmpty()) {
            problems.addAll(TableLimits.check(table));
        }
        if (!problems.isEmpty()) {
            throw new InvalidDecisionTableException(problems);
        }
        return table;
    }
}
