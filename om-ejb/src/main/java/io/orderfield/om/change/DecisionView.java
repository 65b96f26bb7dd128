package io.orderfield.om.change;

import io.orderfield.om.domainorder.WorkOrderLinkView;
import io.orderfield.rules.RowExplanation.WhyNot;
import java.time.LocalDate;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Why a domain order has the work orders that it has: the decision as it was made.
 *
 * @param tableVersion version of the decision table that decided
 * @param decisionDate local date at the location from which lead days count
 * @param facts what the table was asked, by column; null where the fact is missing
 * @param wanted what the matching rows want, in the order of the deciding rows; empty when no row matches
 * @param rows how many rows the table has
 * @param matching numbers of the rows that match
 */
public record DecisionView(
        String domainOrder,
        int tableVersion,
        LocalDate decisionDate,
        Map<String, @Nullable String> facts,
        List<Wanted> wanted,
        int rows,
        List<Integer> matching) {
    public DecisionView {
        facts = Collections.unmodifiableMap(new LinkedHashMap<>(facts));
        wanted = List.copyOf(wanted);
        matching = List.copyOf(matching);
    }

    /**
     * What is wanted of one template.
     *
     * @param number how many work orders
     * @param perUnit whether each stands for one unit of the quantity
     * @param pointOfNoReturn when one of them takes the item past the point of no return
     * @param rows the rows that want it: the first decided, the others wanted the same template
     * @param workOrders the plan's work orders of the template that are there
     */
    public record Wanted(
            String template,
            int number,
            boolean perUnit,
            @Nullable Integer priorityOverride,
            String pointOfNoReturn,
            List<Integer> rows,
            List<WorkOrderLinkView> workOrders) {
        public Wanted {
            rows = List.copyOf(rows);
            workOrders = List.copyOf(workOrders);
        }
    }

    /**
     * One row of the table against the facts.
     *
     * @param id of the row, which it has in every version
     * @param row number of the row in this version, from 1
     * @param template code of the template that it wants
     * @param matched whether it counts
     * @param whyNot all that keeps it from counting; empty when it counts
     */
    public record Row(
            String id, int row, String template, boolean matched, List<WhyNot> whyNot, List<Check> conditions) {
        public Row {
            whyNot = List.copyOf(whyNot);
            conditions = List.copyOf(conditions);
        }
    }

    /**
     * One condition against one fact.
     *
     * @param condition as the table writes it
     * @param value the fact as text, null when it is missing
     */
    public record Check(
            String column, String condition, @Nullable String value, boolean met) {}
}
