package io.orderfield.om.closing;

import io.orderfield.kernel.Refusal;
import io.orderfield.om.domainorder.DomainOrder;
import io.orderfield.om.domainorder.WorkOrderLink;
import java.util.List;

/** The refusals of closing. */
final class ClosingRefusals {
    private ClosingRefusals() {}

    /** Something stands against it: {@code open-work-orders} or {@code closing-blocked}, with the blockers. */
    static Refusal blocked(DomainOrder order, List<Blocker> blockers) {
        long workOrders = blockers.stream()
                .filter(b -> b.kind().equals(ClosingGuard.WORK_ORDER))
                .count();
        int all = blockers.size();
        Refusal refusal = workOrders == 0
                ? all == 1
                        ? Refusal.conflict("closing-blocked.one").with("number", order.number())
                        : Refusal.conflict("closing-blocked")
                                .with("number", order.number())
                                .with("count", all)
                : workOrders == 1
                        ? Refusal.conflict("open-work-orders.one").with("number", order.number())
                        : Refusal.conflict("open-work-orders")
                                .with("number", order.number())
                                .with("count", workOrders);
        return refusal.showing("blockers", List.copyOf(blockers));
    }

    /** Work was not completed, and nobody has said that this is all right. */
    static Refusal notAcknowledged(DomainOrder order, List<WorkOrderLink> incomplete) {
        List<String> numbers = incomplete.stream()
                .map(l -> l.number() == null ? l.template() : l.number())
                .toList();
        return Refusal.conflict("incomplete-work-not-acknowledged")
                .with("number", order.number())
                .with("numbers", numbers)
                .showing("workOrders", numbers);
    }
}
