package io.orderfield.rules;

import io.orderfield.kernel.Sentence;
import io.orderfield.rules.Condition.NoneOf;
import io.orderfield.rules.Condition.OneOf;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How large a table may be. The limits keep a build under some seconds and a decision under a millisecond. */
final class TableLimits {
    static final int MAX_ROWS = 5_000;
    static final int MAX_CHARACTERISTICS = 50;
    /** Rows times their listed specifications and actions: each combination becomes a path of its own in the engine. */
    static final int MAX_PATHS = 20_000;

    private TableLimits() {}

    /** Everything in which the table is too large or names what does not exist; empty when it can be compiled. */
    static List<TableProblem> check(DecisionTable table) {
        List<TableProblem> problems = new ArrayList<>();
        if (table.rows().size() > MAX_ROWS) {
            problems.add(tooManyRows());
            return problems;
        }
        long paths = 0;
        for (PolicyRow row : table.rows()) {
            for (Map.Entry<String, Condition> cell : row.conditions().entrySet()) {
                checkCell(row.number(), cell.getKey(), cell.getValue(), problems);
            }
            paths += (long) listLength(row.conditions().get("specification"))
                    * listLength(row.conditions().get("action"));
        }
        if (paths > MAX_PATHS) {
            problems.add(new TableProblem(
                    0,
                    "",
                    Sentence.of("table.tooManyPaths").with("paths", paths).with("most", MAX_PATHS)));
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

    static TableProblem tooManyRows() {
        return new TableProblem(0, "", Sentence.of("table.tooManyRows").with("most", MAX_ROWS));
    }

    static TableProblem tooManyCharacteristics() {
        return new TableProblem(
                0, "", Sentence.of("table.tooManyCharacteristics").with("most", MAX_CHARACTERISTICS));
    }

    private static void checkCell(int row, String header, Condition condition, List<TableProblem> problems) {
        if (Column.named(header) == null) {
            problems.add(new TableProblem(row, header, Sentence.of("column.none")));
        }
        if (values(condition) > ConditionGrammar.MAX_LIST_LENGTH) {
            problems.add(new TableProblem(
                    row, header, Sentence.of("cell.tooManyValues").with("most", ConditionGrammar.MAX_LIST_LENGTH)));
        } else if (condition.text().length() > ConditionGrammar.MAX_CELL_LENGTH) {
            problems.add(new TableProblem(
                    row, header, Sentence.of("cell.tooLong").with("most", ConditionGrammar.MAX_CELL_LENGTH)));
        }
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
