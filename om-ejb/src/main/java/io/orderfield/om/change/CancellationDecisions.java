package io.orderfield.om.change;

import io.orderfield.kernel.Refusal;
import io.orderfield.kernel.Shared;
import io.orderfield.om.catalog.Catalog;
import io.orderfield.om.catalog.Checks;
import io.orderfield.om.change.CancellationView.CancellationWork;
import io.orderfield.om.customerorder.CustomerOrder;
import io.orderfield.om.customerorder.CustomerOrders;
import io.orderfield.om.customerorder.LineItemClosed;
import io.orderfield.om.customerorder.OrderLineItem;
import io.orderfield.om.customerorder.OrderState;
import io.orderfield.om.domainorder.Activity;
import io.orderfield.om.domainorder.DomainOrder;
import io.orderfield.om.domainorder.DomainOrders;
import io.orderfield.om.domainorder.ItemFacts;
import io.orderfield.om.domainorder.ItemRollUp;
import io.orderfield.om.domainorder.OutsideEvents;
import io.orderfield.om.domainorder.WorkOrderLink;
import io.orderfield.om.domainorder.WorkOrderLinks;
import io.orderfield.om.domainorder.WorkOrderRequester;
import io.orderfield.om.fallout.Fallouts;
import io.orderfield.om.plan.WantedWork;
import io.orderfield.om.policy.Policies;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The manager's decision about an item whose cancellation Field Service could not carry out everywhere: cancel it anyway,
 * with the done work listed, or keep it, with its plan recomputed. It waits for Field Service's last answer, and it ends the
 * fallouts that the refusals raised.
 */
@Shared
public class CancellationDecisions {
    /** A note lists the done work beside the reason. */
    private static final int LONGEST_REASON = 2_000;

    private static final int MOST_LISTED = 50;

    private final CustomerOrders customerOrders;
    private final DomainOrders orders;
    private final Catalog catalog;
    private final Policies policies;
    private final WorkOrderRequester requester;
    private final Activity activity;
    private final OutsideEvents outside;
    private final ItemRollUp rollUp;
    private final Fallouts fallouts;
    private final Event<LineItemClosed> closed;
    private final Clock clock;

    @Inject
    public CancellationDecisions(
            CustomerOrders customerOrders,
            DomainOrders orders,
            Catalog catalog,
            Policies policies,
            WorkOrderRequester requester,
            Activity activity,
            OutsideEvents outside,
            ItemRollUp rollUp,
            Fallouts fallouts,
            Event<LineItemClosed> closed,
            Clock clock) {
        this.customerOrders = customerOrders;
        this.orders = orders;
        this.catalog = catalog;
        this.policies = policies;
        this.requester = requester;
        this.activity = activity;
        this.outside = outside;
        this.rollUp = rollUp;
        this.fallouts = fallouts;
        this.closed = closed;
        this.clock = clock;
    }

    /** The item with everything that the decision is about, locked where somebody decides. */
    private record Case(OrderLineItem item, List<DomainOrder> ofItem, WorkOrderLinks links) {
        List<DomainOrder> open() {
            return ofItem.stream().filter(d -> !d.state().isFinal()).toList();
        }

        /** Those of all its work orders, of domain orders that have ended too. */
        List<UUID> keys() {
            return ofItem.stream()
                    .flatMap(d -> links.of(d).stream())
                    .map(WorkOrderLink::key)
                    .toList();
        }

        void settle() {
            open().forEach(d -> links.of(d).forEach(l -> l.requests().settleCancellation()));
        }

        List<CancellationWork> work(Predicate<WorkOrderLink> which) {
            return open().stream()
                    .flatMap(d -> links.of(d).stream().filter(which).map(l -> work(d, l)))
                    .toList();
        }

        private static CancellationWork work(DomainOrder order, WorkOrderLink link) {
            return new CancellationWork(
                    order.number(), link.number(), link.template(), link.state().name());
        }
    }

    /** How far the cancellation has come, read without locks. */
    CancellationView view(OrderLineItem item) {
        item.checkCancellationInProgress();
        return views(List.of(item)).get(0);
    }

    private static CancellationView view(Case read) {
        List<CancellationWork> awaited = read.work(CancellationDecisions::isAwaited);
        return new CancellationView(
                read.item().number(),
                read.item().cancelReason(),
                awaited.isEmpty(),
                awaited,
                read.work(l -> !isAwaited(l) && (l.isOpen() || l.isCancelRefused())));
    }

    /** The same for several items, in the same number of statements. */
    List<CancellationView> views(List<OrderLineItem> items) {
        List<DomainOrder> ofItems =
                orders.ofItems(items.stream().map(OrderLineItem::id).toList());
        WorkOrderLinks links = links(ofItems);
        Map<UUID, List<DomainOrder>> byItem = ofItems.stream().collect(Collectors.groupingBy(DomainOrder::itemId));
        return items.stream()
                .map(i -> view(new Case(i, byItem.getOrDefault(i.id(), List.of()), links)))
                .toList();
    }

