package io.orderfield.om.domainorder;

import io.orderfield.kernel.ListQuery;
import io.orderfield.kernel.Refusal;
import io.orderfield.messaging.right.May;
import io.orderfield.messaging.right.Right;
import io.orderfield.om.customerorder.CustomerOrders;
import io.orderfield.om.user.CurrentUser;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads domain orders. Those of another partner's account are not found. */
@Stateless
@May(Right.READ_ORDERS)
public class DomainOrderService {
    @Inject
    private DomainOrders orders;

    @Inject
    private ReceivedEntries received;

    @Inject
    private CustomerOrders customerOrders;

    @Inject
    private DomainOrderViews views;

    @Inject
    private CurrentUser user;

    /** A domain order with its work orders. */
    @May(value = Right.READ_ORDERS, hidden = true)
    public DomainOrderView find(String number) {
        return views.view(user, seen(number));
    }

    /**
     * A page of domain orders.
     *
     * @param first how many to skip
     * @param max at most so many, 1 to 200
     */
    public List<DomainOrderSummary> list(DomainOrderFilter filter, int first, int max) {
        ListQuery.checkPage(first, max);
        return views.summaries(orders.list(filter, user.ownAccount(), first, max));
    }

    /** How many domain orders the filter matches. */
    public long count(DomainOrderFilter filter) {
        return orders.count(filter, user.ownAccount());
    }

    /**
     * Photos and documents of the domain order's work, oldest first: what they are and where. Field Service hands out the
     * content, to those who see the work order there.
     *
     * @param first how many to skip
     * @param max at most so many, 1 to 200
     */
    public List<WorkOrderAttachmentView> attachments(String number, int first, int max) {
        ListQuery.checkPage(first, max);
        return received.attachments(seen(number).id(), first, max).stream()
                .map(WorkOrderAttachment::view)
                .toList();
    }

    /** How many of them there are. */
    public long countAttachments(String number) {
        return received.countAttachments(seen(number).id());
    }

    private DomainOrder seen(String number) {
        return orders.seenBy(user, number);
    }

    /** How many domain orders are in each state, by name of the state. */
    public Map<String, Long> countByState() {
        Map<String, Long> counts = new LinkedHashMap<>();
        orders.countByState(user.ownAccount()).forEach((state, count) -> counts.put(state.name(), count));
        return counts;
    }

    /** Every domain order of a customer order, by line item, wholes before parts. Empty before the approval. */
    public List<DomainOrderView> ofCustomerOrder(String orderNumber) {
        var order = customerOrders.find(orderNumber).orElseThrow(() -> Refusal.notFound("customerOrder", orderNumber));
        user.checkSees(order.account(), "customerOrder", orderNumber);
        return views.views(user, orders.ofCustomerOrder(orderNumber));
    }

    /**
     * Every domain order of some line items of a customer order, by line item, wholes before parts.
     *
     * @param lineItems numbers of at most 200 of its items; others are not looked at
     */
    public List<DomainOrderView> ofLineItems(String orderNumber, Collection<String> lineItems) {
        if (lineItems.size() > 200) {
            throw Refusal.invalid("too-many-line-items.atOnce");
        }
        var order = customerOrders.find(orderNumber).orElseThrow(() -> Refusal.notFound("customerOrder", orderNumber));
        user.checkSees(order.account(), "customerOrder", orderNumber);
        return views.views(user, orders.ofLineItems(orderNumber, lineItems));
    }
}
