package io.orderfield.om.policy;

import io.orderfield.rules.RowMatch;
import io.orderfield.rules.TableRow;
import io.orderfield.rules.TableShape;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One row of a version as it is written.
 *
 * @param id stays with the row over moves and versions
 * @param row number of the row, from 1
 * @param conditions text of each condition by column; columns that are blank are missing
 * @param results text of each result by column, as it counts; what is blank and means nothing is missing
 * @param active false for a row that is kept and doesn't count
 * @param validFrom first decision date on which it counts, null when it always has
 * @param validTo last decision date on which it counts, null when it always will
 * @param template of the work order policy alone: the code of the work order template
 * @param priority of the work order policy alone: priority of the work order instead of the item's, null keeps the item's
 * @param workOrders of the work order policy alone: {@code one} or {@code one per unit}
 * @param pointOfNoReturn of the work order policy alone: {@code never}, {@code on assignment}, {@code on acceptance} or
 *     {@code on work start}
 */
public record DecisionTableRowView(
        String id,
        int row,
        Map<String, String> conditions,
        Map<String, String> results,
        String note,
        boolean active,
        @Nullable LocalDate validFrom,
        @Nullable LocalDate validTo,
        @Nullable String template,
        @Nullable Integer priority,
        @Nullable String workOrders,
        @Nullable String pointOfNoReturn) {

    static DecisionTableRowView of(TableShape shape, TableRow row) {
        Map<String, String> conditions = new LinkedHashMap<>();
        row.conditions().forEach((column, condition) -> conditions.put(column, condition.text()));
        RowMatch wants = shape.equals(TableShape.WORK_ORDER_POLICY) ? RowMatch.of(row) : null;
        return new DecisionTableRowView(
                row.id(),
                row.number(),
                conditions,
                row.results(),
                row.note(),
                row.active(),
                row.validFrom(),
                row.validTo(),
                wants == null ? null : wants.template(),
                wants == null ? null : wants.priorityOverride(),
                wants == null ? null : wants.workOrders().cellText(),
                wants == null ? null : wants.pointOfNoReturn().cellText());
    }
}
