package io.orderfield.om.domainorder;

import io.orderfield.kernel.ListQuery;
import io.orderfield.kernel.Refusal;
import io.orderfield.messaging.right.May;
import io.orderfield.messaging.right.Right;
import io.orderfield.om.customerorder.CustomerOrders;
import io.orderfield.om.customerorder.LineItemRevision;
import io.orderfield.om.user.CurrentUser;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reads and explains domain orders, holds and plans them again, creates work orders by hand. Those of another partner's account are not found. */
@Stateless
@May(Right.READ_ORDERS)
public class DomainOrderService {
    private static final String WHAT = "domainOrder";

    @Inject
    private DomainOrders orders;

    @Inject
    private CustomerOrders customerOrders;

    @Inject
    private DomainOrderViews views;

    @Inject
    private ImpactPreview preview;

    @Inject
    private ByHand byHand;

    @Inject
    private Hold hold;

    @Inject
    private Replanning replanning;

    @Inject
    private RefusedWork refused;

    @Inject
    private DecisionExplanation explanation;

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
        checkPage(first, max);
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
        checkPage(first, max);
        return orders.attachments(seen(number).id(), first, max).stream()
                .map(WorkOrderAttachment::view)
                .toList();
    }

    /** How many of them there are. */
    public long countAttachments(String number) {
        return orders.countAttachments(seen(number).id());
    }

    private DomainOrder seen(String number) {
        DomainOrder order = orders.find(number).orElseThrow(() -> Refusal.notFound(WHAT, number));
        user.checkSees(order.account(), WHAT, number);
        return order;
    }

    private static void checkPage(int first, int max) {
        ListQuery.checkPage(first, max);
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

    /**
     * What a change of an item in progress would do to its work orders. Refuses what the change itself would refuse.
     *
     * @throws Refusal {@code past-point-of-no-return}, {@code wrong-state}, {@code domain-order-closed}, INVALID, NOT_FOUND
     */
    @May(Right.WRITE_ORDERS)
    public ImpactView impact(String lineItem, LineItemRevision revision) {
        return preview.impact(user, lineItem, revision);
    }

    /** Why a domain order has its work orders: the table's version, the facts that were decided on, and the rows. */
    public DecisionView decision(String number) {
        DomainOrder order = seen(number);
        return explanation.decision(order, views.view(user, order).workOrders());
    }

    /**
     * Every row of the table against the facts that were decided on: why a row matched, or on which condition it did not.
     * The rows that match come first, then those that come closest.
     *
     * @param template only rows that want this template; null for all
     */
    public List<DecisionView.Row> decisionRows(String number, @Nullable String template) {
        return explanation.rows(seen(number), template);
    }

    /**
     * Puts a domain order on hold by itself, whatever its customer order does. Possible past the point of no return.
     *
     * @param reason at most 4,000 characters, null when nobody said
     * @param expectedVersion the version that the caller saw, null when it does not matter
     * @throws Refusal {@code wrong-state}, INVALID, STALE, NOT_FOUND
     */
    @May(Right.DECIDE_ORDERS)
    public DomainOrderView hold(String number, @Nullable String reason, @Nullable Long expectedVersion) {
        return views.view(user, hold.hold(number, reason, expectedVersion, user.name()));
    }

    /**
     * Ends a domain order's own hold. It goes on unless its customer order is on hold.
     *
     * @param expectedVersion the version that the caller saw, null when it does not matter
     * @throws Refusal {@code held-with-order} where it has no hold of its own, {@code wrong-state}, STALE, NOT_FOUND
     */
    @May(Right.DECIDE_ORDERS)
    public DomainOrderView resume(String number, @Nullable Long expectedVersion) {
        return views.view(user, hold.resume(number, expectedVersion, user.name()));
    }

    /**
     * What planning with the current version of the decision table would do.
     *
     * @throws Refusal as {@link #replan}
     */
    @May(Right.DECIDE_ORDERS)
    public ImpactView impactOfReplanning(String number) {
        return replanning.impact(user, number);
    }

    /**
     * Plans its work again with the current version of the decision table.
     *
     * @param reason at most 4,000 characters, null when nobody said
     * @param etag of the preview that the caller saw, null when it does not matter
     * @param expectedVersion the version that the caller saw, null when it does not matter
     * @throws Refusal {@code past-point-of-no-return}, {@code domain-order-closed}, {@code too-many-work-orders}, {@code
     *     wrong-state}, INVALID, STALE, NOT_FOUND
     */
    @May(Right.DECIDE_ORDERS)
    public DomainOrderView replan(
            String number, @Nullable String reason, @Nullable String etag, @Nullable Long expectedVersion) {
        return views.view(user, replanning.replan(number, reason, etag, expectedVersion, user.name()));
    }

    /**
     * Asks Field Service again for a work order that it refused to create, with what the item says now.
     *
     * @param workOrderKey identity of the work order
     * @param expectedVersion the version that the caller saw, null when it does not matter
     * @throws Refusal {@code wrong-state} unless it is REFUSED, {@code domain-order-closed}, STALE, NOT_FOUND
     */
    @May(Right.DECIDE_ORDERS)
    public DomainOrderView retryRefusedWorkOrder(String number, UUID workOrderKey, @Nullable Long expectedVersion) {
        return views.view(user, refused.retry(number, workOrderKey, expectedVersion, user.name()));
    }

    /**
     * Does without a work order that Field Service refused to create: it no longer stands against closing, which then is
     * closing with incomplete work.
     *
     * @param workOrderKey identity of the work order
     * @param reason 1 to 3,800 characters
     * @param expectedVersion the version that the caller saw, null when it does not matter
     * @throws Refusal {@code wrong-state} unless it is REFUSED, {@code domain-order-closed}, INVALID, STALE, NOT_FOUND
     */
    @May(Right.DECIDE_ORDERS)
    public DomainOrderView waiveRefusedWorkOrder(
            String number, UUID workOrderKey, String reason, @Nullable Long expectedVersion) {
        return views.view(user, refused.waive(number, workOrderKey, reason, expectedVersion, user.name()));
    }

    /**
     * Asks Field Service for a work order that the decision table does not want.
     *
     * @param template code of an active template
     * @param reason why, null when nobody said
     * @param expectedVersion the version that the caller saw, null when it does not matter
     * @throws Refusal {@code domain-order-closed}, INVALID, STALE, NOT_FOUND
     */
    @May(Right.DECIDE_ORDERS)
    public DomainOrderView createWorkOrder(
            String number, String template, @Nullable String reason, @Nullable Long expectedVersion) {
        return views.view(user, byHand.create(number, template, reason, expectedVersion, user.name()));
    }
}
