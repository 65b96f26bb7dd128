package io.orderfield.om.inflight;

import io.orderfield.kernel.ListQuery;
import io.orderfield.kernel.Refusal;
import io.orderfield.messaging.contract.FieldChange;
import io.orderfield.messaging.right.May;
import io.orderfield.messaging.right.Right;
import io.orderfield.om.catalog.Catalog;
import io.orderfield.om.catalog.Checks;
import io.orderfield.om.customerorder.CustomerOrder;
import io.orderfield.om.customerorder.CustomerOrderEvent;
import io.orderfield.om.customerorder.CustomerOrders;
import io.orderfield.om.customerorder.LineItemCancellationRequested;
import io.orderfield.om.customerorder.LineItemClosed;
import io.orderfield.om.customerorder.LineItemData;
import io.orderfield.om.customerorder.LineItemRevised;
import io.orderfield.om.customerorder.LineItemRevision;
import io.orderfield.om.customerorder.LineItemsAddedInFlight;
import io.orderfield.om.customerorder.OrderAction;
import io.orderfield.om.customerorder.OrderChecks;
import io.orderfield.om.customerorder.OrderLineItem;
import io.orderfield.om.inflight.InflightChangesMoved.Moved;
import io.orderfield.om.settings.Approval;
import io.orderfield.om.user.CurrentUser;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Changes of orders in progress: what was asked for, and the manager's decision where the setting {@code inflight approval}
 * wants one. {@code expectedRevision} is the revision that the caller saw, null when it does not matter. Changes of another
 * partner's account are not found.
 *
 * <p>A decision locks the change's item, which is what the point of no return, cancellation and closing lock too: so of two that
 * come at once, the second sees the first's result.
 */
@Stateless
@May(Right.READ_ORDERS)
public class InflightChangeService {
    private static final String WHAT = "inflightChange";

    /** A note names the change beside the reason. */
    private static final int LONGEST_REASON = 3_900;

    @Inject
    private InflightCommands inflight;

    @Inject
    private InflightChanges changes;

    @Inject
    private CustomerOrders orders;

    @Inject
    private Catalog catalog;

    @Inject
    private Event<CustomerOrderEvent> events;

    @Inject
    private Event<InflightChangesMoved> moves;

    @Inject
    private CurrentUser user;

    @Inject
    private Clock clock;

    /** A change under the lock of its item, with the order, which is read without a lock. */
    private record Locked(InflightChange change, OrderLineItem item, CustomerOrder order) {}

    /** Who has to agree before a change of an order in progress is applied: a revised, added or canceled item. */
    public Approval approval() {
        return inflight.approval();
    }

    /** The change. */
    @May(value = Right.READ_ORDERS, hidden = true)
    public InflightChangeView find(String number) {
        return changes.view(number, user.ownAccount()).orElseThrow(() -> Refusal.notFound(WHAT, number));
    }

    /**
     * A page of changes, the oldest request first.
     *
     * @param first how many to skip
     * @param max at most so many, 1 to 200
     */
    public List<InflightChangeView> list(InflightChangeFilter filter, int first, int max) {
        ListQuery.checkPage(first, max);
        return changes.list(filter, user.ownAccount(), first, max);
    }

    /** How many changes the filter matches. */
    public long count(InflightChangeFilter filter) {
        return changes.count(filter, user.ownAccount());
    }

    /**
     * REQUESTED → APPLIED: the item says it from now on, starts its work or is canceled, and its work orders follow in the
     * same transaction.
     *
     * @throws Refusal {@code stale-change} when the item has another version than the change was asked against, {@code
     *     past-point-of-no-return}, {@code wrong-state}, {@code domain-order-closed}, STALE, NOT_FOUND
     */
    @May(Right.DECIDE_ORDERS)
    public InflightChangeView approve(String number, @Nullable Long expectedRevision) {
        Locked locked = lock(number, expectedRevision);
        locked.change().checkCan(InflightChangeAction.APPLY);
        locked.change().checkAgainst(locked.item());
        switch (locked.change().kind()) {
            case REVISION -> applyRevision(locked);
            case ADDITION -> applyAddition(locked);
            case CANCELLATION -> applyCancellation(locked);
        }
        return view(locked);
    }

