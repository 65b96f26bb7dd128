package io.orderfield.om.policy;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One row of the policy as it is written.
 *
 * @param row number of the row, from 1
 * @param conditions text of each condition by column; columns that are blank are missing
 * @param priority priority of the work order instead of the item's, null keeps the item's
 * @param workOrders {@code one} or {@code one per unit}
 * @param pointOfNoReturn {@code never}, {@code on assignment}, {@code on acceptance} or {@code on work start}
 */
public record PolicyRowView(
        int row,
        Map<String, String> conditions,
        String template,
        @Nullable Integer priority,
        String workOrders,
        String pointOfNoReturn) {}
