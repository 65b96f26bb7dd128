package io.orderfield.om.change;

import io.orderfield.kernel.Refusal;
import io.orderfield.messaging.right.May;
import io.orderfield.messaging.right.Right;
import io.orderfield.om.customerorder.CustomerOrder;
import io.orderfield.om.customerorder.CustomerOrderRevision;
import io.orderfield.om.customerorder.CustomerOrders;
import io.orderfield.om.customerorder.LineItemRevision;
import io.orderfield.om.customerorder.NewLineItem;
import io.orderfield.om.customerorder.OrderLineItem;
import io.orderfield.om.inflight.InflightChangeService;
import io.orderfield.om.inflight.InflightChangeView;
import io.orderfield.om.ordering.CustomerOrderService;
import io.orderfield.om.ordering.CustomerOrderView;
import io.orderfield.om.ordering.LineItemPreview;
import io.orderfield.om.ordering.LineItemService;
import io.orderfield.om.ordering.LineItemView;
import io.orderfield.om.user.CurrentUser;
import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;

/**
 * Previews of what is done to an order in progress, and the same things done by who has seen the preview: what the preview
 * was made from is locked first and looked at again in the same transaction, and a plan that has moved on since is refused
 * with STALE.
 */
@Stateless
@May(Right.WRITE_ORDERS)
public class PreviewedChangeService {
    private static final String ORDER = "customerOrder";

    @Inject
    private CustomerOrders customerOrders;

    @Inject
    private ImpactPreview preview;

    @Inject
    private LineItemPreview items;

    @Inject
    private Decomposition decomposition;

    @EJB
    private LineItemService lineItems;

    @EJB
    private CustomerOrderService orders;

    @EJB
    private InflightChangeService changes;

    @Inject
    private CurrentUser user;

    @Inject
    private Clock clock;

    /**
     * What a change of an item in progress would do to its work orders. Refuses what the change itself would refuse.
     *
     * @throws Refusal {@code past-point-of-no-return}, {@code wrong-state}, {@code domain-order-closed}, INVALID, NOT_FOUND
     */
    public ImpactView impactOfRevision(String lineItem, LineItemRevision revision) {
        return preview.impact(user, lineItem, revision);
    }

    /**
     * Changes an item as {@link LineItemService#revise} does.
     *
     * @param etag of the preview that the caller saw
     */
    public LineItemView revise(String lineItem, LineItemRevision revision, String etag) {
        preview.check(user, lineItem, revision, etag);
        return lineItems.revise(lineItem, revision, null);
    }

    /**
     * What the approval of a requested change would do.
     *
     * @throws Refusal {@code wrong-state} unless REQUESTED, or as the approval would
     */
    public ImpactView impactOfChange(String change) {
        InflightChangeView view = requested(change);
        return switch (view.kind()) {
            case REVISION -> preview.impact(user, view.lineItem(), view.asRevision());
            case ADDITION -> addition(customerOrders.findItem(view.lineItem()).orElseThrow());
            case CANCELLATION -> preview.cancellation(user, view.lineItem());
        };
    }

    /**
     * Approves a requested change.
     *
     * @param etag of the preview that the caller saw
     */
    @May(Right.DECIDE_ORDERS)
    public InflightChangeView approve(String change, String etag) {
        InflightChangeView view = changes.find(change);
        if (view.state().equals("REQUESTED")) {
            switch (view.kind()) {
                case REVISION -> preview.check(user, view.lineItem(), view.asRevision(), etag);
                case ADDITION ->
                    ImpactPreview.same(
                            addition(customerOrders.lockItem(view.lineItem()).orElseThrow()), etag, view.lineItem());
                case CANCELLATION -> preview.checkCancellation(user, view.lineItem(), etag);
            }
        }
        return changes.approve(change, null);
    }

    /** What the cancellation of an item would do. */
    public ImpactView impactOfCancellation(String lineItem) {
        return preview.cancellation(user, lineItem);
    }

    /**
     * Cancels an item as {@link LineItemService#cancel} does.
     *
     * @param etag of the preview that the caller saw
     */
    public LineItemView cancel(String lineItem, String reason, String etag) {
        preview.checkCancellation(user, lineItem, etag);
        return lineItems.cancel(lineItem, reason, null);
    }

    /**
     * What the cancellation of a whole order would do, item by item.
     *
     * @throws Refusal {@code wrong-state} unless the order may be canceled, NOT_FOUND
     */
    public OrderCancellationView impactOfOrderCancellation(String number) {
        return preview.orderCancellation(user, number);
    }

    /**
     * Cancels an order as {@link CustomerOrderService#cancel} does.
     *
     * @param etag of the preview that the caller saw
     */
    public CustomerOrderView cancelOrder(String number, String reason, boolean exceptPastPointOfNoReturn, String etag) {
        preview.checkOrderCancellation(user, number, etag);
        return orders.cancel(number, reason, exceptPastPointOfNoReturn, null);
    }

    /**
     * What further items would need.
     *
     * @throws Refusal {@code wrong-state} unless the order is in progress or on hold, or as adding would
     */
    public ImpactView impactOfAdding(String number, List<NewLineItem> wanted) {
        CustomerOrder order = customerOrders.find(number).orElseThrow(() -> Refusal.notFound(ORDER, number));
        return adding(order, wanted);
    }

    /**
     * Adds items as {@link CustomerOrderService#addLineItems} does.
     *
     * @param etag of the preview that the caller saw
     */
    public CustomerOrderView addLineItems(String number, List<NewLineItem> wanted, String etag) {
        CustomerOrder order = customerOrders.lock(number).orElseThrow(() -> Refusal.notFound(ORDER, number));
        ImpactPreview.same(adding(order, wanted), etag, number);
        return orders.addLineItems(number, wanted, null);
    }

    /**
     * What a revision of an order as a whole would do.
     *
     * @throws Refusal {@code wrong-state} unless the order is in progress or on hold, or as the revision would
     */
    public OrderImpactView impactOfRevision(String number, CustomerOrderRevision revision) {
        CustomerOrder order = customerOrders.find(number).orElseThrow(() -> Refusal.notFound(ORDER, number));
        user.checkSees(order.account(), ORDER, number);
        return preview.impact(order, revision);
    }

    /**
     * Revises an order as {@link CustomerOrderService#revise} does.
     *
     * @param etag of the preview that the caller saw
     */
    public CustomerOrderView revise(String number, CustomerOrderRevision revision, String etag) {
        CustomerOrder order = customerOrders.lock(number).orElseThrow(() -> Refusal.notFound(ORDER, number));
        user.checkSees(order.account(), ORDER, number);
        preview.check(order, revision, etag);
        return orders.revise(number, revision, null);
    }

    private ImpactView addition(OrderLineItem item) {
        CustomerOrder order = customerOrders.find(item.orderId()).orElseThrow();
        user.checkSees(order.account(), ORDER, order.number());
        return decomposition.preview(order, List.of(item));
    }

    private ImpactView adding(CustomerOrder order, List<NewLineItem> wanted) {
        user.checkSees(order.account(), ORDER, order.number());
        int already = customerOrders.items(order.id()).size();
        return decomposition.preview(order, items.added(order, already, wanted, user.name(), clock.instant()));
    }

    private InflightChangeView requested(String change) {
        InflightChangeView view = changes.find(change);
        if (!view.state().equals("REQUESTED")) {
            throw Refusal.conflict("wrong-state.impact")
                    .with("change", change)
                    .with("state", view.state())
                    .showing("state", view.state())
                    .showing("transition", "APPLY");
        }
        return view;
    }
}
