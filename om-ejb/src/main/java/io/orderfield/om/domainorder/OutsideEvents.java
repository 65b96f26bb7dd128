package io.orderfield.om.domainorder;

import com.github.f4b6a3.uuid.UuidCreator;
import io.orderfield.kernel.Shared;
import io.orderfield.messaging.contract.OrderEvent;
import io.orderfield.om.customerorder.OrderLineItem;
import jakarta.inject.Inject;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Tells outside applications what happened: ids, states and links, no customer data. */
@Shared
public class OutsideEvents {
    private static final String API = "/api/v1/";

    private final Audience audience;

    @Inject
    public OutsideEvents(Audience audience) {
        this.audience = audience;
    }

    /** Who is told. What is told goes out with the caller's transaction or not at all, soon after its commit. */
    public interface Audience {
        void publish(OrderEvent event);
    }

    /** A line item was changed in flight, or has ended. */
    public void lineItemChanged(OrderLineItem item, DomainOrder anyOfItem, Instant at) {
        audience.publish(new OrderEvent(
                UuidCreator.getTimeOrderedEpoch(),
                "line-item.changed",
                at,
                anyOfItem.account(),
                anyOfItem.customerOrder(),
                anyOfItem.lineItem(),
                null,
                null,
                item.state().name(),
                lineItemPath(anyOfItem.lineItem())));
    }

    public void domainOrderStateChanged(DomainOrder order, Instant at) {
        publish("domain-order.state-changed", order, null, order.state().name(), domainOrderPath(order.number()), at);
    }

    public void workOrderChanged(DomainOrder order, WorkOrderLink link, Instant at) {
        publish("work-order.changed", order, link.number(), link.state().name(), workOrderPath(order, link), at);
    }

    public void pointOfNoReturnPassed(DomainOrder order, Instant at) {
        publish("line-item.point-of-no-return", order, null, null, lineItemPath(order.lineItem()), at);
    }

    public static String domainOrderPath(String number) {
        return API + "domain-orders/" + number;
    }

    public static String lineItemPath(String number) {
        return API + "line-items/" + number;
    }

    /** The work order's own path, or its domain order's while it has no number. */
    public static String workOrderPath(DomainOrder order, WorkOrderLink link) {
        return link.number() == null ? domainOrderPath(order.number()) : API + "work-orders/" + link.number();
    }

    private void publish(
            String event,
            DomainOrder order,
            @Nullable String workOrder,
            @Nullable String state,
            String link,
            Instant at) {
        audience.publish(new OrderEvent(
                UuidCreator.getTimeOrderedEpoch(),
                event,
                at,
                order.account(),
                order.customerOrder(),
                order.lineItem(),
                order.number(),
                workOrder,
                state,
                link));
    }
}
