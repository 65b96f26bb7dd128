package io.orderfield.om.domainorder;

import io.orderfield.messaging.refusal.Refusal;
import io.orderfield.om.catalog.Catalog;
import io.orderfield.om.customerorder.CustomerOrders;
import io.orderfield.om.customerorder.OrderLineItem;
import io.orderfield.om.domainorder.OrderLocks.LockedOrder;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What becomes of a work order that Field Service refused to create: it is asked for again, with what the item says now, or
 * a manager does without it. Until then it stands against closing. Possible past the point of no return as well.
 */
@ApplicationScoped
class RefusedWork {
    /** A note holds the template beside the reason. */
    private static final int LONGEST_REASON = 3_800;

    @Inject
    private CustomerOrders customerOrders;

    @Inject
    private DomainOrders orders;

    @Inject
    private OrderLocks locks;

    @Inject
    private Catalog catalog;

    @Inject
    private Policies policies;

    @Inject
    private WorkOrderDesk desk;

    @Inject
    private Activity activity;

    private final Clock clock;

    protected RefusedWork() {
        this.clock = Clock.tickMillis(ZoneOffset.UTC);
    }

    RefusedWork(
            CustomerOrders customerOrders,
            DomainOrders orders,
            OrderLocks locks,
            Catalog catalog,
            Policies policies,
            WorkOrderDesk desk,
            Activity activity,
            Clock clock) {
        this.customerOrders = customerOrders;
        this.orders = orders;
        this.locks = locks;
        this.catalog = catalog;
        this.policies = policies;
        this.desk = desk;
        this.activity = activity;
        this.clock = clock;
    }

    DomainOrder retry(String number, UUID workOrderKey, @Nullable Long expectedVersion, String by) {
        LockedOrder locked = locks.lock(number, expectedVersion);
        DomainOrder order = locked.order();
        WorkOrderLink link = link(order, workOrderKey);
        order.checkTakesWork();
        Instant at = clock.instant();
        desk.createAgain(
                link, order, data(order, locked.item(), link), locked.item().version(), by, at);
        activity.byPerson(order, "work-order-retried", by, List.of(), link.template(), at);
        activity.announce(order);
        return order;
    }

    DomainOrder waive(
            String number, UUID workOrderKey, @Nullable String why, @Nullable Long expectedVersion, String by) {
        String reason = Reasons.required(why, LONGEST_REASON);
        LockedOrder locked = locks.lock(number, expectedVersion);
        DomainOrder order = locked.order();
        WorkOrderLink link = link(order, workOrderKey);
        order.checkTakesWork();
        Instant at = clock.instant();
        link.waive(reason, by, at);
        order.touch(at);
        activity.byPerson(order, "work-order-waived", by, List.of(), link.template() + ": " + reason, at);
        activity.announce(order);
        return order;
    }

    private WorkOrderLink link(DomainOrder order, UUID workOrderKey) {
        return orders.links(List.of(order.id())).of(order.id()).stream()
                .filter(l -> l.key().equals(workOrderKey))
                .findFirst()
                .orElseThrow(() -> Refusal.notFound("work order of " + order.number(), workOrderKey.toString()));
    }

    /** The item and the customer may have changed since the refusal. */
    private WorkOrderData data(DomainOrder order, OrderLineItem item, WorkOrderLink link) {
        ItemFacts facts = ItemFacts.of(customerOrders.find(item.orderId()).orElseThrow(), item);
        Planner planner = new Planner(CustomerInformation.of(catalog, List.of(facts)));
        WantedWork work = link.origin() != LinkOrigin.PLAN
                ? null
                : planner.wanted(order, facts, policies.version(order.tableVersion())).stream()
                        .filter(w -> w.template().equals(link.template()))
                        .findFirst()
                        .orElse(null);
        return planner.data(order, facts, link.template(), work);
    }
}
