package io.orderfield.om.change;

import static java.util.stream.Collectors.groupingBy;

import io.orderfield.kernel.Refusal;
import io.orderfield.kernel.Shared;
import io.orderfield.om.catalog.Catalog;
import io.orderfield.om.change.OrderCancellationView.ItemCancellation;
import io.orderfield.om.customerorder.CustomerOrder;
import io.orderfield.om.customerorder.CustomerOrderRevision;
import io.orderfield.om.customerorder.CustomerOrders;
import io.orderfield.om.customerorder.LineItemRevision;
import io.orderfield.om.customerorder.OrderLineItem;
import io.orderfield.om.customerorder.OrderState;
import io.orderfield.om.domainorder.DomainOrder;
import io.orderfield.om.domainorder.DomainOrders;
import io.orderfield.om.domainorder.ItemFacts;
import io.orderfield.om.domainorder.WorkOrderLink;
import io.orderfield.om.domainorder.WorkOrderLinks;
import io.orderfield.om.ordering.CustomerOrderPreview;
import io.orderfield.om.ordering.LineItemPreview;
import io.orderfield.om.ordering.RevisedLineItem;
import io.orderfield.om.ordering.RevisedOrder;
import io.orderfield.om.plan.PlanStep;
import io.orderfield.om.plan.WorkOrderPlan;
import io.orderfield.om.policy.Policies;
import io.orderfield.om.user.CurrentUser;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * The impact preview: says what a change or a cancellation in flight would do, by the same plan that the change itself uses.
 * The checks lock what the preview was made from, item first, so that nothing can move until the caller's transaction ends.
 *
 * <p>What item and order would say is decided by {@link LineItemPreview} and {@link CustomerOrderPreview}, what happens to
 * their work by {@link InflightPlan}; {@link Impact} only collects it.
 */
@Shared
public class ImpactPreview {
    private static final String WHAT = "lineItem";
    private static final String ORDER = "customerOrder";

    private final CustomerOrders customerOrders;
    private final DomainOrders orders;
    private final LineItemPreview preview;
    private final CustomerOrderPreview orderPreview;
    private final Catalog catalog;
    private final Policies policies;

    @Inject
    public ImpactPreview(
            CustomerOrders customerOrders,
            DomainOrders orders,
            LineItemPreview preview,
            CustomerOrderPreview orderPreview,
            Catalog catalog,
            Policies policies) {
        this.customerOrders = customerOrders;
        this.orders = orders;
        this.preview = preview;
        this.orderPreview = orderPreview;
        this.catalog = catalog;
        this.policies = policies;
    }

    /** Previews a change without a lock. */
    ImpactView impact(CurrentUser by, String lineItem, LineItemRevision revision) {
        OrderLineItem item = read(lineItem);
        return impact(visible(by, item), item, orders.ofItems(List.of(item.id())), revision);
    }

    /**
     * Locks, and previews a change again.
     *
     * @throws Refusal STALE when the preview is no longer the one that the caller saw
     */
    void check(CurrentUser by, String lineItem, LineItemRevision revision, String etag) {
        OrderLineItem item = locked(lineItem);
        CustomerOrder order = visible(by, item);
        same(impact(order, item, orders.lockOfItems(List.of(item.id())), revision), etag, lineItem);
    }

    /**
     * What a change would do to the given domain orders of the item.
     *
     * @throws Refusal as the change itself would
     */
    ImpactView impact(CustomerOrder order, OrderLineItem item, List<DomainOrder> ofItem, LineItemRevision revision) {
        RevisedLineItem revised = preview.revised(order, item, revision);
        ItemFacts after = ItemFacts.of(order, item).after(revised);
        WorkOrderLinks links = links(ofItem);
        Impact impact = new Impact().basedOn(item, ofItem, links);
        if (!revised.differences().isEmpty()) {
            Planner planner = new Planner(CustomerInformation.of(catalog, List.of(after)));
            new InflightPlan(ofItem, links, after, revised.differences(), policies, planner)
                    .stepsByOrder()
                    .forEach((domainOrder, steps) -> impact.steps(domainOrder, false, steps, links.of(domainOrder)));
        }
        return impact.view(revised.differences());
    }

