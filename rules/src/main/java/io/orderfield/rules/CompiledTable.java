package io.orderfield.rules;

import io.orderfield.rules.RowExplanation.ConditionCheck;
import io.orderfield.rules.RowExplanation.WhyNot;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * One version of a table, ready to decide. Immutable and safe for use by many threads; compile it once per version and keep
 * it.
 */
public final class CompiledTable {
    private final int version;
    private final DecisionTable table;
    private final List<Column> columns;
    private final RowMatcher matcher;

    private CompiledTable(int version, DecisionTable table) {
        this.version = version;
        this.table = table;
        this.columns = table.columns();
        this.matcher = RowMatcher.compile(version, table, columns);
    }

    /**
     * Compiles a table; some milliseconds for a usual one, up to some seconds for the largest.
     *
     * @param version number of the version, kept as provenance
     * @throws InvalidDecisionTableException when the table is too large or names a column that does not exist
     */
    public static CompiledTable compile(int version, DecisionTable table) {
        TableLimits.demand(table);
        return new CompiledTable(version, table);
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
     * The rows that count, in row order: all that match, or of these the first, as the table's hit policy says.
     *
     * @param day of the decision, which the validity of the rows asks for
     */
    public List<TableRow> decide(Facts facts, LocalDate day) {
        List<TableRow> rows = matcher.matches(facts, day);
        return table.hitPolicy() == HitPolicy.FIRST && rows.size() > 1 ? rows.subList(0, 1) : rows;
    }

    /**
     * Every row in row order, with what keeps it from counting. It walks through the table row by row, without the engine,
     * and always agrees with {@link #decide}.
     */
    public List<RowExplanation> explain(Facts facts, LocalDate day) {
        List<RowExplanation> explained = new ArrayList<>();
        boolean decided = false;
        for (TableRow row : table.rows()) {
            RowExplanation explanation = explain(row, facts, day, decided && table.hitPolicy() == HitPolicy.FIRST);
            explained.add(explanation);
            decided |= explanation.matched();
        }
        return explained;
    }

    private RowExplanation explain(TableRow row, Facts facts, LocalDate day, boolean afterTheFirst) {
        List<ConditionCheck> checks = new ArrayList<>();
        for (Column column : columns) {
            Condition condition = row.conditions().get(column.header());
            if (condition != null) {
                Object fact = facts.fact(column.header());
                checks.add(new ConditionCheck(
                        column.header(), condition.text(), Objects.toString(fact, null), condition.matches(fact)));
            }
        }
        List<WhyNot> whyNot = new ArrayList<>();
        if (!row.active()) {
            whyNot.add(WhyNot.INACTIVE);
        }
        LocalDate from = row.validFrom();
        if (from != null && day.isBefore(from)) {
            whyNot.add(WhyNot.NOT_YET_VALID);
        }
        LocalDate to = row.validTo();
        if (to != null && day.isAfter(to)) {
            whyNot.add(WhyNot.NO_LONGER_VALID);
        }
        if (!checks.stream().allMatch(ConditionCheck::met)) {
            whyNot.add(WhyNot.CONDITION_NOT_MET);
        }
        if (whyNot.isEmpty() && afterTheFirst) {
            whyNot.add(WhyNot.EARLIER_ROW);
        }
        return new RowExplanation(row, checks, whyNot);
    }
}
