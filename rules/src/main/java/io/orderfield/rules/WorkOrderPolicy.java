package io.orderfield.rules;

import java.time.LocalDate;
import java.util.List;

/** One version of the <em>Work Order Policy for Domain Order</em>, ready to decide; see {@link CompiledTable}. */
public final class WorkOrderPolicy {
    private final CompiledTable compiled;

    private WorkOrderPolicy(CompiledTable compiled) {
        this.compiled = compiled;
    }

    /**
     * Compiles a table of the shape {@link TableShape#WORK_ORDER_POLICY}.
     *
     * @param version number of the version, kept as provenance
     * @throws InvalidDecisionTableException when the table is too large or names a column that does not exist
     */
    public static WorkOrderPolicy compile(int version, DecisionTable table) {
        return new WorkOrderPolicy(CompiledTable.compile(version, table));
    }

    /** The policy that this table of the shape {@link TableShape#WORK_ORDER_POLICY} is. */
    public static WorkOrderPolicy of(CompiledTable compiled) {
        return new WorkOrderPolicy(compiled);
    }

    /** Number of the version. */
    public int version() {
        return compiled.version();
    }

    /** The table that it was compiled from. */
    public DecisionTable table() {
        return compiled.table();
    }

    /**
     * The rows that count, in row order; none when the domain order needs no work order. The same template may occur in
     * several rows: the first decides, the others are provenance.
     *
     * @param day of the decision
     */
    public List<RowMatch> decide(PolicyFacts facts, LocalDate day) {
        return compiled.decide(facts, day).stream().map(RowMatch::of).toList();
    }

    /** Every row in row order, with what keeps it from counting; always agrees with {@link #decide}. */
    public List<RowExplanation> explain(PolicyFacts facts, LocalDate day) {
        return compiled.explain(facts, day);
    }
}
