package io.orderfield.om.closing;

import io.orderfield.kernel.Refusal;
import io.orderfield.kernel.Shared;
import io.orderfield.om.catalog.Checks;
import io.orderfield.om.customerorder.CustomerOrder;
import io.orderfield.om.customerorder.CustomerOrders;
import io.orderfield.om.customerorder.OrderLineItem;
import io.orderfield.om.domainorder.Activity;
import io.orderfield.om.domainorder.DomainOrder;
import io.orderfield.om.domainorder.DomainOrderAction;
import io.orderfield.om.domainorder.DomainOrderState;
import io.orderfield.om.domainorder.DomainOrders;
import io.orderfield.om.domainorder.FollowUp;
import io.orderfield.om.domainorder.FollowUpWishes;
import io.orderfield.om.domainorder.ItemRollUp;
import io.orderfield.om.domainorder.OrderLocks;
import io.orderfield.om.domainorder.OrderLocks.LockedOrder;
import io.orderfield.om.domainorder.OutsideEvents;
import io.orderfield.om.domainorder.WorkOrderLink;
import io.orderfield.om.domainorder.WorkOrderLinks;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Closes domain orders, in the caller's transaction and name. The line item and the domain order are locked before anything
 * of them is read, and whatever could bring new work takes the same locks: so nothing can come in between.
 */
@Shared
public class ClosingDesk {
    private final CustomerOrders customerOrders;
    private final DomainOrders orders;
    private final FollowUpWishes wishes;
    private final OrderLocks locks;
    private final Activity activity;
    private final OutsideEvents outside;
    private final ItemRollUp rollUp;
    private final Clock clock;

    @Inject
    public ClosingDesk(
            CustomerOrders customerOrders,
            DomainOrders orders,
            FollowUpWishes wishes,
            OrderLocks locks,
            Activity activity,
            OutsideEvents outside,
            ItemRollUp rollUp,
            Clock clock) {
        this.customerOrders = customerOrders;
        this.orders = orders;
        this.wishes = wishes;
        this.locks = locks;
        this.activity = activity;
        this.outside = outside;
        this.rollUp = rollUp;
        this.clock = clock;
    }

    /** What whoever closes says about it. */
    public record Decision(
            boolean acknowledgeIncomplete, @Nullable String reason, String by) {
        /** @throws Refusal INVALID for a reason that is too long */
        public Decision {
            reason = Checks.optionalReason(reason);
        }
    }

    public DomainOrder close(String number, Decision decision, @Nullable Long expectedVersion) {
        LockedOrder locked = locks.lock(number, expectedVersion);
        OrderLineItem item = locked.item();
        DomainOrder order = locked.order();
        close(order, guard(order), decision);
        rollUp.recount(item, orders.ofItems(List.of(item.id())), decision.by(), clock.instant());
        return order;
    }

    List<Blocker> blockers(DomainOrder order) {
        return order.state().isFinal() ? List.of() : guard(order).blockers();
    }

    /** Closes every domain order of an order that can be, parts before wholes, and says of each other one why not. */
    public ClosingResult closeAll(String customerOrder, Decision decision) {
        CustomerOrder locked =
                customerOrders.lock(customerOrder).orElseThrow(() -> Refusal.notFound("customerOrder", customerOrder));
        return closeAll(customerOrders.lockItems(locked.id()), decision);
    }

    /** The same for the domain orders of one line item. */
    ClosingResult closeAllOfItem(String lineItem, Decision decision, @Nullable Long expectedRevision) {
        OrderLineItem item =
                customerOrders.lockItem(lineItem).orElseThrow(() -> Refusal.notFound("lineItem", lineItem));
        Refusal.checkVersion(expectedRevision, item.revision(), "lineItem", lineItem);
        return closeAll(List.of(item), decision);
    }

