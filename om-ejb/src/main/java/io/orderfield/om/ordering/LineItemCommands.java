package io.orderfield.om.ordering;

import io.orderfield.kernel.ListQuery;
import io.orderfield.kernel.Refusal;
import io.orderfield.kernel.Shared;
import io.orderfield.om.catalog.Catalog;
import io.orderfield.om.catalog.Checks;
import io.orderfield.om.customerorder.CustomerOrder;
import io.orderfield.om.customerorder.CustomerOrders;
import io.orderfield.om.customerorder.LastChange;
import io.orderfield.om.customerorder.LineItemData;
import io.orderfield.om.customerorder.LineItemRevision;
import io.orderfield.om.customerorder.OrderChecks;
import io.orderfield.om.customerorder.OrderLineItem;
import io.orderfield.om.customerorder.OrderState;
import io.orderfield.om.customerorder.PastPointOfNoReturn;
import io.orderfield.om.inflight.InflightChanges;
import io.orderfield.om.inflight.InflightCommands;
import io.orderfield.om.inflight.RequestedChanges;
import io.orderfield.om.user.CurrentUser;
import io.orderfield.om.user.Roles;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Everything that is done to one line item, in the caller's transaction and name. It locks the item alone; only removing
 * an item from a DRAFT locks the order before it.
 */
@Shared
public class LineItemCommands {
    private static final String WHAT = "lineItem";

    private final CustomerOrders orders;
    private final VisibleOrders visible;
    private final Catalog catalog;
    private final CustomerOrderViews views;
    private final InflightCommands inflight;
    private final InflightChanges changes;
    private final RequestedChanges requested;
    private final Clock clock;

    @Inject
    public LineItemCommands(
            CustomerOrders orders,
            VisibleOrders visible,
            Catalog catalog,
            CustomerOrderViews views,
            InflightCommands inflight,
            InflightChanges changes,
            RequestedChanges requested,
            Clock clock) {
        this.orders = orders;
        this.visible = visible;
        this.catalog = catalog;
        this.views = views;
        this.inflight = inflight;
        this.changes = changes;
        this.requested = requested;
        this.clock = clock;
    }

    /** A locked item with its order, which is read without a lock for its number and account. */
    private record Locked(OrderLineItem item, CustomerOrder order) {}

    public LineItemView find(CurrentUser by, String number) {
        OrderLineItem item = orders.findItem(number).orElseThrow(() -> Refusal.notFound(WHAT, number));
        CustomerOrder order = orderOf(by, item.orderId(), number);
        return views.view(by, order, item);
    }

    /** Who changed the item last, and when. */
    public LastChange lastChange(CurrentUser by, String number) {
        OrderLineItem item = orders.findItem(number).orElseThrow(() -> Refusal.notFound(WHAT, number));
        orderOf(by, item.orderId(), number);
        return item.lastChange();
    }

    public LineItemView revise(
            CurrentUser by, String number, LineItemRevision revision, @Nullable Long expectedRevision) {
        Locked locked = lock(by, number, expectedRevision);
        OrderLineItem item = locked.item();
        LineItemData before = item.data();
        OrderChecks checks = new OrderChecks(catalog, locked.order().account(), clock).of(by.has(Roles.PARTNER));
        Instant at = clock.instant();
        if (item.state() == OrderState.DRAFT) {
            LineItemData next = checks.edited(item.data(), revision);
            checks.finish();
            item.edit(next, at);
        } else {
            item.checkChangeable("CHANGE_IN_FLIGHT");
            LineItemData next = checks.changed(item.data(), revision);
            checks.finish();
            inflight.change(by, item, next, at);
        }
        if (!item.data().equals(before)) {
            item.sign(by.name());
        }
        return views.view(by, locked.order(), item);
    }

    /**
     * Versions of an item, from the first: what each changed, and who made it.
     *
     * @param first how many to skip
     */
    public List<LineItemVersionView> versions(CurrentUser by, String number, int first, int max) {
        ListQuery.checkPage(first, max);
        OrderLineItem item = orders.findItem(number).orElseThrow(() -> Refusal.notFound(WHAT, number));
        orderOf(by, item.orderId(), number);
        List<LineItemVersionView> versions = new ArrayList<>();
        if (first == 0 && item.approvedBy() != null && item.approvedAt() != null) {
            versions.add(LineItemVersionView.first(item.approvedBy(), item.approvedAt()));
        }
        changes.applied(item.id(), Math.max(2, first + 1), first + max)
                .forEach(c -> versions.add(LineItemVersionView.of(c)));
        return versions;
    }

    /**
     * Removes an item from a DRAFT; in progress it stays, and is canceled where somebody says why.
     *
     * @return the item, empty when it is gone
     */
    public Optional<LineItemView> remove(
            CurrentUser by, String number, @Nullable String why, @Nullable Long expectedRevision) {
        CustomerOrder order = visible.lockOrderOf(by, number);
        if (order.state().isInProgress() && why != null) {
            return Optional.of(cancel(by, number, why, expectedRevision));
        }
        OrderLineItem item = locked(number, expectedRevision);
        order.forget(item, clock.instant());
        orders.remove(item);
        orders.flush();
        return Optional.empty();
    }

    public LineItemView passPointOfNoReturn(
            CurrentUser by, String number, @Nullable String why, @Nullable Long expectedRevision) {
        String reason = Checks.optionalReason(why);
        Locked locked = lock(by, number, expectedRevision);
        Instant at = clock.instant();
        if (!locked.item().passPointOfNoReturn(by.name(), reason, at)) {
            throw PastPointOfNoReturn.refusal(List.of(number));
        }
        requested.endPastPointOfNoReturn(locked.item(), by.name(), at);
        return views.view(by, locked.order(), locked.item());
    }

    public LineItemView cancel(CurrentUser by, String number, @Nullable String why, @Nullable Long expectedRevision) {
        String reason = Checks.reason(why);
        Locked locked = lock(by, number, expectedRevision);
        inflight.cancel(by, locked.item(), reason, clock.instant());
        return views.view(by, locked.order(), locked.item());
    }

    private Locked lock(CurrentUser by, String number, @Nullable Long expectedRevision) {
        OrderLineItem item = locked(number, expectedRevision);
        return new Locked(item, orderOf(by, item.orderId(), number));
    }

    private OrderLineItem locked(String number, @Nullable Long expectedRevision) {
        OrderLineItem item = orders.lockItem(number).orElseThrow(() -> Refusal.notFound(WHAT, number));
        Refusal.checkVersion(expectedRevision, item.revision(), WHAT, number);
        return item;
    }

    private CustomerOrder orderOf(CurrentUser by, UUID orderId, String itemNumber) {
        CustomerOrder order = orders.find(orderId).orElseThrow(() -> Refusal.notFound(WHAT, itemNumber));
        by.checkSees(order.account(), WHAT, itemNumber);
        return order;
    }
}
