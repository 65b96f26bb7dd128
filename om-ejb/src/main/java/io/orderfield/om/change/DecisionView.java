package io.orderfield.om.change;

import io.orderfield.om.domainorder.WorkOrderLinkView;
import io.orderfield.rules.RowExplanation.WhyNot;
import java.time.LocalDate;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Why a domain order has the work orders that it has: the decision as it was made.
 *
 * @param table code of the decision table
 * @param tableVersion version of it that decided
 * @param decisionDate local date at the location from which lead days count
 * @param facts what the table was asked, by column; null where the fact is missing
 * @param wanted what the matching rows want, in the order of the deciding rows; empty when no row matches
 * @param rows how many rows the table has
 * @param matching numbers of the rows that match
 * @param decided every work order that a row of the table has wanted, whichever version decided and whatever became of it
 */
public record DecisionView(
        String domainOrder,
        String table,
        int tableVersion,
        LocalDate decisionDate,
        Map<String, @Nullable String> facts,
        List<Wanted> wanted,
        int rows,
        List<Integer> matching,
        List<Decided> decided) {
    public DecisionView {
        facts = Collections.unmodifiableMap(new LinkedHashMap<>(facts));
        wanted = List.copyOf(wanted);
        matching = List.copyOf(matching);
        decided = List.copyOf(decided);
    }

    /**
     * What is wanted of one template.
     *
     * @param number how many work orders
     * @param perUnit whether each stands for one unit of the quantity
     * @param pointOfNoReturn when one of them takes the item past the point of no return
     * @param rows the rows that want it: the first decided, the others wanted the same template
     * @param rowIds their ids, which they have in every version
     * @param workOrders the plan's work orders of the template that are there
     */
    public record Wanted(
            String template,
            int number,
            boolean perUnit,
            @Nullable Integer priorityOverride,
            String pointOfNoReturn,
            List<Integer> rows,
            List<String> rowIds,
            List<WorkOrderLinkView> workOrders) {
        public Wanted {
            rows = List.copyOf(rows);
            rowIds = List.copyOf(rowIds);
            workOrders = List.copyOf(workOrders);
        }
    }

    /**
     * A work order with the rows that it comes from.
     *
     * @param key the work order's identity on both sides
     * @param number null until Field Service has confirmed it
     * @param tableVersion the version that wanted it last, which may have been superseded since
     * @param rows numbers of the rows in that version: the first decided, the others wanted the same template
     * @param rowIds their ids, which they have in every version
     */
    public record Decided(
            UUID key,
            @Nullable String number,
            String template,
            String state,
            int tableVersion,
            List<Integer> rows,
            List<String> rowIds) {
        public Decided {
            rows = List.copyOf(rows);
            rowIds = List.copyOf(rowIds);
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
