package io.orderfield.om.customerorder;

import io.orderfield.messaging.refusal.Refusal;
import io.orderfield.om.catalog.Catalog;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Says what a change in flight would make of an item, with the checks of the change itself. It changes nothing. */
@ApplicationScoped
public class LineItemPreview {
    @Inject
    private Catalog catalog;

    protected LineItemPreview() {
        // for CDI
    }

    /** Outside a container. */
    public LineItemPreview(Catalog catalog) {
        this.catalog = catalog;
    }

    /**
     * The item after the change.
     *
     * @param order the item's order
     * @throws Refusal as the change itself would: {@code past-point-of-no-return}, {@code wrong-state}, or every problem
     *     with a field at once
     */
    public RevisedLineItem revised(CustomerOrder order, OrderLineItem item, LineItemRevision revision) {
        item.checkChangeable("CHANGE_IN_FLIGHT", "can't be changed");
        OrderChecks checks = new OrderChecks(catalog, order.account());
        LineItemData now = item.data();
        LineItemData next = checks.changed(now, revision);
        checks.finish();
        return new RevisedLineItem(
                next.quantity(),
                next.characteristics(),
                next.contact(),
                next.priority(),
                next.requestedDate(),
                next.specialInstructions(),
                now.differencesTo(next));
    }
}