    /**
     * Decides.
     *
     * @throws Refusal {@code wrong-state} unless its cancellation is in progress; {@code cancellation-unanswered} with {@code
     *     workOrders} while Field Service has not answered everything; {@code open-work-orders} with {@code workOrders} when
     *     it is to be canceled although work is open; INVALID, STALE, NOT_FOUND
     */
    void decide(
            String lineItem,
            CancellationDecision decision,
            @Nullable String why,
            @Nullable Long expectedRevision,
            String by) {
        String reason = Checks.reason(why, LONGEST_REASON);
        OrderLineItem item =
                customerOrders.lockItem(lineItem).orElseThrow(() -> Refusal.notFound("lineItem", lineItem));
        Refusal.checkVersion(expectedRevision, item.revision(), "lineItem", lineItem);
        item.checkCancellationInProgress();
        List<DomainOrder> ofItem = orders.lockOfItems(List.of(item.id()));
        Case locked = new Case(item, ofItem, links(ofItem));
        List<CancellationWork> awaited = locked.work(CancellationDecisions::isAwaited);
        if (!awaited.isEmpty()) {
            throw Refusal.conflict("cancellation-unanswered")
                    .with("lineItem", lineItem)
                    .showing("workOrders", awaited);
        }
        Instant at = clock.instant();
        if (decision == CancellationDecision.KEEP) {
            keep(locked, reason, by, at);
        } else {
            cancelAnyway(locked, reason, by, at);
        }
        fallouts.resolve("cancellation-refused", locked.keys(), decision.said(reason), by);
    }

    private void cancelAnyway(Case locked, String reason, String by, Instant at) {
        List<CancellationWork> open = locked.work(WorkOrderLink::isOpen);
        if (!open.isEmpty()) {
            throw Refusal.conflict("open-work-orders.cancelAnyway")
                    .with("number", locked.item().number())
                    .showing("workOrders", open);
        }
        locked.settle();
        for (DomainOrder order : locked.open()) {
            order.finishCancellation(at);
            activity.byPerson(
                    order,
                    "canceled",
                    by,
                    List.of(),
                    reason + doneWork(locked.links().of(order)),
                    at);
            outside.domainOrderStateChanged(order, at);
            activity.announce(order);
        }
        rollUp.recount(locked.item(), locked.ofItem(), by, at);
    }

    private void keep(Case locked, String reason, String by, Instant at) {
        OrderLineItem item = locked.item();
        CustomerOrder customerOrder = customerOrders.find(item.orderId()).orElseThrow();
        boolean orderIsOnHold = customerOrder.state() == OrderState.ON_HOLD;
        item.keep(orderIsOnHold, at);
        locked.settle();
        ItemFacts facts = ItemFacts.of(customerOrder, item);
        Planner planner = new Planner(CustomerInformation.of(catalog, List.of(facts)));
        List<WantedWork> wantedOfItem = new ArrayList<>();
        for (DomainOrder order : locked.open()) {
            order.keep(orderIsOnHold, at);
            activity.byPerson(order, "kept", by, List.of(), reason, at);
            List<WantedWork> wanted = planner.wanted(
                    order, facts, policies.version(order.decision().tableVersion()));
            wantedOfItem.addAll(wanted);
            List<WorkOrderLink> links = locked.links().of(order);
            order.decision().basedOn(planner.facts(order, facts));
            requester.take(planner.plan(order, facts, wanted, links), order, links, item.version(), reason, by, at);
            outside.domainOrderStateChanged(order, at);
            activity.announce(order);
        }
        Planner.checkNumber(item.number(), wantedOfItem);
        outside.lineItemChanged(item, locked.ofItem().get(0), at);
        closed.fire(new LineItemClosed(item.orderId(), item.id(), by));
    }

    private WorkOrderLinks links(List<DomainOrder> ofItem) {
        return orders.links(ofItem.stream().map(DomainOrder::id).toList());
    }

    private static boolean isAwaited(WorkOrderLink link) {
        return link.pending().isPresent();
    }

    private static String doneWork(List<WorkOrderLink> links) {
        List<String> done = links.stream()
                .filter(l -> l.state().isClosedByWork())
                .map(l -> (l.number() == null ? l.template() : l.number()) + " " + l.state())
                .toList();
        if (done.isEmpty()) {
            return "";
        }
        return "\nDone work: " + done.stream().limit(MOST_LISTED).collect(Collectors.joining(", "))
                + (done.size() > MOST_LISTED ? " and " + (done.size() - MOST_LISTED) + " more" : "");
    }
}
