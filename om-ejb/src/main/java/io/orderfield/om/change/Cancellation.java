package io.orderfield.om.change;

import io.orderfield.kernel.Shared;
import io.orderfield.om.customerorder.CustomerOrders;
import io.orderfield.om.customerorder.LineItemCancellationRequested;
import io.orderfield.om.customerorder.OrderLineItem;
import io.orderfield.om.customerorder.OrderState;
import io.orderfield.om.domainorder.Activity;
import io.orderfield.om.domainorder.DomainOrder;
import io.orderfield.om.domainorder.DomainOrders;
import io.orderfield.om.domainorder.ItemRollUp;
import io.orderfield.om.domainorder.OutsideEvents;
import io.orderfield.om.domainorder.WorkOrderLink;
import io.orderfield.om.domainorder.WorkOrderLinks;
import io.orderfield.om.domainorder.WorkOrderRequester;
import io.orderfield.om.plan.WorkOrderPlan;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;

/**
 * Cancels the work of an item: asks Field Service for every open work order, and ends the item when the last answer is in
 * and none was a refusal. A refusal leaves the whole item waiting, so that a manager can still choose to keep it.
 */
@Shared
public class Cancellation {
    private final CustomerOrders customerOrders;
    private final DomainOrders orders;
    private final WorkOrderRequester requester;
    private final FollowUps followUps;
    private final Activity activity;
    private final OutsideEvents outside;
    private final ItemRollUp rollUp;
    private final Clock clock;

    @Inject
    public Cancellation(
            CustomerOrders customerOrders,
            DomainOrders orders,
            WorkOrderRequester requester,
            FollowUps followUps,
            Activity activity,
            OutsideEvents outside,
            ItemRollUp rollUp,
            Clock clock) {
        this.customerOrders = customerOrders;
        this.orders = orders;
        this.requester = requester;
        this.followUps = followUps;
        this.activity = activity;
        this.outside = outside;
        this.rollUp = rollUp;
        this.clock = clock;
    }

    public void requested(@Observes LineItemCancellationRequested requested) {
        Instant at = clock.instant();
        OrderLineItem item = customerOrders.items(List.of(requested.itemId())).get(0);
        List<DomainOrder> ofItem = orders.lockOfItems(List.of(item.id()));
        WorkOrderLinks links = orders.links(ofItem.stream().map(DomainOrder::id).toList());
        for (DomainOrder order : ofItem) {
            if (order.state().isFinal()) {
                continue;
            }
            order.cancel(at);
            activity.byPerson(order, "cancellation-requested", requested.by(), List.of(), requested.reason(), at);
            followUps.declineAll(order, at);
            List<WorkOrderLink> ofOrder = links.of(order);
            requester.take(
                    WorkOrderPlan.stepsToNothing(
                            ofOrder.stream().map(WorkOrderLink::existing).toList()),
                    order,
                    ofOrder,
                    item.version(),
                    requested.reason(),
                    requested.by(),
                    at);
            outside.domainOrderStateChanged(order, at);
            activity.announce(order);
        }
        finishIfAnswered(item, ofItem, links.all(), requested.by(), at);
    }

    /**
     * Ends the cancellation of an item when nothing is left to wait for.
     *
     * @param item locked
     * @param ofItem every domain order of the item, locked
     * @param links of all of them
     */
    public void finishIfAnswered(
            OrderLineItem item,
            List<DomainOrder> ofItem,
            Collection<List<WorkOrderLink>> links,
            String by,
            Instant at) {
        if (item.state() != OrderState.CANCELLATION_IN_PROGRESS
                || links.stream().flatMap(List::stream).anyMatch(l -> l.isOpen() || l.isCancelRefused())) {
            return;
        }
        for (DomainOrder order : ofItem) {
            if (!order.state().isFinal()) {
                order.finishCancellation(at);
                activity.bySystem(order, "canceled", null, List.of(), null, at);
                outside.domainOrderStateChanged(order, at);
                activity.announce(order);
            }
        }
        rollUp.recount(item, ofItem, by, at);
    }
}
