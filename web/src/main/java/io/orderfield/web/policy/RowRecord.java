package io.orderfield.web.policy;

import io.orderfield.om.policy.PolicyRowView;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A row of the decision table.
 *
 * @param row number, from 1
 * @param conditions cell by column; a blank cell, which matches anything, is left out
 * @param template code of the template of the work order
 * @param priority of the work order; null for that of the line item
 * @param workOrders how many: one, or one per unit
 * @param pointOfNoReturn when its work order takes the line item past the point of no return
 */
@Schema(name = "DecisionTableRow")
public record RowRecord(
        int row,
        Map<String, String> conditions,
        String template,
        @Nullable Integer priority,
        String workOrders,
        String pointOfNoReturn) {

    static RowRecord of(PolicyRowView view) {
        return new RowRecord(
                view.row(),
                view.conditions(),
                view.template(),
                view.priority(),
                view.workOrders(),
                view.pointOfNoReturn());
    }
}
