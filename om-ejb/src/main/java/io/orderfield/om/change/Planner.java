package io.orderfield.om.change;

import io.orderfield.kernel.Refusal;
import io.orderfield.om.catalog.LocationView;
import io.orderfield.om.domainorder.DomainOrder;
import io.orderfield.om.domainorder.ItemFacts;
import io.orderfield.om.domainorder.WorkOrderLink;
import io.orderfield.om.plan.PlanStep;
import io.orderfield.om.plan.WantedWork;
import io.orderfield.om.plan.WorkOrderData;
import io.orderfield.om.plan.WorkOrderPlan;
import io.orderfield.rules.PolicyFacts;
import io.orderfield.rules.WorkOrderPolicy;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Asks the decision table what the domain orders of an item want, and plans the way there. It changes nothing. */
final class Planner {
    /** Most work orders that one line item may want. */
    static final int MOST_OF_ITEM = 200;

    private final CustomerInformation information;

    Planner(CustomerInformation information) {
        this.information = information;
    }

    /**
     * What the table wants for a domain order as it was approved: only what the item says is read anew.
     *
     * @param item as it is, or as a change would make it
     * @param policy the version of the domain order
     */
    List<WantedWork> wanted(DomainOrder order, ItemFacts item, WorkOrderPolicy policy) {
        return wanted(order, facts(order, item), policy);
    }

    /** What the table wants for these facts, on the day of the domain order's decision. */
    static List<WantedWork> wanted(DomainOrder order, PolicyFacts facts, WorkOrderPolicy policy) {
        return WantedWork.of(policy.decide(facts, order.decision().date()), facts.quantity());
    }

    /** The steps from the links to what is wanted. */
    List<PlanStep> plan(DomainOrder order, ItemFacts item, List<WantedWork> wanted, List<WorkOrderLink> links) {
        return WorkOrderPlan.steps(
                wanted,
                links.stream().map(WorkOrderLink::existing).toList(),
                (template, work) -> data(order, item, template, work));
    }

    /** Refuses an item that wants too many work orders. */
    static void checkNumber(String item, List<WantedWork> wantedOfItem) {
        long number = wantedOfItem.stream().mapToLong(WantedWork::number).sum();
        if (number > MOST_OF_ITEM) {
            throw Refusal.conflict("too-many-work-orders")
                    .with("item", item)
                    .with("number", number)
                    .with("most", MOST_OF_ITEM);
        }
    }

    /** The data that one work order of the domain order is to have. */
    WorkOrderData data(DomainOrder order, ItemFacts item, String template, @Nullable WantedWork work) {
        return WorkOrderDescription.of(order, item, order.quantityFor(item.quantity()), template, work, information);
    }

    /**
     * What the table is asked for a domain order: for its approval, and for every change after it. A change evaluates with the
     * <em>decision date</em> of the approval, from which lead days count, and with region, country and segment as they were
     * decided on, whatever was corrected since; quantity, priority, requested date and characteristics are read anew, from the
     * item. A decision of before the facts were kept has the customer's facts of today.
     */
    PolicyFacts facts(DomainOrder order, ItemFacts item) {
        PolicyFacts kept = order.decision().facts();
        return kept == null
                ? factsOfToday(order, item)
                : item.asked(order, kept.region(), kept.country(), kept.segment());
    }

    /** What the table is asked when the work is planned again: the customer's facts are those of today as well. */
    PolicyFacts factsOfToday(DomainOrder order, ItemFacts item) {
        LocationView location = information.location(item.location());
        return item.asked(
                order,
                location.region(),
                location.country(),
                information.account(item.account()).segment());
    }
}
