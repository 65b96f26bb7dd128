package io.orderfield.om.policy;

import io.orderfield.om.policy.testcase.ExpectedWork;
import io.orderfield.rules.PolicyFacts;
import io.orderfield.rules.RowExplanation;
import io.orderfield.rules.RowExplanation.ConditionCheck;
import io.orderfield.rules.RowExplanation.WhyNot;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/**
 * What a draft would say.
 *
 * @param date of the decision
 * @param facts what was asked for
 * @param hits numbers of the rows that count, in row order
 * @param unread how many rows can't be read and were left out
 * @param wanted the work orders that come of them
 * @param rows every row that can be read, in row order
 */
public record TriedDraft(
        LocalDate date,
        PolicyFacts facts,
        List<Integer> hits,
        int unread,
        List<ExpectedWork> wanted,
        List<TriedRow> rows) {

    /**
     * One row, with what keeps it from counting.
     *
     * @param conditions what each cell asks, what there is, and whether that meets it
     */
    public record TriedRow(
            String id,
            int row,
            Map<String, String> results,
            boolean matched,
            List<WhyNot> whyNot,
            List<ConditionCheck> conditions) {

        static TriedRow of(RowExplanation explained) {
            return new TriedRow(
                    explained.row().id(),
                    explained.row().number(),
                    explained.row().results(),
                    explained.matched(),
                    explained.whyNot(),
                    explained.conditions());
        }
    }
}
