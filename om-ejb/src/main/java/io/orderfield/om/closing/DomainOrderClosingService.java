package io.orderfield.om.closing;

import io.orderfield.kernel.Refusal;
import io.orderfield.messaging.right.May;
import io.orderfield.messaging.right.Right;
import io.orderfield.om.customerorder.CustomerOrder;
import io.orderfield.om.customerorder.CustomerOrders;
import io.orderfield.om.customerorder.OrderLineItem;
import io.orderfield.om.domainorder.Activity;
import io.orderfield.om.domainorder.DomainOrder;
import io.orderfield.om.domainorder.DomainOrderAction;
import io.orderfield.om.domainorder.DomainOrderState;
import io.orderfield.om.domainorder.DomainOrderView;
import io.orderfield.om.domainorder.DomainOrderViews;
import io.orderfield.om.domainorder.DomainOrders;
import io.orderfield.om.domainorder.FollowUp;
import io.orderfield.om.domainorder.FollowUpWishes;
import io.orderfield.om.domainorder.ItemRollUp;
import io.orderfield.om.domainorder.OrderLocks;
import io.orderfield.om.domainorder.OrderLocks.LockedOrder;
import io.orderfield.om.domainorder.OutsideEvents;
import io.orderfield.om.domainorder.WorkOrderLink;
import io.orderfield.om.domainorder.WorkOrderLinks;
import io.orderfield.om.user.CurrentUser;
import jakarta.ejb.Stateless;
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
 * Closes domain orders, never before their work is closed. The line item and the domain order are locked before anything of
 * them is read, and whatever could bring new work takes the same locks: so nothing can come in between.
 */
@Stateless
@May(Right.DECIDE_ORDERS)
public class DomainOrderClosingService {
    @Inject
    private CustomerOrders customerOrders;

    @Inject
    private DomainOrders orders;

    @Inject
    private FollowUpWishes wishes;

    @Inject
    private OrderLocks locks;

    @Inject
    private Activity activity;

    @Inject
    private OutsideEvents outside;

    @Inject
    private ItemRollUp rollUp;

    @Inject
    private DomainOrderViews views;

    @Inject
    private CurrentUser user;

    @Inject
    private Clock clock;

    /**
     * Closes a domain order: CLOSED_COMPLETE, or CLOSED_INCOMPLETE where work was not completed and that is acknowledged.
     *
     * @param expectedVersion the version that the caller saw, null when it does not matter
     * @throws Refusal {@code open-work-orders} or {@code closing-blocked} with {@code blockers} (a list of {@link
     *     Blocker}), {@code incomplete-work-not-acknowledged} with {@code workOrders}, {@code wrong-state}, INVALID for a
     *     reason that is too long, STALE, NOT_FOUND
     */
    public DomainOrderView close(String number, ClosingDecision decision, @Nullable Long expectedVersion) {
        ClosingDecision checked = decision.checked();
        LockedOrder locked = locks.lock(number, expectedVersion);
        OrderLineItem item = locked.item();
        close(locked.order(), guard(locked.order()), checked);
        rollUp.recount(item, orders.ofItems(List.of(item.id())), user.name(), clock.instant());
        return views.view(user, locked.order());
    }

    /** Everything that stands against closing now; empty when it can be closed, or is closed already. */
    @May(Right.READ_ORDERS)
    public List<Blocker> blockers(String number) {
        DomainOrder order = orders.seenBy(user, number);
        return order.state().isFinal() ? List.of() : guard(order).blockers();
    }

    /**
     * Closes every domain order of a customer order that can be closed, parts before wholes.
     *
     * @return what was closed, and why the rest was not
     */
    public ClosingResult closeAllOfOrder(String customerOrder, ClosingDecision decision) {
        ClosingDecision checked = decision.checked();
        CustomerOrder locked =
                customerOrders.lock(customerOrder).orElseThrow(() -> Refusal.notFound("customerOrder", customerOrder));
        return closeAll(customerOrders.lockItems(locked.id()), checked);
    }

    /**
     * Closes every domain order of a line item that can be closed, parts before wholes.
     *
     * @param expectedRevision the item's revision that the caller saw, null when it does not matter
     * @return what was closed, and why the rest was not
     */
    public ClosingResult closeAllOfItem(String lineItem, ClosingDecision decision, @Nullable Long expectedRevision) {
        ClosingDecision checked = decision.checked();
        OrderLineItem item =
                customerOrders.lockItem(lineItem).orElseThrow(() -> Refusal.notFound("lineItem", lineItem));
        Refusal.checkVersion(expectedRevision, item.revision(), "lineItem", lineItem);
        return closeAll(List.of(item), checked);
    }

    private ClosingResult closeAll(List<OrderLineItem> locked, ClosingDecision decision) {
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
                user.name(),
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
                .collect(Collectors.groupingBy(
                        d -> Objects.requireNonNull(d.node().parentId())));
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

    private void close(DomainOrder order, ClosingGuard guard, ClosingDecision decision) {
        if (order.state() != DomainOrderState.ON_HOLD) {
            order.checkCan(DomainOrderAction.CLOSE_COMPLETE);
        }
        List<Blocker> blockers = guard.blockers();
        if (!blockers.isEmpty()) {
            throw ClosingRefusals.blocked(order, blockers);
        }
        List<WorkOrderLink> incomplete = guard.incomplete();
        if (!incomplete.isEmpty() && !decision.acceptsIncomplete()) {
            throw ClosingRefusals.notAcknowledged(order, incomplete);
        }
        Instant at = clock.instant();
        order.close(!incomplete.isEmpty(), user.name(), decision.reason(), at);
        activity.byPerson(order, "closed", user.name(), List.of(), decision.reason(), at);
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
