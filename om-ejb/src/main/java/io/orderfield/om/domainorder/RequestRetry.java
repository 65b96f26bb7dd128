package io.orderfield.om.domainorder;

import io.orderfield.kernel.Refusal;
import io.orderfield.kernel.Shared;
import io.orderfield.om.customerorder.CustomerOrders;
import io.orderfield.om.customerorder.OrderLineItem;
import io.orderfield.om.customerorder.OrderState;
import io.orderfield.om.fallout.Retry;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * Sends once more what Field Service refused: as the item is now, not as it was then. Possible past the point of no return
 * as well, since it changes nothing of the item.
 */
@Shared
class RequestRetry implements Retry {
    private final CustomerOrders customerOrders;
    private final DomainOrders orders;
    private final WantedNow wanted;
    private final RefusedWork refused;
    private final WorkOrderDesk desk;
    private final Activity activity;
    private final OutsideEvents outside;
    private final Clock clock;

    @Inject
    RequestRetry(
            CustomerOrders customerOrders,
            DomainOrders orders,
            WantedNow wanted,
            RefusedWork refused,
            WorkOrderDesk desk,
            Activity activity,
            OutsideEvents outside,
            Clock clock) {
        this.customerOrders = customerOrders;
        this.orders = orders;
        this.wanted = wanted;
        this.refused = refused;
        this.desk = desk;
        this.activity = activity;
        this.outside = outside;
        this.clock = clock;
    }

    @Override
    public Set<String> causes() {
        return Set.of(RefusedWork.CAUSE, "update-refused", "cancellation-refused");
    }

    @Override
    public String retry(UUID workOrderKey, String cause, String by) {
        DomainOrders.Place place = orders.placeOf(workOrderKey)
                .orElseThrow(() -> Refusal.conflict(WantedNow.NOTHING, "The work order is not known any more."));
        OrderLineItem item = customerOrders.lockItem(place.itemId()).orElseThrow();
        DomainOrder order = orders.lock(place.id());
        WorkOrderLink link = orders.link(workOrderKey);
        if (cause.equals(RefusedWork.CAUSE)) {
            return createAgain(link, order, item, by);
        }
        Instant at = clock.instant();
        String done = cause.equals("update-refused")
                ? updateAgain(link, order, item, by, at)
                : cancelAgain(link, order, item, by, at);
        activity.byPerson(order, "retried", link, by, List.of(), done, at);
        outside.workOrderChanged(order, link, at);
        activity.announce(order);
        return done;
    }

    private String createAgain(WorkOrderLink link, DomainOrder order, OrderLineItem item, String by) {
        if (link.state() != LinkState.REFUSED) {
            throw nothing("The work order of " + link.template() + " is not refused any more.");
        }
        return refused.askAgain(link, order, item, by);
    }

    private String updateAgain(WorkOrderLink link, DomainOrder order, OrderLineItem item, String by, Instant at) {
        if (!link.takesRequests()) {
            throw nothing("The work order " + name(link) + " takes no more changes.");
        }
        desk.update(link, order, wanted.data(link, order, item), item.version(), by, at);
        return "All of its data was sent again (request " + link.requestRevision() + ").";
    }

    private String cancelAgain(WorkOrderLink link, DomainOrder order, OrderLineItem item, String by, Instant at) {
        if (!link.existing().isOpen()) {
            throw nothing("The work order " + name(link) + " can't be canceled any more: it is " + link.state() + ".");
        }
        if (item.state() != OrderState.CANCELLATION_IN_PROGRESS && wanted.isWanted(link, order, item)) {
            throw nothing("The work order " + name(link) + " is wanted again.");
        }
        String why = item.cancelReason() == null ? "It is no longer needed." : item.cancelReason();
        desk.cancel(link, order, item.version(), why, by, at);
        return "Its cancellation was asked for again (request " + link.requestRevision() + ").";
    }

    private static String name(WorkOrderLink link) {
        return link.number() == null ? "of " + link.template() : link.number();
    }

    private static Refusal nothing(String message) {
        return Refusal.conflict(WantedNow.NOTHING, message);
    }
}