    private void applyRevision(Locked locked) {
        InflightChange change = locked.change();
        OrderLineItem item = locked.item();
        item.checkChangeable("CHANGE_IN_FLIGHT");
        OrderChecks checks = new OrderChecks(catalog, locked.order().account(), clock);
        LineItemData next = checks.changed(item.data(), LineItemRevision.of(changes.differences(change)));
        checks.finish();
        Instant at = clock.instant();
        List<FieldChange> differences = item.applyInFlight(next, at);
        change.apply(item.version(), user.name(), at);
        orders.flush();
        events.fire(new LineItemRevised(
                item.id(), item.number(), change.number(), differences, user.name(), change.requestedBy()));
    }

    private void applyAddition(Locked locked) {
        OrderLineItem item = locked.item();
        locked.order().checkAcceptsItems();
        Instant at = clock.instant();
        item.approveAddition(locked.order().state(), user.name(), at);
        locked.change().apply(item.version(), user.name(), at);
        orders.flush();
        events.fire(new LineItemsAddedInFlight(item.orderId(), List.of(item.id()), user.name()));
        tell(locked, null);
    }

    private void applyCancellation(Locked locked) {
        OrderLineItem item = locked.item();
        item.checkChangeable("CANCEL");
        String reason = Objects.requireNonNull(locked.change().requestReason(), "a cancellation has a reason");
        Instant at = clock.instant();
        locked.change().apply(null, user.name(), at);
        item.cancel(reason, at);
        orders.flush();
        tell(locked, null);
        events.fire(new LineItemCancellationRequested(item.id(), reason, user.name()));
    }

    /** REQUESTED → REFUSED; the item stays as it is, and one that was to be added is REJECTED. */
    @May(Right.DECIDE_ORDERS)
    public InflightChangeView refuse(String number, @Nullable String why, @Nullable Long expectedRevision) {
        String reason = Checks.reason(why, LONGEST_REASON);
        Locked locked = lock(number, expectedRevision);
        Instant at = clock.instant();
        locked.change().refuse(reason, user.name(), at);
        if (locked.change().kind() == InflightChangeKind.ADDITION) {
            locked.item().move(OrderAction.REJECT, at);
        }
        return ended(locked, reason);
    }

    /** REQUESTED → WITHDRAWN; the item stays as it is, and one that was to be added is CANCELED. */
    @May(Right.WRITE_ORDERS)
    public InflightChangeView withdraw(String number, @Nullable Long expectedRevision) {
        Locked locked = lock(number, expectedRevision);
        Instant at = clock.instant();
        locked.change().withdraw(user.name(), at);
        if (locked.change().kind() == InflightChangeKind.ADDITION) {
            locked.item().move(OrderAction.CANCEL, at);
        }
        return ended(locked, null);
    }

    private InflightChangeView ended(Locked locked, @Nullable String reason) {
        orders.flush();
        tell(locked, reason);
        if (locked.change().kind() == InflightChangeKind.ADDITION) {
            // it may have been the last thing that the order waited for
            OrderLineItem item = locked.item();
            events.fire(new LineItemClosed(item.orderId(), item.id(), user.name()));
        }
        return view(locked);
    }

    private void tell(Locked locked, @Nullable String reason) {
        InflightChange change = locked.change();
        Moved moved = Moved.of(change, locked.item(), changes.differences(change));
        moves.fire(new InflightChangesMoved(change.state(), List.of(moved), user.name(), reason, null));
    }

    private InflightChangeView view(Locked locked) {
        orders.flush();
        return locked.change()
                .view(locked.item().number(), locked.order().number(), changes.differences(locked.change()));
    }

    private Locked lock(String number, @Nullable Long expectedRevision) {
        UUID itemId = changes.itemOf(number).orElseThrow(() -> Refusal.notFound(WHAT, number));
        OrderLineItem item = orders.lockItem(itemId).orElseThrow();
        CustomerOrder order = orders.find(item.orderId()).orElseThrow();
        user.checkSees(order.account(), WHAT, number);
        InflightChange change = changes.find(number);
        Refusal.checkVersion(expectedRevision, change.revision(), WHAT, number);
        return new Locked(change, item, order);
    }
}
