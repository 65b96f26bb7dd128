package io.orderfield.om.customerorder;

import io.orderfield.messaging.contract.FieldChange;
import io.orderfield.om.number.NumberKind;
import io.orderfield.om.number.Numbers;
import io.orderfield.om.user.CurrentUser;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Changes of items whose order is in progress: applied at once, recorded, and announced so that the plan follows. */
@ApplicationScoped
class InflightDesk {
    @Inject
    private CustomerOrders orders;

    @Inject
    private InflightChanges changes;

    @Inject
    private Numbers numbers;

    @Inject
    private Event<Object> events;

    protected InflightDesk() {
        // for CDI
    }

    InflightDesk(CustomerOrders orders, InflightChanges changes, Numbers numbers, Event<Object> events) {
        this.orders = orders;
        this.changes = changes;
        this.numbers = numbers;
        this.events = events;
    }

    /** Applies a change to one locked item; without a difference nothing happens. */
    void apply(CurrentUser by, OrderLineItem item, LineItemData next, Instant at) {
        apply(by, Map.of(item, next), at);
    }

    /**
     * Applies an order-wide revision to the items that are in progress and not past the point of no return; the others
     * stay as they are.
     *
     * @param after what the order says now
     * @throws io.orderfield.messaging.refusal.Refusal {@code past-point-of-no-return} when no item is left to change
     */
    void revise(
            CurrentUser by,
            List<OrderLineItem> items,
            CustomerOrderRevision revision,
            CustomerOrderDefaults after,
            Instant at) {
        boolean concernsItems = revision.contact() != null
                || revision.priority() != null
                || revision.requestedDate() != null
                || revision.specialInstructions() != null;
        if (!concernsItems) {
            return;
        }
        List<OrderLineItem> open =
                items.stream().filter(i -> i.state().isInProgress()).toList();
        List<OrderLineItem> changeable =
                open.stream().filter(i -> !i.isPastPointOfNoReturn()).toList();
        if (changeable.isEmpty() && !open.isEmpty()) {
            throw PastPointOfNoReturn.refusal(
                    open.stream().map(OrderLineItem::number).toList());
        }
        Map<OrderLineItem, LineItemData> wanted = new LinkedHashMap<>();
        changeable.forEach(i -> wanted.put(i, revised(i.data(), revision, after)));
        apply(by, wanted, at);
    }

    /** New items of an order in progress, approved with it. */
    List<OrderLineItem> added(CustomerOrder order, List<LineItemData> data, Instant at) {
        List<String> itemNumbers = numbers.next(NumberKind.LINE_ITEM, data.size());
        List<OrderLineItem> items = new ArrayList<>();
        for (int i = 0; i < data.size(); i++) {
            items.add(OrderLineItem.addedInFlight(itemNumbers.get(i), order.id(), order.state(), data.get(i), at));
        }
        return items;
    }

    private void apply(CurrentUser by, Map<OrderLineItem, LineItemData> wanted, Instant at) {
        Map<OrderLineItem, List<FieldChange>> applied = new LinkedHashMap<>();
        wanted.forEach((item, next) -> {
            List<FieldChange> differences = item.applyInFlight(next, at);
            if (!differences.isEmpty()) {
                applied.put(item, differences);
            }
        });
        List<String> changeNumbers = numbers.next(NumberKind.INFLIGHT_CHANGE, applied.size());
        List<LineItemRevised> revised = new ArrayList<>();
        applied.forEach((item, differences) -> {
            String number = changeNumbers.get(revised.size());
            changes.add(InflightChange.applied(number, item, by.name(), at), differences);
            revised.add(new LineItemRevised(item.id(), item.number(), number, differences, by.name()));
        });
        orders.flush();
        revised.forEach(events::fire);
    }

    private static LineItemData revised(
            LineItemData item, CustomerOrderRevision revision, CustomerOrderDefaults after) {
        return new LineItemData(
                item.action(),
                item.specification(),
                item.location(),
                item.quantity(),
                item.characteristics(),
                taken(revision.contact(), after.contact(), item.contact()),
                revision.priority() == null ? item.priority() : after.priority(),
                taken(revision.requestedDate(), after.requestedDate(), item.requestedDate()),
                taken(revision.specialInstructions(), after.specialInstructions(), item.specialInstructions()));
    }

    /** The order's value where the revision speaks of it, else the item's. */
    private static <T> @Nullable T taken(@Nullable Object asked, @Nullable T ofOrder, @Nullable T ofItem) {
        return asked == null ? ofItem : ofOrder;
    }
}
