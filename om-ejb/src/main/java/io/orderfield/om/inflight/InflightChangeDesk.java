package io.orderfield.om.inflight;

import io.orderfield.kernel.Refusal;
import io.orderfield.kernel.Shared;
import io.orderfield.messaging.contract.FieldChange;
import io.orderfield.om.catalog.Catalog;
import io.orderfield.om.catalog.Checks;
import io.orderfield.om.customerorder.CustomerOrder;
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
import io.orderfield.om.user.CurrentUser;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What becomes of a requested change, in the caller's transaction and name. It locks the change's item, which is what the
 * point of no return, cancellation and closing lock too: so of two that come at once, the second sees the first's result.
 */
@Shared
public class InflightChangeDesk {
    private static final String WHAT = "inflightChange";

    /** A note names the change beside the reason. */
    private static final int LONGEST_REASON = 3_900;

    private final CustomerOrders orders;
    private final InflightChanges changes;
    private final Catalog catalog;
    private final Event<Object> events;
    private final Clock clock;

    @Inject
    public InflightChangeDesk(
            CustomerOrders orders, InflightChanges changes, Catalog catalog, Event<Object> events, Clock clock) {
        this.orders = orders;
        this.changes = changes;
        this.catalog = catalog;
        this.events = events;
        this.clock = clock;
    }

    /** A change under the lock of its item, with the order, which is read without a lock. */
    private record Locked(InflightChange change, OrderLineItem item, CustomerOrder order) {}

    public InflightChangeView find(CurrentUser by, String number) {
        return changes.view(number, by.ownAccount()).orElseThrow(() -> Refusal.notFound(WHAT, number));
    }

    public InflightChangeView approve(CurrentUser by, String number, @Nullable Long expectedRevision) {
        Locked locked = lock(by, number, expectedRevision);
        locked.change().checkCan(InflightChangeAction.APPLY);
        locked.change().checkAgainst(locked.item());
        switch (locked.change().kind()) {
            case REVISION -> applyRevision(locked, by);
            case ADDITION -> applyAddition(locked, by);
            case CANCELLATION -> applyCancellation(locked, by);
        }
        return view(locked);
    }

    private void applyRevision(Locked locked, CurrentUser by) {
        InflightChange change = locked.change();
        OrderLineItem item = locked.item();
        item.checkChangeable("CHANGE_IN_FLIGHT");
        OrderChecks checks = new OrderChecks(catalog, locked.order().account(), clock);
        LineItemData next = checks.changed(item.data(), LineItemRevision.of(changes.differences(change)));
        checks.finish();
        Instant at = clock.instant();
        List<FieldChange> differences = item.applyInFlight(next, at);
        change.apply(item.version(), by.name(), at);
        orders.flush();
        events.fire(new LineItemRevised(
                item.id(), item.number(), change.number(), differences, by.name(), change.requestedBy()));
    }

    private void applyAddition(Locked locked, CurrentUser by) {
        OrderLineItem item = locked.item();
        locked.order().checkAcceptsItems();
        Instant at = clock.instant();
        item.approveAddition(locked.order().state(), by.name(), at);
        locked.change().apply(item.version(), by.name(), at);
        orders.flush();
        events.fire(new LineItemsAddedInFlight(item.orderId(), List.of(item.id()), by.name()));
        tell(locked, by, null);
    }

    private void applyCancellation(Locked locked, CurrentUser by) {
        OrderLineItem item = locked.item();
        item.checkChangeable("CANCEL");
        String reason = Objects.requireNonNull(locked.change().requestReason(), "a cancellation has a reason");
        Instant at = clock.instant();
        locked.change().apply(null, by.name(), at);
        item.cancel(reason, at);
        orders.flush();
        tell(locked, by, null);
        events.fire(new LineItemCancellationRequested(item.id(), reason, by.name()));
    }

    public InflightChangeView refuse(
            CurrentUser by, String number, @Nullable String why, @Nullable Long expectedRevision) {
        String reason = Checks.reason(why, LONGEST_REASON);
        Locked locked = lock(by, number, expectedRevision);
        Instant at = clock.instant();
        locked.change().refuse(reason, by.name(), at);
        if (locked.change().kind() == InflightChangeKind.ADDITION) {
            locked.item().move(OrderAction.REJECT, at);
        }
        return ended(locked, by, reason);
    }

    public InflightChangeView withdraw(CurrentUser by, String number, @Nullable Long expectedRevision) {
        Locked locked = lock(by, number, expectedRevision);
        Instant at = clock.instant();
        locked.change().withdraw(by.name(), at);
        if (locked.change().kind() == InflightChangeKind.ADDITION) {
            locked.item().cancel(OrderLineItem.WITHDRAWN, at);
        }
        return ended(locked, by, null);
    }

    private InflightChangeView ended(Locked locked, CurrentUser by, @Nullable String reason) {
        orders.flush();
        tell(locked, by, reason);
        if (locked.change().kind() == InflightChangeKind.ADDITION) {
            // it may have been the last thing that the order waited for
            OrderLineItem item = locked.item();
            events.fire(new LineItemClosed(item.orderId(), item.id(), by.name()));
        }
        return view(locked);
    }

    private void tell(Locked locked, CurrentUser by, @Nullable String reason) {
        InflightChange change = locked.change();
        Moved moved = Moved.of(change, locked.item(), changes.differences(change));
        events.fire(new InflightChangesMoved(change.state(), List.of(moved), by.name(), reason));
    }

    private InflightChangeView view(Locked locked) {
        orders.flush();
        return locked.change()
                .view(locked.item().number(), locked.order().number(), changes.differences(locked.change()));
    }

    private Locked lock(CurrentUser by, String number, @Nullable Long expectedRevision) {
        UUID itemId = changes.itemOf(number).orElseThrow(() -> Refusal.notFound(WHAT, number));
        OrderLineItem item = orders.lockItem(itemId).orElseThrow();
        CustomerOrder order = orders.find(item.orderId()).orElseThrow();
        by.checkSees(order.account(), WHAT, number);
        InflightChange change = changes.find(number);
        Refusal.checkVersion(expectedRevision, change.revision(), WHAT, number);
        return new Locked(change, item, order);
    }
}
