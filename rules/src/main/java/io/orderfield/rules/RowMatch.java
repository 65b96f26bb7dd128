package io.orderfield.rules;

import org.jspecify.annotations.Nullable;

/**
 * A row that matched, with what it wants; kept as the provenance of the work orders made from it.
 *
 * @param row number of the row, from 1
 * @param template code of the work order template
 * @param priorityOverride 1 (critical) to 4 (low), or null for the item's own priority
 * @param workOrders how many work orders
 * @param pointOfNoReturn when such a work order takes the item past the point of no return
 */
public record RowMatch(
        int row,
        String template,
        @Nullable Integer priorityOverride,
        WorkOrderNumber workOrders,
        PointOfNoReturnTrigger pointOfNoReturn) {

    static RowMatch of(PolicyRow row) {
        return new RowMatch(
                row.number(), row.template(), row.priorityOverride(), row.workOrders(), row.pointOfNoReturn());
    }
}
