package io.orderfield.rules;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Why one row counts, or does not.
 *
 * @param row the row with its id, its number, its validity and its results
 * @param conditions every condition of the row, in the order of the columns
 * @param whyNot all that keeps it from counting, in the order of {@link WhyNot}; empty when it counts
 */
public record RowExplanation(TableRow row, List<ConditionCheck> conditions, List<WhyNot> whyNot) {

    /**
     * One condition against one fact.
     *
     * @param column header of the column
     * @param condition the condition as the table writes it
     * @param value the fact as text, null when it is missing
     * @param met whether the fact satisfies the condition; a missing fact never does
     */
    public record ConditionCheck(
            String column, String condition, @Nullable String value, boolean met) {}

    /** What keeps a row from counting. */
    public enum WhyNot {
        /** It is not active. */
        INACTIVE,
        /** The decision was before it became valid. */
        NOT_YET_VALID,
        /** The decision was after it had been valid. */
        NO_LONGER_VALID,
        /** At least one condition is not met. */
        CONDITION_NOT_MET,
        /** Only the first row counts, and an earlier one does. */
        EARLIER_ROW
    }

    public RowExplanation {
        conditions = List.copyOf(conditions);
        whyNot = List.copyOf(whyNot);
    }

    /**
     * Every row of a table in row order, with what keeps it from counting: a plain walk through the rows, which needs no
     * engine and works for a draft as well.
     *
     * @param day of the decision
     */
    public static List<RowExplanation> of(DecisionTable table, Facts facts, LocalDate day) {
        List<Column> columns = table.columns();
        List<RowExplanation> explained = new ArrayList<>();
        boolean decided = false;
        for (TableRow row : table.rows()) {
            RowExplanation explanation = of(row, columns, facts, day, decided && table.hitPolicy() == HitPolicy.FIRST);
            explained.add(explanation);
            decided |= explanation.matched();
        }
        return explained;
    }

    private static RowExplanation of(
            TableRow row, List<Column> columns, Facts facts, LocalDate day, boolean afterTheFirst) {
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

    /** Whether it counts. */
    public boolean matched() {
        return whyNot.isEmpty();
    }
}
