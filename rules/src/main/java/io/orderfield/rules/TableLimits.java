package io.orderfield.rules;

import io.orderfield.kernel.Sentence;
import io.orderfield.rules.Condition.NoneOf;
import io.orderfield.rules.Condition.OneOf;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How large a table may be. The limits keep a build under some seconds and a decision under a millisecond. */
public final class TableLimits {
    /** Rows of a table. */
    public static final int MAX_ROWS = 5_000;
    /** Columns of characteristics. */
    public static final int MAX_CHARACTERISTICS = 50;
    /** Characters of all cells together: a draft is written anew with each change. */
    public static final int MAX_CHARACTERS = 4_000_000;
    /** Rows times their listed specifications and actions: each combination becomes a path of its own in the engine. */
    static final int MAX_PATHS = 20_000;

    private TableLimits() {}

    /** @throws InvalidDecisionTableException when the table is too large or names what does not exist */
    static void demand(DecisionTable table) {
        List<TableProblem> problems = check(table);
        if (!problems.isEmpty()) {
            throw new InvalidDecisionTableException(problems);
        }
    }

    /** Everything in which the table is too large or names what does not exist; empty when it can be compiled. */
    static List<TableProblem> check(DecisionTable table) {
        List<TableProblem> problems = new ArrayList<>();
        if (table.rows().size() > MAX_ROWS) {
            problems.add(tooManyRows());
            return problems;
        }
        long paths = 0;
        for (TableRow row : table.rows()) {
            for (Map.Entry<String, Condition> cell : row.conditions().entrySet()) {
                checkCell(table.shape(), row, cell.getKey(), cell.getValue(), problems);
            }
            checkResults(table.shape(), row, problems);
            paths += paths(table.shape(), row);
        }
        if (paths > MAX_PATHS) {
            problems.add(TableProblem.ofTable(
                    "", Sentence.of("table.tooManyPaths").with("paths", paths).with("most", MAX_PATHS)));
        }
        long characteristics = table.rows().stream()
                .flatMap(row -> row.conditions().keySet().stream())
                .filter(header -> header.startsWith(Column.CHARACTERISTIC_PREFIX))
                .distinct()
                .count();
        if (characteristics > MAX_CHARACTERISTICS) {
            problems.add(tooManyCharacteristics());
        }
        return problems;
    }

    /** How many paths of the engine a row becomes: one for each specification with each action that it lists. */
    private static long paths(TableShape shape, TableRow row) {
        long paths = 1;
        for (Column column : shape.conditions()) {
            if (column.kind() == Column.Kind.SPECIFICATION || column.kind() == Column.Kind.ACTION) {
                paths *= listLength(row.conditions().get(column.header()));
            }
        }
        return paths;
    }

    /** That a table has more rows than it may have. */
    public static TableProblem tooManyRows() {
        return TableProblem.ofTable("", Sentence.of("table.tooManyRows").with("most", MAX_ROWS));
    }

    /** That a table has more columns of characteristics than it may have. */
    public static TableProblem tooManyCharacteristics() {
        return TableProblem.ofTable(
                "", Sentence.of("table.tooManyCharacteristics").with("most", MAX_CHARACTERISTICS));
    }

    private static void checkCell(
            TableShape shape, TableRow row, String header, Condition condition, List<TableProblem> problems) {
        if (shape.condition(header) == null) {
            problems.add(problem(row, header, Sentence.of("column.none")));
        }
        if (values(condition) > ConditionGrammar.MAX_LIST_LENGTH) {
            problems.add(problem(
                    row, header, Sentence.of("cell.tooManyValues").with("most", ConditionGrammar.MAX_LIST_LENGTH)));
        } else if (condition.text().length() > ConditionGrammar.MAX_CELL_LENGTH) {
            problems.add(
                    problem(row, header, Sentence.of("cell.tooLong").with("most", ConditionGrammar.MAX_CELL_LENGTH)));
        }
    }

    private static void checkResults(TableShape shape, TableRow row, List<TableProblem> problems) {
        for (String header : row.results().keySet()) {
            if (shape.result(header) == null) {
                problems.add(problem(row, header, Sentence.of("column.none")));
            }
        }
        for (ResultColumn column : shape.results()) {
            try {
                column.read(row.result(column.header()), null);
            } catch (MalformedCellException e) {
                problems.add(problem(row, column.header(), e.sentence()));
            }
        }
    }

    private static TableProblem problem(TableRow row, String header, Sentence what) {
        return new TableProblem(row.id(), row.number(), header, what);
    }

    private static int values(Condition condition) {
        if (condition instanceof NoneOf noneOf) {
            return noneOf.values().size();
        }
        return listLength(condition);
    }

    private static int listLength(@Nullable Condition condition) {
        return condition instanceof OneOf oneOf ? oneOf.values().size() : 1;
    }
}