    /** Previews a revision of an order as a whole without a lock. */
    OrderImpactView impact(CustomerOrder order, CustomerOrderRevision revision) {
        List<OrderLineItem> items = customerOrders.items(order.id());
        return impact(order, items, orders.ofItems(ids(items)), revision);
    }

    /**
     * Locks the order's items and their work, and previews a revision of the order, which is locked, again.
     *
     * @throws Refusal STALE when the preview is no longer the one that the caller saw
     */
    void check(CustomerOrder order, CustomerOrderRevision revision, String etag) {
        List<OrderLineItem> items = customerOrders.lockItems(order.id());
        same(impact(order, items, orders.lockOfItems(ids(items)), revision).impact(), etag, order.number());
    }

    private OrderImpactView impact(
            CustomerOrder order, List<OrderLineItem> items, List<DomainOrder> ofItems, CustomerOrderRevision revision) {
        RevisedOrder revised = orderPreview.revised(order, items, revision);
        Map<UUID, List<DomainOrder>> byItem = ofItems.stream().collect(Collectors.groupingBy(DomainOrder::itemId));
        WorkOrderLinks links = links(ofItems);
        Map<OrderLineItem, ItemFacts> after = new LinkedHashMap<>();
        revised.items()
                .forEach((item, next) ->
                        after.put(item, ItemFacts.of(order, item).after(next)));
        Planner planner = new Planner(CustomerInformation.of(catalog, List.copyOf(after.values())));
        Impact impact = new Impact().basedOn(order.number() + ' ' + order.state() + ' ' + order.lastRevision());
        impact.basedOn(revised.leftAlone());
        after.forEach((item, facts) -> {
            List<DomainOrder> ofItem = byItem.getOrDefault(item.id(), List.of());
            impact.basedOn(item, ofItem, links);
            var differences = Objects.requireNonNull(revised.items().get(item)).differences();
            if (!differences.isEmpty()) {
                new InflightPlan(ofItem, links, facts, differences, policies, planner)
                        .stepsByOrder()
                        .forEach(
                                (domainOrder, steps) -> impact.steps(domainOrder, false, steps, links.of(domainOrder)));
            }
        });
        return new OrderImpactView(
                impact.view(revised.differences()),
                after.keySet().stream().map(OrderLineItem::number).toList(),
                revised.leftAlone());
    }

    /** Previews a cancellation without a lock. */
    ImpactView cancellation(CurrentUser by, String lineItem) {
        OrderLineItem item = read(lineItem);
        visible(by, item);
        return cancellation(item, orders.ofItems(List.of(item.id())));
    }

    /**
     * Locks, and previews a cancellation again.
     *
     * @throws Refusal STALE when the preview is no longer the one that the caller saw
     */
    void checkCancellation(CurrentUser by, String lineItem, String etag) {
        OrderLineItem item = locked(lineItem);
        visible(by, item);
        same(cancellation(item, orders.lockOfItems(List.of(item.id()))), etag, lineItem);
    }

    private ImpactView cancellation(OrderLineItem item, List<DomainOrder> ofItem) {
        item.checkChangeable("CANCEL");
        return cancellation(item, ofItem, links(ofItem));
    }

    private static ImpactView cancellation(OrderLineItem item, List<DomainOrder> ofItem, WorkOrderLinks links) {
        Impact impact = new Impact().basedOn("cancellation").basedOn(item, ofItem, links);
        for (DomainOrder order : ofItem) {
            List<WorkOrderLink> ofOrder = links.of(order);
            if (!order.state().isFinal()) {
                List<PlanStep> steps = WorkOrderPlan.stepsToNothing(
                        ofOrder.stream().map(WorkOrderLink::existing).toList());
                impact.steps(order, false, steps, ofOrder);
            }
            impact.leavesDoneWork(order, ofOrder);
        }
        return impact.view(List.of());
    }

