package io.orderfield.om.ordering;

import io.orderfield.kernel.Refusal;
import io.orderfield.kernel.Shared;
import io.orderfield.om.catalog.Catalog;
import io.orderfield.om.customerorder.CustomerOrder;
import io.orderfield.om.customerorder.LineItemData;
import io.orderfield.om.customerorder.LineItemRevision;
import io.orderfield.om.customerorder.NewLineItem;
import io.orderfield.om.customerorder.OrderChecks;
import io.orderfield.om.customerorder.OrderLineItem;
import io.orderfield.om.customerorder.OrderState;
import io.orderfield.om.customerorder.WrongState;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.List;

/** Says what a change in flight would make of an item, with the checks of the change itself. It changes nothing. */
@Shared
public class LineItemPreview {
    private static final String NO_NUMBER = "";

    private final Catalog catalog;
    private final Clock clock;

    @Inject
    public LineItemPreview(Catalog catalog, Clock clock) {
        this.catalog = catalog;
        this.clock = clock;
    }

    /**
     * Items that would be added to an order in progress: as they would be, but of no number and nowhere kept.
     *
     * @param already how many items the order has
     * @throws Refusal as adding itself would: {@code wrong-state}, or every problem with a field at once
     */
    public List<OrderLineItem> added(
            CustomerOrder order, int already, List<NewLineItem> wanted, String by, Instant at) {
        order.checkAcceptsItems();
        if (order.state() == OrderState.DRAFT) {
            throw WrongState.refusal("customerOrder", order.number(), order.state(), "PREVIEW");
        }
        OrderChecks checks = new OrderChecks(catalog, order.account(), clock);
        List<LineItemData> data = checks.items(wanted, already, order.defaults());
        checks.finish();
        return data.stream()
                .map(d -> OrderLineItem.addedInFlight(NO_NUMBER, order.id(), order.state(), d, by, at))
                .toList();
    }

    /**
     * The item after the change.
     *
     * @param order the item's order
     * @throws Refusal as the change itself would: {@code past-point-of-no-return}, {@code wrong-state}, or every problem
     *     with a field at once
     */
    public RevisedLineItem revised(CustomerOrder order, OrderLineItem item, LineItemRevision revision) {
        item.checkChangeable("CHANGE_IN_FLIGHT");
        OrderChecks checks = new OrderChecks(catalog, order.account(), clock);
        LineItemData now = item.data();
        LineItemData next = checks.changed(now, revision);
        checks.finish();
        return revised(now, next);
    }

    static RevisedLineItem revised(LineItemData now, LineItemData next) {
        return new RevisedLineItem(
                next.quantity(),
                next.characteristics(),
                next.contact(),
                next.priority(),
                next.requestedDate(),
                next.committedDate(),
                next.specialInstructions(),
                now.differencesTo(next));
    }
}
