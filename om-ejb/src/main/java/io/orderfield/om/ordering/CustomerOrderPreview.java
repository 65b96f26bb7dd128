package io.orderfield.om.ordering;

import io.orderfield.kernel.Shared;
import io.orderfield.om.catalog.Catalog;
import io.orderfield.om.customerorder.CustomerOrder;
import io.orderfield.om.customerorder.CustomerOrderDefaults;
import io.orderfield.om.customerorder.CustomerOrderRevision;
import io.orderfield.om.customerorder.OrderChecks;
import io.orderfield.om.customerorder.OrderLineItem;
import io.orderfield.om.customerorder.OrderState;
import io.orderfield.om.customerorder.OrderWideRevision;
import io.orderfield.om.customerorder.WrongState;
import io.orderfield.om.inflight.InflightCommands;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Says what a revision of an order in progress would make of it, with the checks of the revision itself. It changes nothing. */
@Shared
public class CustomerOrderPreview {
    private final Catalog catalog;
    private final InflightCommands inflight;
    private final Clock clock;

    @Inject
    public CustomerOrderPreview(Catalog catalog, InflightCommands inflight, Clock clock) {
        this.catalog = catalog;
        this.inflight = inflight;
        this.clock = clock;
    }

    /**
     * The order after a revision of it as a whole.
     *
     * @param items all of them
     * @throws io.orderfield.kernel.Refusal as the revision itself would: {@code wrong-state}, {@code
     *     past-point-of-no-return}, {@code change-pending}, or every problem with a field at once
     */
    public RevisedOrder revised(CustomerOrder order, List<OrderLineItem> items, CustomerOrderRevision revision) {
        order.checkRevisable();
        if (order.state() == OrderState.DRAFT) {
            throw WrongState.refusal("customerOrder", order.number(), order.state(), "PREVIEW");
        }
        OrderChecks checks = new OrderChecks(catalog, order.account(), clock);
        CustomerOrderDefaults after = checks.revised(order.defaults(), revision);
        checks.finish();
        OrderWideRevision wide = inflight.wide(items, revision, after);
        Map<OrderLineItem, RevisedLineItem> revised = new LinkedHashMap<>();
        wide.wanted().forEach((item, next) -> revised.put(item, LineItemPreview.revised(item.data(), next)));
        return new RevisedOrder(order.defaults().differencesTo(after), revised, wide.leftAlone());
    }
}
