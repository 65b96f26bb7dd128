package io.orderfield.om.ordering;

import io.orderfield.kernel.Refusal;
import io.orderfield.kernel.Shared;
import io.orderfield.om.customerorder.CustomerOrder;
import io.orderfield.om.customerorder.CustomerOrders;
import io.orderfield.om.customerorder.OrderLineItem;
import io.orderfield.om.user.CurrentUser;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Customer orders as far as whoever acts sees them: those of another partner's account are not found. */
@Shared
public class VisibleOrders {
    private static final String WHAT = "customerOrder";

    private final CustomerOrders orders;

    @Inject
    public VisibleOrders(CustomerOrders orders) {
        this.orders = orders;
    }

    /** An order with all its items, both locked. */
    record OrderWithItems(CustomerOrder order, List<OrderLineItem> items) {}

    CustomerOrder find(CurrentUser by, String number) {
        return seen(by, orders.find(number), number);
    }

    OrderWithItems lock(CurrentUser by, String number, @Nullable Long expectedVersion) {
        CustomerOrder order = seen(by, orders.lock(number), number);
        List<OrderLineItem> items = orders.lockItems(order.id());
        Refusal.checkVersion(expectedVersion, order.versionWith(items), WHAT, number);
        return new OrderWithItems(order, items);
    }

    /** The order of an item, locked; where it is not seen, the item is not found. */
    CustomerOrder lockOrderOf(CurrentUser by, String lineItem) {
        CustomerOrder order = orders.orderOfItem(lineItem)
                .flatMap(orders::lock)
                .orElseThrow(() -> Refusal.notFound("lineItem", lineItem));
        by.checkSees(order.account(), "lineItem", lineItem);
        return order;
    }

    private static CustomerOrder seen(CurrentUser by, Optional<CustomerOrder> found, String number) {
        CustomerOrder order = found.orElseThrow(() -> Refusal.notFound(WHAT, number));
        by.checkSees(order.account(), WHAT, number);
        return order;
    }
}
