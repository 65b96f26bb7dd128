package io.orderfield.rules;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A row that matched, with what it wants; kept as the provenance of the work orders made from it.
 *
 * @param id of the row
 * @param row number of the row in its version, from 1
 * @param template code of the work order template
 * @param priorityOverride 1 (critical) to 4 (low), or null for the item's own priority
 * @param workOrders how many work orders
 * @param pointOfNoReturn when such a work order takes the item past the point of no return
 */
public record RowMatch(
        String id,
        int row,
        String template,
        @Nullable Integer priorityOverride,
        WorkOrderNumber workOrders,
        PointOfNoReturnTrigger pointOfNoReturn) {

    /** Header of the column of the template's code. */
    public static final String TEMPLATE = "template";

    static final String PRIORITY_OVERRIDE = "priorityOverride";
    static final String WORK_ORDERS = "workOrders";

    /** Header of the column of the trigger. */
    public static final String POINT_OF_NO_RETURN = "pointOfNoReturn";

    /**
     * What a row of the {@link TableShape#WORK_ORDER_POLICY} wants.
     *
     * @throws IllegalArgumentException when its results can't be read
     */
    public static RowMatch of(TableRow row) {
        String priority = row.result(PRIORITY_OVERRIDE);
        return new RowMatch(
                row.id(),
                row.number(),
                row.result(TEMPLATE),
                priority.isEmpty() ? null : Integer.valueOf(priority),
                choice(row.result(WORK_ORDERS), WorkOrderNumber.values(), WorkOrderNumber.ONE),
                choice(row.result(POINT_OF_NO_RETURN), PointOfNoReturnTrigger.values(), PointOfNoReturnTrigger.NEVER));
    }

    private static <T extends ResultChoice> T choice(String text, T[] choices, T whenBlank) {
        return text.isEmpty()
                ? whenBlank
                : Arrays.stream(choices)
                        .filter(choice -> choice.cellText().equals(text))
                        .findFirst()
                        .orElseThrow(() -> new IllegalArgumentException("'" + text + "' is no choice"));
    }
}
