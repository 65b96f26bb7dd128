package io.orderfield.om.inflight;

import io.orderfield.kernel.Refusal;
import io.orderfield.kernel.Shared;
import io.orderfield.messaging.contract.FieldChange;
import io.orderfield.om.customerorder.CustomerOrder;
import io.orderfield.om.customerorder.CustomerOrderDefaults;
import io.orderfield.om.customerorder.CustomerOrderEvent;
import io.orderfield.om.customerorder.CustomerOrderRevision;
import io.orderfield.om.customerorder.CustomerOrders;
import io.orderfield.om.customerorder.LeftAlone;
import io.orderfield.om.customerorder.LineItemCancellationRequested;
import io.orderfield.om.customerorder.LineItemData;
import io.orderfield.om.customerorder.LineItemRevised;
import io.orderfield.om.customerorder.LineItemsAddedInFlight;
import io.orderfield.om.customerorder.OrderLineItem;
import io.orderfield.om.customerorder.OrderState;
import io.orderfield.om.customerorder.OrderWideRevision;
import io.orderfield.om.customerorder.PastPointOfNoReturn;
import io.orderfield.om.inflight.InflightChangesMoved.Moved;
import io.orderfield.om.number.NumberKind;
import io.orderfield.om.number.Numbers;
import io.orderfield.om.settings.Approval;
import io.orderfield.om.settings.Setting;
import io.orderfield.om.settings.Settings;
import io.orderfield.om.user.CurrentUser;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Changes of orders in progress: revised, added and canceled items. As the setting {@code inflight approval} wants it they
 * are applied at once and announced so that the plan follows; or recorded as requested, and the items stay as they are.
 */
@Shared
public class InflightCommands {
    private static final int MOST_NAMED = 10;

    private final CustomerOrders orders;
    private final InflightChanges changes;
    private final RequestedChanges requested;
    private final Numbers numbers;
    private final Event<CustomerOrderEvent> events;
    private final Event<InflightChangesMoved> moves;
    private final Settings settings;

    @Inject
    public InflightCommands(
            CustomerOrders orders,
            InflightChanges changes,
            RequestedChanges requested,
            Numbers numbers,
            Event<CustomerOrderEvent> events,
            Event<InflightChangesMoved> moves,
            Settings settings) {
        this.orders = orders;
        this.changes = changes;
        this.requested = requested;
        this.numbers = numbers;
        this.events = events;
        this.moves = moves;
        this.settings = settings;
    }

    /**
     * Changes one locked item, or asks for the change; without a difference nothing happens.
     *
     * @throws Refusal {@code change-pending} when the item has a requested change already, or as
     *     {@link OrderLineItem#applyInFlight}
     */
    public void change(CurrentUser by, OrderLineItem item, LineItemData next, Instant at) {
        change(by, Map.of(item, next), at);
    }

    /** Who has to agree before a change is applied. */
    Approval approval() {
        return settings.approval(Setting.INFLIGHT_APPROVAL);
    }

    private boolean asksManager() {
        return approval() == Approval.MANAGER;
    }

    /**
     * Applies an order-wide revision to the items that it can change; the others stay as they are.
     *
     * @param after what the order says now
     * @return the items that would have been changed and were not
     * @throws Refusal {@code change-pending} or {@code past-point-of-no-return} when none is left to change for that reason
     */
    public List<LeftAlone> revise(
            CurrentUser by,
            List<OrderLineItem> items,
            CustomerOrderRevision revision,
            CustomerOrderDefaults after,
            Instant at) {
        OrderWideRevision wide = wide(items, revision, after);
        change(by, wide.wanted(), at);
        return wide.leftAlone();
    }

    /**
     * What an order-wide revision makes of the items; it changes nothing.
     *
     * @param after what the order would say
     * @throws Refusal as the revision itself
     */
    public OrderWideRevision wide(
            List<OrderLineItem> items, CustomerOrderRevision revision, CustomerOrderDefaults after) {
        Map<OrderLineItem, LineItemData> changed = OrderWideRevision.changed(items, revision, after);
        Map<UUID, String> pending = pending(List.copyOf(changed.keySet()));
        Map<OrderLineItem, LineItemData> wanted = new LinkedHashMap<>();
        Map<OrderLineItem, LeftAlone> left = new LinkedHashMap<>();
        boolean asks = asksManager();
        changed.forEach((item, next) -> obstacle(item, pending.get(item.id()), asks)
                .ifPresentOrElse(o -> left.put(item, o), () -> wanted.put(item, next)));
        if (wanted.isEmpty()) {
            checkSomethingLeft(left);
        }
        return new OrderWideRevision(wanted, List.copyOf(left.values()));
    }

    private Optional<LeftAlone> obstacle(OrderLineItem item, @Nullable String pending, boolean asks) {
        if (item.state().isInProgress() && item.isPastPointOfNoReturn()) {
            return Optional.of(LeftAlone.pastPointOfNoReturn(item));
        }
        if (pending != null && (asks || item.state() == OrderState.NEW)) {
            return Optional.of(LeftAlone.pending(item, pending));
        }
        return item.state().isInProgress() ? Optional.empty() : Optional.of(LeftAlone.wrongState(item));
    }

    /** A revision that changes none of the items which somebody could still let it change is refused as a whole. */
    private void checkSomethingLeft(Map<OrderLineItem, LeftAlone> left) {
        Map<String, List<OrderLineItem>> byCode = left.keySet().stream()
                .collect(Collectors.groupingBy(
                        i -> Objects.requireNonNull(left.get(i)).code()));
        checkNonePending(Set.copyOf(byCode.getOrDefault(LeftAlone.PENDING, List.of())));
        List<OrderLineItem> past = byCode.getOrDefault(PastPointOfNoReturn.CODE, List.of());
        if (!past.isEmpty()) {
            throw PastPointOfNoReturn.refusal(
                    past.stream().map(OrderLineItem::number).toList());
        }
    }

