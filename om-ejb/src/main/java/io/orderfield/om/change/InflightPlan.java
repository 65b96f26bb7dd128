package io.orderfield.om.change;

import io.orderfield.kernel.Refusal;
import io.orderfield.messaging.contract.FieldChange;
import io.orderfield.om.domainorder.DomainOrder;
import io.orderfield.om.domainorder.ItemFacts;
import io.orderfield.om.domainorder.WorkOrderLinks;
import io.orderfield.om.plan.PlanStep;
import io.orderfield.om.plan.PlanStep.Create;
import io.orderfield.om.plan.PlanStep.Nothing;
import io.orderfield.om.plan.WantedWork;
import io.orderfield.om.policy.Policies;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a change of an item does to the work of its domain orders, each decided with the table version and the decision date
 * of its approval. The change and its preview use it alike.
 */
final class InflightPlan {
    private final Map<DomainOrder, List<PlanStep>> stepsByOrder = new LinkedHashMap<>();

    /**
     * Plans the change.
     *
     * @param item the item after the change
     * @param differences what the change changes, as {@link io.orderfield.om.customerorder.LineItemRevised} has it
     * @throws Refusal {@code domain-order-closed} when it would need work under a domain order that is closed, with the
     *     numbers; {@code too-many-work-orders}
     */
    InflightPlan(
            List<DomainOrder> ofItem,
            WorkOrderLinks links,
            ItemFacts item,
            List<FieldChange> differences,
            Policies policies,
            Planner planner) {
        List<WantedWork> wantedOfItem = new ArrayList<>();
        List<String> closed = new ArrayList<>();
        for (DomainOrder order : ofItem) {
            List<WantedWork> wanted = planner.wanted(
                    order, item, policies.version(order.decision().tableVersion()));
            List<PlanStep> steps = planner.plan(order, item, wanted, links.of(order));
            wantedOfItem.addAll(wanted);
            if (order.takesWork()) {
                stepsByOrder.put(order, steps);
            } else if (needsWork(steps, differences)) {
                closed.add(order.number());
            }
        }
        Planner.checkNumber(item.number(), wantedOfItem);
        if (!closed.isEmpty()) {
            throw Refusal.conflict("domain-order-closed.change")
                    .with("closed", closed)
                    .showing("domainOrders", List.copyOf(closed));
        }
    }

    /** The steps of each domain order that takes work, by number. */
    Map<DomainOrder, List<PlanStep>> stepsByOrder() {
        return stepsByOrder;
    }

    /** Closed work that a change leaves as it was done. */
    static List<Nothing> closedWorkLeftBehind(List<PlanStep> steps) {
        return steps.stream()
                .filter(Nothing.class::isInstance)
                .map(Nothing.class::cast)
                .filter(n ->
                        n.existing().state().isClosedByWork() && !n.changes().isEmpty())
                .toList();
    }

    /** Whether the change makes done work wrong, and not only its appointment or its words. */
    static boolean changesWhatIsBuilt(List<FieldChange> differences) {
        return differences.stream()
                .anyMatch(d -> d.field().equals("quantity") || d.field().startsWith("characteristics."));
    }

    private static boolean needsWork(List<PlanStep> steps, List<FieldChange> differences) {
        return steps.stream().anyMatch(Create.class::isInstance)
                || (changesWhatIsBuilt(differences)
                        && !closedWorkLeftBehind(steps).isEmpty());
    }
}
