package io.orderfield.om.domainorder;

import io.orderfield.kernel.Refusal;
import java.util.List;
import java.util.Map;

/** The refusals of closing. */
final class ClosingRefusals {
    private ClosingRefusals() {}

    /** Something stands against it: {@code open-work-orders} or {@code closing-blocked}, with the blockers. */
    static Refusal blocked(DomainOrder order, List<Blocker> blockers) {
        long workOrders = blockers.stream()
                .filter(b -> b.kind().equals(ClosingGuard.WORK_ORDER))
                .count();
        String what = workOrders == 0
                ? blockers.size() + (blockers.size() == 1 ? " thing stands" : " things stand") + " against it"
                : workOrders + (workOrders == 1 ? " work order is" : " work orders are") + " not closed";
        return new Refusal(
                Refusal.Kind.CONFLICT,
                ClosingGuard.code(blockers),
                "The domain order " + order.number() + " can't be closed: " + what + ".",
                List.of(),
                Map.of("blockers", List.copyOf(blockers)));
    }

    /** Work was not completed, and nobody has said that this is all right. */
    static Refusal notAcknowledged(DomainOrder order, List<WorkOrderLink> incomplete) {
        List<String> numbers = incomplete.stream()
                .map(l -> l.number() == null ? l.template() : l.number())
                .toList();
        return new Refusal(
                Refusal.Kind.CONFLICT,
                "incomplete-work-not-acknowledged",
                "Work of the domain order " + order.number() + " was not completed (" + String.join(", ", numbers)
                        + "): acknowledge it and give a reason.",
                List.of(),
                Map.of("workOrders", numbers));
    }
}
