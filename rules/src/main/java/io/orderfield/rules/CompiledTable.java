package io.orderfield.rules;

import java.time.LocalDate;
import java.util.List;

/**
 * One version of a table, ready to decide. Immutable and safe for use by many threads; compile it once per version and keep
 * it.
 */
public final class CompiledTable {
    private final int version;
    private final DecisionTable table;
    private final RowMatcher matcher;

    private CompiledTable(int version, DecisionTable table) {
        this.version = version;
        this.table = table;
        this.matcher = RowMatcher.compile(version, table, table.columns());
    }

    /**
     * Compiles a table; some milliseconds for a usual one, up to some seconds for the largest.
     *
     * @param version number of the version, kept as provenance
     * @throws InvalidDecisionTableException when the table is too large or names a column that does not exist
     */
    public static CompiledTable compile(int version, DecisionTable table) {
        TableLimits.demand(table);
        CompiledTable compiled = new CompiledTable(version, table);
        compiled.matcher.matches(header -> null, LocalDate.EPOCH); // makes what the engine leaves to the first decision
        return compiled;
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
        return RowExplanation.of(table, facts, day);
    }
}
