package io.orderfield.web.domainorder;

import io.orderfield.om.domainorder.DecisionView;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Why a domain order has the work orders that it has: the decision as it was made.
 *
 * @param tableVersion version of the decision table that decided
 * @param decisionDate local date at the location from which lead days count
 * @param facts what the table was asked, by column; null where the fact is missing
 * @param wanted what the matching rows want; empty when no row matches
 * @param rows how many rows the table has
 * @param matching numbers of the rows that match
 */
@Schema(name = "Decision")
public record DecisionRecord(
        String domainOrder,
        int tableVersion,
        LocalDate decisionDate,
        Map<String, @Nullable String> facts,
        List<WantedRecord> wanted,
        int rows,
        List<Integer> matching) {

    /**
     * What is wanted of one template.
     *
     * @param number how many work orders
     * @param rows the rows that want it: the first decided, the others wanted the same template
     * @param workOrders the plan's work orders of the template that are there
     */
    @Schema(name = "WantedWork")
    public record WantedRecord(
            String template,
            int number,
            boolean perUnit,
            @Nullable Integer priorityOverride,
            String pointOfNoReturn,
            List<Integer> rows,
            List<WorkOrderLinkRecord> workOrders) {}

    /**
     * One row of the table against the facts.
     *
     * @param row number of the row, from 1
     * @param template code of the template that it wants
     * @param matched whether all conditions are met
     */
    @Schema(name = "DecisionRow")
    public record DecisionRowRecord(int row, String template, boolean matched, List<CheckRecord> conditions) {
        static DecisionRowRecord of(DecisionView.Row row) {
            return new DecisionRowRecord(
                    row.row(),
                    row.template(),
                    row.matched(),
                    row.conditions().stream()
                            .map(c -> new CheckRecord(c.column(), c.condition(), c.value(), c.met()))
                            .toList());
        }
    }

    /**
     * One condition against one fact.
     *
     * @param condition as the table writes it
     * @param value the fact, null when it is missing
     */
    @Schema(name = "DecisionCheck")
    public record CheckRecord(
            String column, String condition, @Nullable String value, boolean met) {}

    static DecisionRecord of(DecisionView view) {
        return new DecisionRecord(
                view.domainOrder(),
                view.tableVersion(),
                view.decisionDate(),
                view.facts(),
                view.wanted().stream().map(DecisionRecord::of).toList(),
                view.rows(),
                view.matching());
    }

    private static WantedRecord of(DecisionView.Wanted wanted) {
        return new WantedRecord(
                wanted.template(),
                wanted.number(),
                wanted.perUnit(),
                wanted.priorityOverride(),
                wanted.pointOfNoReturn(),
                wanted.rows(),
                wanted.workOrders().stream().map(WorkOrderLinkRecord::of).toList());
    }
}
