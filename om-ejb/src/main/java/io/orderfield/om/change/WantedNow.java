package io.orderfield.om.change;

import io.orderfield.kernel.Refusal;
import io.orderfield.kernel.Shared;
import io.orderfield.om.catalog.Catalog;
import io.orderfield.om.customerorder.CustomerOrders;
import io.orderfield.om.customerorder.OrderLineItem;
import io.orderfield.om.domainorder.DomainOrder;
import io.orderfield.om.domainorder.ItemFacts;
import io.orderfield.om.domainorder.WorkOrderLink;
import io.orderfield.om.plan.LinkOrigin;
import io.orderfield.om.plan.WantedWork;
import io.orderfield.om.plan.WorkOrderData;
import io.orderfield.om.policy.Policies;
import jakarta.inject.Inject;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What an existing work order is to be as its item and the customer are now; both may have changed since it was asked for. */
@Shared
public class WantedNow {
    private final CustomerOrders customerOrders;
    private final Catalog catalog;
    private final Policies policies;

    @Inject
    public WantedNow(CustomerOrders customerOrders, Catalog catalog, Policies policies) {
        this.customerOrders = customerOrders;
        this.catalog = catalog;
        this.policies = policies;
    }

    /**
     * The data that it is to have.
     *
     * @throws Refusal {@code domain-order-closed}, or {@code nothing-to-retry} when no row of the table wants it any more
     */
    WorkOrderData data(WorkOrderLink link, DomainOrder order, OrderLineItem item) {
        order.checkTakesWork();
        ItemFacts facts = facts(item);
        Planner planner = new Planner(CustomerInformation.of(catalog, List.of(facts)));
        WantedWork work = link.origin() == LinkOrigin.PLAN ? wantedWork(planner, link, order, facts) : null;
        if (link.origin() == LinkOrigin.PLAN && work == null) {
            throw Refusal.conflict("nothing-to-retry").with("template", link.template());
        }
        return planner.data(order, facts, link.template(), work);
    }

    /** Whether the plan wants it; what a person asked for is always wanted. */
    boolean isWanted(WorkOrderLink link, DomainOrder order, OrderLineItem item) {
        ItemFacts facts = facts(item);
        Planner planner = new Planner(CustomerInformation.of(catalog, List.of(facts)));
        return link.origin() != LinkOrigin.PLAN || wantedWork(planner, link, order, facts) != null;
    }

    private @Nullable WantedWork wantedWork(Planner planner, WorkOrderLink link, DomainOrder order, ItemFacts facts) {
        return planner.wanted(order, facts, policies.version(order.decision().tableVersion())).stream()
                .filter(w -> w.template().equals(link.template()) && link.occurrence() <= w.number())
                .findFirst()
                .orElse(null);
    }

    private ItemFacts facts(OrderLineItem item) {
        return ItemFacts.of(customerOrders.find(item.orderId()).orElseThrow(), item);
    }
}
