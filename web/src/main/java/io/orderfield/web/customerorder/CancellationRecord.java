package io.orderfield.web.customerorder;

import io.orderfield.om.domainorder.CancellationView;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * How far the cancellation of a line item has come.
 *
 * @param decidable whether the manager may decide: everything is answered, and something could not be canceled
 * @param awaited work orders for which Field Service has not answered yet
 * @param refused work orders that were not canceled: their work was done, or Field Service refused
 */
@Schema(name = "Cancellation")
public record CancellationRecord(
        String lineItem,
        @Nullable String reason,
        boolean decidable,
        List<WorkRecord> awaited,
        List<WorkRecord> refused) {

    /**
     * One work order.
     *
     * @param workOrder its number, null while it has none
     * @param template code of the template
     */
    @Schema(name = "CancellationWork")
    public record WorkRecord(String domainOrder, @Nullable String workOrder, String template, String state) {}

    static CancellationRecord of(CancellationView view) {
        return new CancellationRecord(
                view.lineItem(), view.reason(), view.decidable(), work(view.awaited()), work(view.refused()));
    }

    private static List<WorkRecord> work(List<CancellationView.CancellationWork> work) {
        return work.stream()
                .map(w -> new WorkRecord(w.domainOrder(), w.workOrder(), w.template(), w.state()))
                .toList();
    }
}