    /** Previews the cancellation of a whole order without a lock. */
    OrderCancellationView orderCancellation(CurrentUser by, String number) {
        CustomerOrder order = customerOrders.find(number).orElseThrow(() -> Refusal.notFound(ORDER, number));
        by.checkSees(order.account(), ORDER, number);
        List<OrderLineItem> items = customerOrders.items(order.id());
        return orderCancellation(order, items, orders.ofItems(ids(items)));
    }

    /**
     * Locks, and previews the cancellation of a whole order again.
     *
     * @throws Refusal STALE when the preview is no longer the one that the caller saw
     */
    void checkOrderCancellation(CurrentUser by, String number, String etag) {
        CustomerOrder order = customerOrders.lock(number).orElseThrow(() -> Refusal.notFound(ORDER, number));
        by.checkSees(order.account(), ORDER, number);
        List<OrderLineItem> items = customerOrders.lockItems(order.id());
        same(orderCancellation(order, items, orders.lockOfItems(ids(items))).etag(), etag, number);
    }

    private OrderCancellationView orderCancellation(
            CustomerOrder order, List<OrderLineItem> items, List<DomainOrder> domainOrders) {
        order.checkCancelable();
        WorkOrderLinks links = links(domainOrders);
        Map<UUID, List<DomainOrder>> byItem = domainOrders.stream().collect(groupingBy(DomainOrder::itemId));
        Impact all = new Impact().basedOn("cancellation of " + order.number() + ' ' + order.state());
        List<ItemCancellation> concerned = new ArrayList<>();
        for (OrderLineItem item : items) {
            List<DomainOrder> ofItem = byItem.getOrDefault(item.id(), List.of());
            ImpactView impact = cancellation(item, ofItem, links);
            all.basedOn(impact.etag());
            if (!order.hasEnded(item) && item.state() != OrderState.CANCELLATION_IN_PROGRESS) {
                concerned.add(concerned(item, impact));
            }
        }
        return new OrderCancellationView(
                order.number(), concerned, all.view(List.of()).etag());
    }

    private static ItemCancellation concerned(OrderLineItem item, ImpactView impact) {
        List<ImpactRow> cancels = item.isPastPointOfNoReturn() ? List.of() : impact.cancels();
        List<ImpactRow> leaves = new ArrayList<>(item.isPastPointOfNoReturn() ? impact.cancels() : List.of());
        leaves.addAll(impact.leaves());
        return new ItemCancellation(item.number(), item.state().name(), item.isPastPointOfNoReturn(), cancels, leaves);
    }

    private static List<UUID> ids(List<OrderLineItem> items) {
        return items.stream().map(OrderLineItem::id).toList();
    }

    /** @throws Refusal STALE when the preview is no longer the one that the caller saw */
    static void same(ImpactView now, String etag, String number) {
        same(now.etag(), etag, number);
    }

    private static void same(String now, String seen, String number) {
        if (!now.equals(seen)) {
            throw Refusal.stale("plan", number);
        }
    }

    private OrderLineItem read(String lineItem) {
        return customerOrders.findItem(lineItem).orElseThrow(() -> Refusal.notFound(WHAT, lineItem));
    }

    private OrderLineItem locked(String lineItem) {
        return customerOrders.lockItem(lineItem).orElseThrow(() -> Refusal.notFound(WHAT, lineItem));
    }

    private CustomerOrder visible(CurrentUser by, OrderLineItem item) {
        CustomerOrder order = customerOrders.find(item.orderId()).orElseThrow();
        by.checkSees(order.account(), WHAT, item.number());
        return order;
    }

    private WorkOrderLinks links(List<DomainOrder> ofItem) {
        return orders.links(ofItem.stream().map(DomainOrder::id).toList());
    }
}