    private Map<UUID, String> pending(List<OrderLineItem> items) {
        List<UUID> changed = items.stream()
                .filter(i -> i.changeCount() > 0)
                .map(OrderLineItem::id)
                .toList();
        return changes.requested(changed).stream()
                .collect(Collectors.toMap(InflightChange::itemId, InflightChange::number));
    }

    /** Adds items to a locked order in progress: approved with it, or NEW until the manager has decided about each. */
    public List<OrderLineItem> add(CurrentUser by, CustomerOrder order, List<LineItemData> data, Instant at) {
        boolean asks = asksManager();
        List<String> itemNumbers = numbers.next(NumberKind.LINE_ITEM, data.size());
        Map<OrderLineItem, List<FieldChange>> added = new LinkedHashMap<>();
        for (int i = 0; i < data.size(); i++) {
            String number = itemNumbers.get(i);
            added.put(
                    asks
                            ? OrderLineItem.requestedInFlight(number, order.id(), data.get(i), at)
                            : OrderLineItem.addedInFlight(
                                    number, order.id(), order.state(), data.get(i), by.name(), at),
                    data.get(i).asNew());
        }
        List<OrderLineItem> items = List.copyOf(added.keySet());
        orders.addItems(items);
        if (asks) {
            ask(by, InflightChangeKind.ADDITION, null, added, at);
        } else {
            orders.flush();
            events.fire(new LineItemsAddedInFlight(
                    order.id(), items.stream().map(OrderLineItem::id).toList(), by.name()));
        }
        return items;
    }

    /**
     * Cancels one locked item, or asks for it.
     *
     * @throws Refusal {@code past-point-of-no-return}, {@code wrong-state}, {@code change-pending}
     */
    public void cancel(CurrentUser by, OrderLineItem item, String reason, Instant at) {
        item.checkChangeable("CANCEL");
        if (asksManager()) {
            checkNonePending(Set.of(item));
            FieldChange canceled = new FieldChange("state", item.state().name(), OrderState.CANCELED.name());
            ask(by, InflightChangeKind.CANCELLATION, reason, Map.of(item, List.of(canceled)), at);
        } else {
            item.cancel(reason, at);
            requested.endCanceled(List.of(item), by.name(), at);
            orders.flush();
            events.fire(new LineItemCancellationRequested(item.id(), reason, by.name()));
        }
    }

    private void change(CurrentUser by, Map<OrderLineItem, LineItemData> wanted, Instant at) {
        if (asksManager()) {
            request(by, wanted, at);
        } else {
            apply(by, wanted, at);
        }
    }

    private void apply(CurrentUser by, Map<OrderLineItem, LineItemData> wanted, Instant at) {
        Map<OrderLineItem, List<FieldChange>> applied = new LinkedHashMap<>();
        wanted.forEach((item, next) -> {
            List<FieldChange> differences = item.applyInFlight(next, at);
            if (!differences.isEmpty()) {
                item.countChange(at);
                applied.put(item, differences);
            }
        });
        List<String> changeNumbers = numbers.next(NumberKind.INFLIGHT_CHANGE, applied.size());
        List<LineItemRevised> revised = new ArrayList<>();
        applied.forEach((item, differences) -> {
            String number = changeNumbers.get(revised.size());
            changes.add(InflightChange.applied(number, item, by.name(), at), differences);
            revised.add(new LineItemRevised(item.id(), item.number(), number, differences, by.name(), null));
        });
        orders.flush();
        revised.forEach(events::fire);
    }

    private void request(CurrentUser by, Map<OrderLineItem, LineItemData> wanted, Instant at) {
        Map<OrderLineItem, List<FieldChange>> asked = new LinkedHashMap<>();
        wanted.forEach((item, next) -> {
            List<FieldChange> differences = item.differencesInFlight(next);
            if (!differences.isEmpty()) {
                asked.put(item, differences);
            }
        });
        if (asked.isEmpty()) {
            return;
        }
        checkNonePending(asked.keySet());
        ask(by, InflightChangeKind.REVISION, null, asked, at);
    }

    private void ask(
            CurrentUser by,
            InflightChangeKind kind,
            @Nullable String why,
            Map<OrderLineItem, List<FieldChange>> asked,
            Instant at) {
        List<String> changeNumbers = numbers.next(NumberKind.INFLIGHT_CHANGE, asked.size());
        List<Moved> moved = new ArrayList<>();
        asked.forEach((item, differences) -> {
            item.countChange(at);
            InflightChange change =
                    InflightChange.requested(changeNumbers.get(moved.size()), kind, item, why, by.name(), at);
            changes.add(change, differences);
            moved.add(Moved.of(change, item, differences));
        });
        orders.flush();
        moves.fire(new InflightChangesMoved(InflightChangeState.REQUESTED, moved, by.name(), null, null));
    }

    private void checkNonePending(Set<OrderLineItem> items) {
        Map<UUID, String> numbersOfItems =
                items.stream().collect(Collectors.toMap(OrderLineItem::id, OrderLineItem::number));
        List<InflightChange> pending = changes.requested(numbersOfItems.keySet());
        if (!pending.isEmpty()) {
            List<String> ofItems = pending.stream()
                    .map(c -> String.valueOf(numbersOfItems.get(c.itemId())))
                    .toList();
            List<String> waiting = pending.stream().map(InflightChange::number).toList();
            throw Refusal.conflict("change-pending")
                    .with("changes", PastPointOfNoReturn.shortened(waiting, MOST_NAMED))
                    .showing("inflightChanges", waiting)
                    .showing("lineItems", ofItems);
        }
    }
}
