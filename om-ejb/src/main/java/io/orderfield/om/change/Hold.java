package io.orderfield.om.change;

import io.orderfield.kernel.Refusal;
import io.orderfield.kernel.Shared;
import io.orderfield.om.catalog.Checks;
import io.orderfield.om.customerorder.CustomerOrderHeld;
import io.orderfield.om.customerorder.CustomerOrderResumed;
import io.orderfield.om.customerorder.CustomerOrders;
import io.orderfield.om.customerorder.OrderLineItem;
import io.orderfield.om.customerorder.OrderState;
import io.orderfield.om.domainorder.Activity;
import io.orderfield.om.domainorder.DomainOrder;
import io.orderfield.om.domainorder.DomainOrders;
import io.orderfield.om.domainorder.OrderLocks;
import io.orderfield.om.domainorder.OrderLocks.LockedOrder;
import io.orderfield.om.domainorder.OutsideEvents;
import io.orderfield.om.domainorder.WorkOrderLink;
import io.orderfield.om.domainorder.WorkOrderLinks;
import io.orderfield.om.domainorder.WorkOrderRequester;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Holds and resumes domain orders, with their customer order or one by itself, and tells Field Service. A resumption ends
 * what its own hold held and nothing else. Hold is a field of the request, so that the request's revision orders it among
 * the others.
 */
@Shared
public class Hold {
    private final CustomerOrders customerOrders;
    private final DomainOrders orders;
    private final OrderLocks locks;
    private final WorkOrderRequester requester;
    private final Activity activity;
    private final OutsideEvents outside;
    private final Clock clock;

    @Inject
    public Hold(
            CustomerOrders customerOrders,
            DomainOrders orders,
            OrderLocks locks,
            WorkOrderRequester requester,
            Activity activity,
            OutsideEvents outside,
            Clock clock) {
        this.customerOrders = customerOrders;
        this.orders = orders;
        this.locks = locks;
        this.requester = requester;
        this.activity = activity;
        this.outside = outside;
        this.clock = clock;
    }

    public void held(@Observes CustomerOrderHeld held) {
        change(held.orderId(), true, held.by(), held.reason());
    }

    public void resumed(@Observes CustomerOrderResumed resumed) {
        change(resumed.orderId(), false, resumed.by(), null);
    }

    /**
     * Holds one domain order by itself.
     *
     * @throws Refusal {@code wrong-state}, INVALID for a reason that is too long, STALE, NOT_FOUND
     */
    public DomainOrder hold(String number, @Nullable String why, @Nullable Long expectedVersion, String by) {
        String reason = Checks.optionalReason(why);
        LockedOrder locked = locks.lock(number, expectedVersion);
        DomainOrder order = locked.order();
        Instant at = clock.instant();
        boolean stops = order.holdByItself(by, reason, at);
        tell(order, true, stops, locked.item().version(), by, reason, at);
        return order;
    }

    /**
     * Ends a domain order's own hold; where its order is still on hold it stays so.
     *
     * @throws Refusal {@code held-with-order}, {@code wrong-state}, STALE, NOT_FOUND
     */
    public DomainOrder resume(String number, @Nullable Long expectedVersion, String by) {
        LockedOrder locked = locks.lock(number, expectedVersion);
        DomainOrder order = locked.order();
        Instant at = clock.instant();
        boolean goesOn = order.resumeByItself(at);
        tell(order, false, goesOn, locked.item().version(), by, null, at);
        return order;
    }

    private void change(UUID orderId, boolean hold, String by, @Nullable String reason) {
        Instant at = clock.instant();
        OrderState stateOfItems = hold ? OrderState.ON_HOLD : OrderState.IN_PROGRESS;
        Map<UUID, OrderLineItem> items = customerOrders.items(orderId).stream()
                .filter(i -> i.state() == stateOfItems)
                .collect(Collectors.toMap(OrderLineItem::id, Function.identity()));
        List<DomainOrder> affected = orders.lockOfItems(items.keySet()).stream()
                .filter(DomainOrder::takesWork)
                .toList();
        WorkOrderLinks links =
                orders.links(affected.stream().map(DomainOrder::id).toList());
        for (DomainOrder order : affected) {
            boolean moves = hold ? order.holdWithOrder(at) : order.resumeWithOrder(at);
            if (moves) {
                int itemVersion =
                        Objects.requireNonNull(items.get(order.itemId())).version();
                tell(order, links.of(order), hold, itemVersion, by, reason, at);
            }
        }
    }

    private void tell(
            DomainOrder order,
            boolean hold,
            boolean moves,
            int itemVersion,
            String by,
            @Nullable String reason,
            Instant at) {
        if (moves) {
            List<WorkOrderLink> links = orders.links(List.of(order.id())).of(order.id());
            tell(order, links, hold, itemVersion, by, reason, at);
        } else {
            // its order holds it all the same: only the note says what has changed
            activity.byPerson(order, hold ? "on-hold" : "resumed", by, List.of(), reason, at);
            activity.announce(order);
        }
    }

    private void tell(
            DomainOrder order,
            List<WorkOrderLink> links,
            boolean hold,
            int itemVersion,
            String by,
            @Nullable String reason,
            Instant at) {
        activity.byPerson(order, hold ? "on-hold" : "resumed", by, List.of(), reason, at);
        for (WorkOrderLink link : links) {
            if (link.takesRequests() && link.wanted().hold() != hold) {
                requester.update(link, order, link.wanted().withHold(hold), itemVersion, by, at);
            }
        }
        outside.domainOrderStateChanged(order, at);
        activity.announce(order);
    }
}
