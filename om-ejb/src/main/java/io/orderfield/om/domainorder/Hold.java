package io.orderfield.om.domainorder;

import io.orderfield.om.customerorder.CustomerOrderHeld;
import io.orderfield.om.customerorder.CustomerOrderResumed;
import io.orderfield.om.customerorder.CustomerOrders;
import io.orderfield.om.customerorder.OrderLineItem;
import io.orderfield.om.customerorder.OrderState;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Holds and resumes the domain orders of an order, and tells Field Service. Hold is a field of the request, so that the
 * request's revision orders it among the others.
 */
@ApplicationScoped
class Hold {
    @Inject
    private CustomerOrders customerOrders;

    @Inject
    private DomainOrders orders;

    @Inject
    private WorkOrderDesk desk;

    @Inject
    private Activity activity;

    @Inject
    private OutsideEvents outside;

    private final Clock clock;

    protected Hold() {
        this.clock = Clock.tickMillis(ZoneOffset.UTC);
    }

    Hold(
            CustomerOrders customerOrders,
            DomainOrders orders,
            WorkOrderDesk desk,
            Activity activity,
            OutsideEvents outside,
            Clock clock) {
        this.customerOrders = customerOrders;
        this.orders = orders;
        this.desk = desk;
        this.activity = activity;
        this.outside = outside;
        this.clock = clock;
    }

    void held(@Observes CustomerOrderHeld held) {
        change(held.orderId(), true, held.by(), held.reason());
    }

    void resumed(@Observes CustomerOrderResumed resumed) {
        change(resumed.orderId(), false, resumed.by(), null);
    }

    private void change(UUID orderId, boolean hold, String by, @Nullable String reason) {
        Instant at = clock.instant();
        OrderState stateOfItems = hold ? OrderState.ON_HOLD : OrderState.IN_PROGRESS;
        Map<UUID, OrderLineItem> items = customerOrders.items(orderId).stream()
                .filter(i -> i.state() == stateOfItems)
                .collect(Collectors.toMap(OrderLineItem::id, Function.identity()));
        DomainOrderState from = hold ? DomainOrderState.IN_PROGRESS : DomainOrderState.ON_HOLD;
        List<DomainOrder> affected = orders.lockOfItems(items.keySet()).stream()
                .filter(d -> d.state() == from)
                .toList();
        Map<UUID, List<WorkOrderLink>> links =
                orders.links(affected.stream().map(DomainOrder::id).toList());
        for (DomainOrder order : affected) {
            if (hold) {
                order.hold(at);
            } else {
                order.resume(at);
            }
            activity.byPerson(order, hold ? "on-hold" : "resumed", by, List.of(), reason, at);
            int itemVersion = items.get(order.itemId()).version();
            for (WorkOrderLink link : links.get(order.id())) {
                if (link.takesRequests() && link.wanted().hold() != hold) {
                    desk.update(link, order, link.wanted().withHold(hold), itemVersion, by, at);
                }
            }
            outside.domainOrderStateChanged(order, at);
            activity.announce(order);
        }
    }
}
