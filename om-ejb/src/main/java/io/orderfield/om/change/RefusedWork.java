package io.orderfield.om.change;

import io.orderfield.kernel.Refusal;
import io.orderfield.kernel.Sentence;
import io.orderfield.kernel.Shared;
import io.orderfield.om.catalog.Checks;
import io.orderfield.om.customerorder.OrderLineItem;
import io.orderfield.om.domainorder.Activity;
import io.orderfield.om.domainorder.DomainOrder;
import io.orderfield.om.domainorder.DomainOrders;
import io.orderfield.om.domainorder.OrderLocks;
import io.orderfield.om.domainorder.OrderLocks.LockedOrder;
import io.orderfield.om.domainorder.OutsideEvents;
import io.orderfield.om.domainorder.WorkOrderLink;
import io.orderfield.om.domainorder.WorkOrderRequester;
import io.orderfield.om.fallout.Fallouts;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What becomes of a work order that Field Service refused to create: it is asked for again, with what the item says now, or
 * a manager does without it. Until then it stands against closing. Possible past the point of no return as well.
 */
@Shared
public class RefusedWork {
    /** A note holds the template beside the reason. */
    private static final int LONGEST_REASON = 3_800;

    /** The cause of the fallout that the refusal raised. */
    static final String CAUSE = "creation-refused";

    private final DomainOrders orders;
    private final OrderLocks locks;
    private final WantedNow wanted;
    private final WorkOrderRequester requester;
    private final Activity activity;
    private final OutsideEvents outside;
    private final Fallouts fallouts;
    private final Clock clock;

    @Inject
    public RefusedWork(
            DomainOrders orders,
            OrderLocks locks,
            WantedNow wanted,
            WorkOrderRequester requester,
            Activity activity,
            OutsideEvents outside,
            Fallouts fallouts,
            Clock clock) {
        this.orders = orders;
        this.locks = locks;
        this.wanted = wanted;
        this.requester = requester;
        this.activity = activity;
        this.outside = outside;
        this.fallouts = fallouts;
        this.clock = clock;
    }

    /** Asks for it again on its domain order's page, which ends the fallout that the refusal raised. */
    public DomainOrder retry(String number, UUID workOrderKey, @Nullable Long expectedVersion, String by) {
        LockedOrder locked = locks.lock(number, expectedVersion);
        WorkOrderLink link = link(locked.order(), workOrderKey);
        Sentence done = askAgain(link, locked.order(), locked.item(), by);
        fallouts.resolve(CAUSE, List.of(workOrderKey), done, by);
        return locked.order();
    }

    /**
     * Asks for a refused work order again; the only way to do so. The caller holds the locks of the item and the domain
     * order.
     *
     * @return what was done
     * @throws Refusal {@code domain-order-closed}, {@code wrong-state} unless it is REFUSED, {@code nothing-to-retry} when
     *     no row of the table wants it any more
     */
    Sentence askAgain(WorkOrderLink link, DomainOrder order, OrderLineItem item, String by) {
        order.checkTakesWork();
        link.checkRetryable();
        Instant at = clock.instant();
        requester.createAgain(link, order, wanted.data(link, order, item), item.version(), by, at);
        Sentence done = Sentence.of("note.retried.creation")
                .with("request", link.requests().revision());
        activity.retried(order, link, by, done, at);
        outside.workOrderChanged(order, link, at);
        activity.announce(order);
        return done;
    }

    public DomainOrder waive(
            String number, UUID workOrderKey, @Nullable String why, @Nullable Long expectedVersion, String by) {
        String reason = Checks.reason(why, LONGEST_REASON);
        LockedOrder locked = locks.lock(number, expectedVersion);
        DomainOrder order = locked.order();
        WorkOrderLink link = link(order, workOrderKey);
        order.checkTakesWork();
        Instant at = clock.instant();
        link.waive(reason, by);
        order.touch(at);
        activity.byPerson(order, "work-order-waived", by, List.of(), link.template() + ": " + reason, at);
        activity.announce(order);
        fallouts.resolve(CAUSE, List.of(workOrderKey), Sentence.verbatim(reason), by);
        return order;
    }

    private WorkOrderLink link(DomainOrder order, UUID workOrderKey) {
        return orders.links(List.of(order.id())).of(order.id()).stream()
                .filter(l -> l.key().equals(workOrderKey))
                .findFirst()
                .orElseThrow(() -> Refusal.notFound("workOrder", workOrderKey.toString()));
    }
}
