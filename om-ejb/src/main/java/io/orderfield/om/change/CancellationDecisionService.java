package io.orderfield.om.change;

import io.orderfield.kernel.ListQuery;
import io.orderfield.kernel.Refusal;
import io.orderfield.messaging.right.May;
import io.orderfield.messaging.right.Right;
import io.orderfield.om.customerorder.CustomerOrders;
import io.orderfield.om.customerorder.OrderLineItem;
import io.orderfield.om.domainorder.DomainOrders;
import io.orderfield.om.ordering.LineItemService;
import io.orderfield.om.ordering.LineItemView;
import io.orderfield.om.user.CurrentUser;
import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The cancellation of a line item: how far it has come, and the manager's decision where work could not be canceled. */
@Stateless
@May(Right.DECIDE_ORDERS)
public class CancellationDecisionService {
    @Inject
    private CustomerOrders customerOrders;

    @Inject
    private DomainOrders domainOrders;

    @Inject
    private CancellationDecisions decisions;

    @EJB
    private LineItemService items;

    @Inject
    private CurrentUser user;

    /**
     * How far the cancellation of an item has come.
     *
     * @throws Refusal {@code wrong-state} unless it is in progress, NOT_FOUND
     */
    @May(Right.READ_ORDERS)
    public CancellationView find(String lineItem) {
        OrderLineItem item =
                customerOrders.findItem(lineItem).orElseThrow(() -> Refusal.notFound("lineItem", lineItem));
        var order = customerOrders.find(item.orderId()).orElseThrow();
        user.checkSees(order.account(), "lineItem", lineItem);
        return decisions.view(item);
    }

    /**
     * A page of an order's items whose cancellation the manager has to decide about, by number.
     *
     * @param first how many to skip
     * @param max at most so many, 1 to 200
     * @throws Refusal INVALID {@code invalid-page}, NOT_FOUND
     */
    @May(Right.READ_ORDERS)
    public List<CancellationView> undecided(String customerOrder, int first, int max) {
        ListQuery.checkPage(first, max);
        return decisions.views(
                customerOrders.items(domainOrders.undecidedCancellations(seen(customerOrder), first, max)));
    }

    /** How many of them there are. */
    @May(Right.READ_ORDERS)
    public long countUndecided(String customerOrder) {
        return domainOrders.countUndecidedCancellations(seen(customerOrder));
    }

    private UUID seen(String customerOrder) {
        var order =
                customerOrders.find(customerOrder).orElseThrow(() -> Refusal.notFound("customerOrder", customerOrder));
        user.checkSees(order.account(), "customerOrder", customerOrder);
        return order.id();
    }

    /**
     * Cancels the item although some of its work was done, or keeps it.
     *
     * @param reason 1 to 2,000 characters
     * @param expectedRevision the item's revision that the caller saw, null when it does not matter
     * @throws Refusal {@code wrong-state}, {@code cancellation-unanswered} or {@code open-work-orders} with {@code
     *     workOrders}, INVALID, STALE, NOT_FOUND
     */
    public LineItemView decide(
            String lineItem, CancellationDecision decision, String reason, @Nullable Long expectedRevision) {
        decisions.decide(lineItem, decision, reason, expectedRevision, user.name());
        return items.find(lineItem);
    }
}
