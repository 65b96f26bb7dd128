package io.orderfield.rules;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One row of the table: when all its conditions are met, the domain order needs work orders of its template.
 *
 * @param number position of the row, from 1
 * @param conditions condition by column header; a column that is absent was blank and matches everything
 * @param template code of the work order template
 * @param priorityOverride priority of the work order, 1 (critical) to 4 (low), instead of the item's; null keeps the
 *     item's
 * @param workOrders how many work orders
 * @param pointOfNoReturn when such a work order takes the item past the point of no return
 */
public record PolicyRow(
        int number,
        Map<String, Condition> conditions,
        String template,
        @Nullable Integer priorityOverride,
        WorkOrderNumber workOrders,
        PointOfNoReturnTrigger pointOfNoReturn) {

    /** @throws IllegalArgumentException for a number below 1, a blank template or a priority outside 1 to 4 */
    public PolicyRow {
        if (number < 1) {
            throw new IllegalArgumentException("rows are numbered from 1, not " + number);
        }
        if (template.isBlank()) {
            throw new IllegalArgumentException("row " + number + " names no template");
        }
        if (priorityOverride != null && (priorityOverride < 1 || priorityOverride > 4)) {
            throw new IllegalArgumentException("priority is 1 to 4, not " + priorityOverride);
        }
        conditions = Collections.unmodifiableMap(new LinkedHashMap<>(conditions));
    }
}
