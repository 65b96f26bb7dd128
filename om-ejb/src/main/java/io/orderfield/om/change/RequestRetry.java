package io.orderfield.om.change;

import io.orderfield.kernel.Refusal;
import io.orderfield.kernel.Sentence;
import io.orderfield.kernel.Shared;
import io.orderfield.om.customerorder.CustomerOrders;
import io.orderfield.om.customerorder.OrderLineItem;
import io.orderfield.om.customerorder.OrderState;
import io.orderfield.om.domainorder.Activity;
import io.orderfield.om.domainorder.DomainOrder;
import io.orderfield.om.domainorder.DomainOrders;
import io.orderfield.om.domainorder.OutsideEvents;
import io.orderfield.om.domainorder.WorkOrderLink;
import io.orderfield.om.domainorder.WorkOrderRequester;
import io.orderfield.om.fallout.Retry;
import io.orderfield.om.plan.LinkState;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;

/**
 * Sends once more what Field Service refused: as the item is now, not as it was then. Possible past the point of no return
 * as well, since it changes nothing of the item.
 */
@Shared
public class RequestRetry implements Retry {
    private final CustomerOrders customerOrders;
    private final DomainOrders orders;
    private final WantedNow wanted;
    private final RefusedWork refused;
    private final WorkOrderRequester requester;
    private final Activity activity;
    private final OutsideEvents outside;
    private final Clock clock;

    @Inject
    public RequestRetry(
            CustomerOrders customerOrders,
            DomainOrders orders,
            WantedNow wanted,
            RefusedWork refused,
            WorkOrderRequester requester,
            Activity activity,
            OutsideEvents outside,
            Clock clock) {
        this.customerOrders = customerOrders;
        this.orders = orders;
        this.wanted = wanted;
        this.refused = refused;
        this.requester = requester;
        this.activity = activity;
        this.outside = outside;
        this.clock = clock;
    }

    @Override
    public Set<String> causes() {
        return Set.of(RefusedWork.CAUSE, "update-refused", "cancellation-refused");
    }

    @Override
    public Sentence retry(UUID workOrderKey, String cause, String by) {
        DomainOrders.Place place =
                orders.placeOf(workOrderKey).orElseThrow(() -> Refusal.conflict("nothing-to-retry.unknown"));
        OrderLineItem item = customerOrders.lockItem(place.itemId()).orElseThrow();
        DomainOrder order = orders.lock(place.id());
        WorkOrderLink link = orders.link(workOrderKey);
        if (cause.equals(RefusedWork.CAUSE)) {
            return createAgain(link, order, item, by);
        }
        Instant at = clock.instant();
        Sentence done = cause.equals("update-refused")
                ? updateAgain(link, order, item, by, at)
                : cancelAgain(link, order, item, by, at);
        activity.retried(order, link, by, done, at);
        outside.workOrderChanged(order, link, at);
        activity.announce(order);
        return done;
    }

    private Sentence createAgain(WorkOrderLink link, DomainOrder order, OrderLineItem item, String by) {
        if (link.state() != LinkState.REFUSED) {
            throw Refusal.conflict("nothing-to-retry.notRefused").with("template", link.template());
        }
        return refused.askAgain(link, order, item, by);
    }

    private Sentence updateAgain(WorkOrderLink link, DomainOrder order, OrderLineItem item, String by, Instant at) {
        if (!link.takesRequests()) {
            throw Refusal.conflict("nothing-to-retry.noChanges").with("name", name(link));
        }
        requester.update(link, order, wanted.data(link, order, item), item.version(), by, at);
        return Sentence.of("note.retried.update")
                .with("request", link.requests().revision());
    }

    private Sentence cancelAgain(WorkOrderLink link, DomainOrder order, OrderLineItem item, String by, Instant at) {
        if (!link.existing().isOpen()) {
            throw Refusal.conflict("nothing-to-retry.notCancelable")
                    .with("name", name(link))
                    .with("state", link.state());
        }
        if (item.state() != OrderState.CANCELLATION_IN_PROGRESS && wanted.isWanted(link, order, item)) {
            throw Refusal.conflict("nothing-to-retry.wantedAgain").with("name", name(link));
        }
        String why = item.cancelReason() == null ? "It is no longer needed." : item.cancelReason();
        requester.cancel(link, order, item.version(), why, by, at);
        return Sentence.of("note.retried.cancellation")
                .with("request", link.requests().revision());
    }

    private static Object name(WorkOrderLink link) {
        return link.number() == null
                ? Sentence.of("workOrder.ofTemplate").with("template", link.template())
                : link.number();
    }
}
