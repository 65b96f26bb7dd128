package io.orderfield.om.customerorder;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * Lets a customer order follow its items: in a transaction of its own that locks the order and counts again. Two items
 * that end at the same time are counted one after the other, and the second count sees both.
 */
@Stateless
@PermitAll
public class OrderRollUp {
    private static final int MOST_AT_ONCE = 500;

    @Inject
    private CustomerOrders orders;

    @Inject
    private Event<CustomerOrderStateChanged> stateChanged;

    @Inject
    private Clock clock;

    /**
     * Counts one order again.
     *
     * @param by user name of who caused it
     */
    @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
    public void recount(UUID orderId, String by) {
        CustomerOrder order = orders.lock(orderId).orElseThrow();
        Instant at = clock.instant();
        if (order.rollUp(orders.items(orderId), at)) {
            stateChanged.fire(new CustomerOrderStateChanged(
                    order.account(), order.number(), order.state().name(), by, at));
        }
    }

    /** Orders whose items have all ended but which have not: a crash came between. */
    public List<UUID> behind() {
        return orders.behindTheirItems(MOST_AT_ONCE);
    }
}
