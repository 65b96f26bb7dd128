package io.orderfield.om.domainorder;

import io.orderfield.kernel.Shared;
import io.orderfield.om.customerorder.LineItemClosed;
import io.orderfield.om.customerorder.OrderLineItem;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;

/**
 * Lets an item follow its domain orders, under the item's lock: two domain orders of one item that end at the same time are
 * counted one after the other. The order is counted after the commit, in a transaction of its own.
 */
@Shared
public class ItemRollUp {
    private final OutsideEvents outside;
    private final Event<LineItemClosed> closed;

    @Inject
    public ItemRollUp(OutsideEvents outside, Event<LineItemClosed> closed) {
        this.outside = outside;
        this.closed = closed;
    }

    /**
     * Ends the item when all of its domain orders have ended.
     *
     * @param item locked
     * @param ofItem every domain order of the item
     */
    public void recount(OrderLineItem item, List<DomainOrder> ofItem, String by, Instant at) {
        if (item.state().isFinal() || !ofItem.stream().allMatch(d -> d.state().isFinal())) {
            return;
        }
        item.rollUp(
                ofItem.stream().allMatch(d -> d.state() == DomainOrderState.CANCELED),
                ofItem.stream().anyMatch(d -> d.state() == DomainOrderState.CLOSED_INCOMPLETE),
                at);
        outside.lineItemChanged(item, ofItem.get(0), at);
        closed.fire(new LineItemClosed(item.orderId(), item.id(), by));
    }
}
