package io.orderfield.om.change;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How far the cancellation of a line item has come.
 *
 * @param reason why it is being canceled
 * @param decidable whether the manager may decide: Field Service has answered everything, and something could not be canceled
 * @param awaited work orders for which Field Service has not answered yet
 * @param refused work orders that were not canceled: their work was done, or Field Service refused
 */
public record CancellationView(
        String lineItem,
        @Nullable String reason,
        boolean decidable,
        List<CancellationWork> awaited,
        List<CancellationWork> refused) {
    public CancellationView {
        awaited = List.copyOf(awaited);
        refused = List.copyOf(refused);
    }

    /**
     * One work order of the item.
     *
     * @param workOrder its number, null while it has none
     * @param template code of the template
     * @param state its last known state
     */
    public record CancellationWork(
            String domainOrder, @Nullable String workOrder, String template, String state) {}
}
