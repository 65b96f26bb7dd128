package io.orderfield.om.domainorder;

import io.orderfield.kernel.Refusal;
import io.orderfield.kernel.Shared;
import io.orderfield.om.customerorder.CustomerOrders;
import io.orderfield.om.customerorder.OrderLineItem;
import jakarta.inject.Inject;
import org.jspecify.annotations.Nullable;

/** Locks a domain order for a command on it: its line item first, then the domain order, before anything of them is read. */
@Shared
public class OrderLocks {
    private final CustomerOrders customerOrders;
    private final DomainOrders orders;

    @Inject
    public OrderLocks(CustomerOrders customerOrders, DomainOrders orders) {
        this.customerOrders = customerOrders;
        this.orders = orders;
    }

    /** A locked domain order and its locked line item. */
    public record LockedOrder(OrderLineItem item, DomainOrder order) {}

    /**
     * Locks both.
     *
     * @param expectedVersion the version that the caller saw, null when it does not matter
     * @throws Refusal NOT_FOUND, STALE
     */
    public LockedOrder lock(String number, @Nullable Long expectedVersion) {
        DomainOrders.Place place = orders.placeOf(number).orElseThrow(() -> Refusal.notFound("domainOrder", number));
        OrderLineItem item = customerOrders.lockItem(place.itemId()).orElseThrow();
        DomainOrder order = orders.lock(place.id());
        Refusal.checkVersion(expectedVersion, order.revision(), "domainOrder", number);
        return new LockedOrder(item, order);
    }
}
