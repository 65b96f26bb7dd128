package io.orderfield.rules;

import io.orderfield.rules.RowExplanation.ConditionCheck;
import java.util.ArrayList;
import java.util.List;

/**
 * One version of the table, ready to decide. Immutable and safe for use by many threads; compile it once per version
 * and keep it.
 */
public final class WorkOrderPolicy {
    private final int version;
    private final DecisionTable table;
    private final List<Column> columns;
    private final RowMatcher matcher;

    private WorkOrderPolicy(int version, DecisionTable table) {
        this.version = version;
        this.table = table;
        this.columns = Column.of(table);
        this.matcher = RowMatcher.compile(version, table, columns);
    }

    /**
     * Compiles a table; some milliseconds for a usual one, up to some seconds for the largest.
     *
     * @param version number of the version, kept as provenance
     * @throws InvalidDecisionTableException when the table is too large or names a column that does not exist
     */
    public static WorkOrderPolicy compile(int version, DecisionTable table) {
        List<TableProblem> problems = TableLimits.check(table);
        if (!problems.isEmpty()) {
            throw new InvalidDecisionTableException(problems);
        }
        return new WorkOrderPolicy(version, table);
    }

    /** Number of the version. */
    public int version() {
        return version;
    }

    /** The table that it was compiled from. */
    public DecisionTable table() {
        return table;
    }

    /**
     * All rows that match, in row order; none when the domain order needs no work order. The same template may occur in
     * several rows: the first decides, the others are provenance.
     */
    public List<RowMatch> decide(PolicyFacts facts) {
        return matcher.matches(facts).stream().map(RowMatch::of).toList();
    }

    /**
     * Every row in row order, with which of its conditions the facts meet. It walks through the table row by row,
     * without the engine, and always agrees with {@link #decide}.
     */
    public List<RowExplanation> explain(PolicyFacts facts) {
        return table.rows().stream().map(row -> explain(row, facts)).toList();
    }

    private RowExplanation explain(PolicyRow row, PolicyFacts facts) {
        List<ConditionCheck> checks = new ArrayList<>();
        boolean matched = true;
        for (Column column : columns) {
            Condition condition = row.conditions().get(column.header());
            if (condition != null) {
                boolean met = condition.matches(column.read(facts));
                checks.add(new ConditionCheck(column.header(), condition.text(), column.readText(facts), met));
                matched &= met;
            }
        }
        return new RowExplanation(row.number(), row.template(), matched, checks);
    }
}