    private ClosingResult closeAll(List<OrderLineItem> locked, Decision decision) {
        Map<UUID, OrderLineItem> items =
                locked.stream().collect(Collectors.toMap(OrderLineItem::id, Function.identity()));
        List<DomainOrder> all = orders.lockOfItems(items.keySet());
        Map<UUID, ClosingGuard> guards = guards(all, items.keySet());
        List<String> closed = new ArrayList<>();
        List<NotClosed> notClosed = new ArrayList<>();
        Set<UUID> touchedItems = new HashSet<>();
        List<DomainOrder> bottomUp = all.stream()
                .filter(d -> !d.state().isFinal())
                .sorted(Comparator.comparingInt((DomainOrder d) -> d.node().depth())
                        .reversed()
                        .thenComparing(DomainOrder::number))
                .toList();
        for (DomainOrder order : bottomUp) {
            try {
                close(order, Objects.requireNonNull(guards.get(order.id())), decision);
                closed.add(order.number());
                touchedItems.add(order.itemId());
            } catch (Refusal refusal) {
                // a refusal comes before any change, so the others can go on
                notClosed.add(notClosed(order, refusal));
            }
        }
        Map<UUID, List<DomainOrder>> byItem = all.stream().collect(Collectors.groupingBy(DomainOrder::itemId));
        touchedItems.forEach(id -> rollUp.recount(
                Objects.requireNonNull(items.get(id)),
                Objects.requireNonNull(byItem.get(id)),
                decision.by(),
                clock.instant()));
        return new ClosingResult(closed, notClosed);
    }

    /** What each looks at is read for all of them at once. */
    private Map<UUID, ClosingGuard> guards(List<DomainOrder> all, Set<UUID> itemIds) {
        List<UUID> ids = all.stream().map(DomainOrder::id).toList();
        WorkOrderLinks links = orders.links(ids);
        Map<UUID, List<FollowUp>> undecided = wishes.openWishes(ids);
        Map<UUID, List<String>> changes = orders.requestedChanges(itemIds);
        Map<UUID, List<DomainOrder>> children = all.stream()
                .filter(d -> d.node().parentId() != null)
                .collect(Collectors.groupingBy(d -> Objects.requireNonNull(d.node().parentId())));
        return all.stream()
                .collect(Collectors.toMap(
                        DomainOrder::id,
                        d -> new ClosingGuard(
                                d,
                                links.of(d),
                                children.getOrDefault(d.id(), List.of()),
                                changes.getOrDefault(d.itemId(), List.of()),
                                undecided.getOrDefault(d.id(), List.of()))));
    }

    private void close(DomainOrder order, ClosingGuard guard, Decision decision) {
        if (order.state() != DomainOrderState.ON_HOLD) {
            order.checkCan(DomainOrderAction.CLOSE_COMPLETE);
        }
        List<Blocker> blockers = guard.blockers();
        if (!blockers.isEmpty()) {
            throw ClosingRefusals.blocked(order, blockers);
        }
        List<WorkOrderLink> incomplete = guard.incomplete();
        if (!incomplete.isEmpty() && (!decision.acknowledgeIncomplete() || decision.reason() == null)) {
            throw ClosingRefusals.notAcknowledged(order, incomplete);
        }
        Instant at = clock.instant();
        order.close(!incomplete.isEmpty(), decision.by(), decision.reason(), at);
        activity.byPerson(order, "closed", decision.by(), List.of(), decision.reason(), at);
        outside.domainOrderStateChanged(order, at);
        activity.announce(order);
    }

    private ClosingGuard guard(DomainOrder order) {
        List<UUID> id = List.of(order.id());
        return new ClosingGuard(
                order,
                orders.links(id).of(order),
                orders.childrenOf(order.id()),
                orders.requestedChanges(List.of(order.itemId())).getOrDefault(order.itemId(), List.of()),
                wishes.openWishes(id).getOrDefault(order.id(), List.of()));
    }

    @SuppressWarnings("unchecked")
    private static NotClosed notClosed(DomainOrder order, Refusal refusal) {
        return new NotClosed(order.number(), refusal.code(), refusal.sentence(), (List<Blocker>)
                refusal.data().getOrDefault("blockers", List.of()));
    }
}
