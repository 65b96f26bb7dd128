package io.orderfield.om.domainorder;

import io.orderfield.messaging.contract.FollowUpWish;
import io.orderfield.om.catalog.Catalog;
import io.orderfield.om.customerorder.CustomerOrders;
import io.orderfield.om.customerorder.OrderLineItem;
import io.orderfield.om.fallout.Fallouts;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;

/**
 * Decides about further work that Field Service wants: an open domain order gets it, any other has its wish declined, with
 * a note and a fallout. Past the point of no return it is possible as well. Each wish is decided once.
 */
@ApplicationScoped
class FollowUps {
    @Inject
    private CustomerOrders customerOrders;

    @Inject
    private DomainOrders orders;

    @Inject
    private Catalog catalog;

    @Inject
    private WorkOrderDesk desk;

    @Inject
    private Activity activity;

    @Inject
    private Fallouts fallouts;

    protected FollowUps() {
        // for CDI
    }

    FollowUps(
            CustomerOrders customerOrders,
            DomainOrders orders,
            Catalog catalog,
            WorkOrderDesk desk,
            Activity activity,
            Fallouts fallouts) {
        this.customerOrders = customerOrders;
        this.orders = orders;
        this.catalog = catalog;
        this.desk = desk;
        this.activity = activity;
        this.fallouts = fallouts;
    }

    /** Takes a wish in; item and domain order are locked. */
    void take(FollowUpWish wanted, WorkOrderLink link, DomainOrder order, OrderLineItem item, Instant at) {
        if (orders.wish(wanted.wishId()).isPresent()) {
            return;
        }
        FollowUp wish = new FollowUp(order.id(), link.key(), wanted, at);
        orders.add(wish);
        if (order.takesWork()) {
            create(wish, order, item, at);
        } else {
            decline(wish, link, order, at);
        }
    }

    private void create(FollowUp wish, DomainOrder order, OrderLineItem item, Instant at) {
        ItemFacts facts = ItemFacts.of(customerOrders.find(item.orderId()).orElseThrow(), item);
        CustomerInformation information = CustomerInformation.of(catalog, List.of(facts));
        WorkOrderData data = WorkOrderDescription.of(
                facts,
                information.specification(order.specification()),
                order.quantity(),
                false,
                wish.template(),
                null,
                order.state() == DomainOrderState.ON_HOLD,
                information);
        wish.create(at);
        desk.create(WorkOrderLink.followUp(order, wish, data, at), order, item.version(), Activity.SYSTEM, at);
    }

    private void decline(FollowUp wish, WorkOrderLink link, DomainOrder order, Instant at) {
        wish.decline(at);
        String text = "Field Service wants further work (" + wish.template() + ") but the domain order takes"
                + " no more work.";
        activity.bySystem(order, "follow-up-declined", link, List.of(), text, at);
        fallouts.raise(DomainOrderFallouts.about(
                "follow-up-declined", order, link, text + " If the work is needed, order it anew."));
    }
}
