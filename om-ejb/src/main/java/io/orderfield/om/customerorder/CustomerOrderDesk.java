package io.orderfield.om.customerorder;

import io.orderfield.messaging.refusal.Refusal;
import io.orderfield.om.catalog.Catalog;
import io.orderfield.om.number.NumberKind;
import io.orderfield.om.number.Numbers;
import io.orderfield.om.user.CurrentUser;
import io.orderfield.om.user.Roles;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Everything that is done to a customer order as a whole, in the caller's transaction and in the caller's name. Whether
 * the caller has the role for it, the services in front of it have checked.
 */
@ApplicationScoped
class CustomerOrderDesk {
    private static final String WHAT = "customer order";

    @Inject
    private CustomerOrders orders;

    @Inject
    private Catalog catalog;

    @Inject
    private Numbers numbers;

    @Inject
    private CustomerOrderViews views;

    @Inject
    private InflightDesk inflight;

    @Inject
    private RequestedChanges requested;

    @Inject
    private Event<Object> events;

    private final Clock clock;

    protected CustomerOrderDesk() {
        this.clock = Clock.tickMillis(ZoneOffset.UTC);
    }

    CustomerOrderDesk(
            CustomerOrders orders,
            Catalog catalog,
            Numbers numbers,
            CustomerOrderViews views,
            InflightDesk inflight,
            RequestedChanges requested,
            Event<Object> events,
            Clock clock) {
        this.orders = orders;
        this.catalog = catalog;
        this.numbers = numbers;
        this.views = views;
        this.inflight = inflight;
        this.requested = requested;
        this.events = events;
        this.clock = clock;
    }

    /** An order with all its items, both locked. */
    private record Locked(CustomerOrder order, List<OrderLineItem> items) {}

    /** A step of an order in somebody's name. */
    private interface Step {
        void take(CustomerOrder order, List<OrderLineItem> items, Instant at);
    }

    CustomerOrderView create(CurrentUser by, NewCustomerOrder wanted) {
        String account = wanted.account() == null ? "" : wanted.account().strip();
        OrderChecks checks = new OrderChecks(catalog, account);
        checks.account(by.maySee(account));
        checks.load(wanted);
        CustomerOrderDefaults defaults = checks.defaults(wanted);
        List<LineItemData> data = checks.items(wanted.lineItems(), 0, defaults);
        checks.finish();
        boolean partner = by.has(Roles.PARTNER);
        if (partner) {
            checkReference(account, defaults.externalReference(), null);
        }
        Instant at = clock.instant();
        CustomerOrder order =
                CustomerOrder.draft(numbers.next(NumberKind.CUSTOMER_ORDER), account, defaults, partner, by.name(), at);
        List<OrderLineItem> items = drafts(order.id(), data, at);
        orders.add(order);
        orders.addItems(items);
        announce(order, by, at);
        return views.view(order, items);
    }

    CustomerOrderView find(CurrentUser by, String number) {
        CustomerOrder order = seen(by, orders.find(number).orElse(null), number);
        return views.view(order, orders.items(order.id()));
    }

    CustomerOrderView revise(
            CurrentUser by, String number, CustomerOrderRevision revision, @Nullable Long expectedVersion) {
        Locked locked = lock(by, number, expectedVersion);
        CustomerOrder order = locked.order();
        OrderChecks checks = new OrderChecks(catalog, order.account());
        CustomerOrderDefaults before = order.defaults();
        CustomerOrderDefaults after = checks.revised(before, revision);
        checks.finish();
        if (by.has(Roles.PARTNER)) {
            checkReference(order.account(), after.externalReference(), number);
        }
        Instant at = clock.instant();
        if (!before.equals(after)) {
            order.revise(after, at);
            if (order.state() == OrderState.DRAFT) {
                locked.items().forEach(i -> i.edit(followed(i.data(), before, after), at));
            } else {
                inflight.revise(by, locked.items(), revision, after, at);
            }
        }
        return views.view(order, locked.items());
    }

    CustomerOrderView addLineItems(
            CurrentUser by, String number, List<NewLineItem> wanted, @Nullable Long expectedVersion) {
        Locked locked = lock(by, number, expectedVersion);
        CustomerOrder order = locked.order();
        order.checkAcceptsItems();
        OrderChecks checks = new OrderChecks(catalog, order.account());
        List<LineItemData> data = checks.items(wanted, locked.items().size(), order.defaults());
        checks.finish();
        Instant at = clock.instant();
        boolean draft = order.state() == OrderState.DRAFT;
        List<OrderLineItem> added = draft ? drafts(order.id(), data, at) : inflight.added(by, order, data, at);
        orders.addItems(added);
        order.touch(at);
        orders.flush();
        if (!draft) {
            events.fire(new LineItemsAddedInFlight(
                    order.id(), added.stream().map(OrderLineItem::id).toList(), by.name()));
        }
        List<OrderLineItem> all = new ArrayList<>(locked.items());
        all.addAll(added);
        return views.view(order, all);
    }

    CustomerOrderView place(CurrentUser by, String number, @Nullable Long expectedVersion) {
        return step(by, number, expectedVersion, (order, items, at) -> {
            order.place(items, by.name(), at);
            OrderChecks checks = new OrderChecks(catalog, order.account());
            checks.complete(items);
            checks.finish();
        });
    }

    CustomerOrderView withdraw(CurrentUser by, String number, @Nullable Long expectedVersion) {
        return step(by, number, expectedVersion, CustomerOrder::withdraw);
    }

    CustomerOrderView rework(CurrentUser by, String number, @Nullable Long expectedVersion) {
        return step(by, number, expectedVersion, CustomerOrder::rework);
    }

    CustomerOrderView reject(CurrentUser by, String number, @Nullable String why, @Nullable Long expectedVersion) {
        String reason = OrderChecks.reason(why);
        return step(by, number, expectedVersion, (order, items, at) -> order.reject(items, reason, at));
    }

    CustomerOrderView approve(CurrentUser by, String number, @Nullable Long expectedVersion) {
        return step(by, number, expectedVersion, (order, items, at) -> {
            order.approve(items, by.name(), at);
            orders.flush();
            events.fire(new CustomerOrderApproved(order.id(), order.number(), by.name()));
        });
    }

    CustomerOrderView hold(CurrentUser by, String number, @Nullable String why, @Nullable Long expectedVersion) {
        String reason = OrderChecks.optionalReason(why);
        return step(by, number, expectedVersion, (order, items, at) -> {
            order.hold(items, reason, at);
            orders.flush();
            events.fire(new CustomerOrderHeld(order.id(), by.name(), reason));
        });
    }

    CustomerOrderView resume(CurrentUser by, String number, @Nullable Long expectedVersion) {
        return step(by, number, expectedVersion, (order, items, at) -> {
            order.resume(items, at);
            orders.flush();
            events.fire(new CustomerOrderResumed(order.id(), by.name()));
        });
    }

    CustomerOrderView cancel(
            CurrentUser by,
            String number,
            @Nullable String why,
            boolean exceptPastPointOfNoReturn,
            @Nullable Long expectedVersion) {
        String reason = OrderChecks.reason(why);
        return step(by, number, expectedVersion, (order, items, at) -> {
            List<OrderLineItem> inProgress = order.cancel(items, reason, exceptPastPointOfNoReturn, at);
            requested.refuse(inProgress, OrderLineItem.BEING_CANCELED, by.name(), at);
            orders.flush();
            inProgress.forEach(i -> events.fire(new LineItemCancellationRequested(i.id(), reason, by.name())));
        });
    }

    private CustomerOrderView step(CurrentUser by, String number, @Nullable Long expectedVersion, Step step) {
        Locked locked = lock(by, number, expectedVersion);
        OrderState before = locked.order().state();
        Instant at = clock.instant();
        step.take(locked.order(), locked.items(), at);
        if (locked.order().state() != before) {
            announce(locked.order(), by, at);
        }
        return views.view(locked.order(), locked.items());
    }

    private Locked lock(CurrentUser by, String number, @Nullable Long expectedVersion) {
        CustomerOrder order = seen(by, orders.lock(number).orElse(null), number);
        List<OrderLineItem> items = orders.lockItems(order.id());
        if (expectedVersion != null && expectedVersion != order.versionWith(items)) {
            throw Refusal.stale("The " + WHAT, number);
        }
        return new Locked(order, items);
    }

    private static CustomerOrder seen(CurrentUser by, @Nullable CustomerOrder order, String number) {
        if (order == null) {
            throw Refusal.notFound(WHAT, number);
        }
        by.checkSees(order.account(), WHAT, number);
        return order;
    }

    private List<OrderLineItem> drafts(UUID orderId, List<LineItemData> data, Instant at) {
        List<String> itemNumbers = numbers.next(NumberKind.LINE_ITEM, data.size());
        List<OrderLineItem> items = new ArrayList<>();
        for (int i = 0; i < data.size(); i++) {
            items.add(OrderLineItem.draft(itemNumbers.get(i), orderId, data.get(i), at));
        }
        return items;
    }

    /** In DRAFT an item goes with its order's defaults as long as it says the same. */
    private static LineItemData followed(LineItemData item, CustomerOrderDefaults before, CustomerOrderDefaults after) {
        return new LineItemData(
                item.action(),
                item.specification(),
                item.location(),
                item.quantity(),
                item.characteristics(),
                Objects.equals(item.contact(), before.contact()) ? after.contact() : item.contact(),
                item.priority() == before.priority() ? after.priority() : item.priority(),
                Objects.equals(item.requestedDate(), before.requestedDate())
                        ? after.requestedDate()
                        : item.requestedDate(),
                Objects.equals(item.specialInstructions(), before.specialInstructions())
                        ? after.specialInstructions()
                        : item.specialInstructions());
    }

    /** A partner's reference names one order; a repeat is told which. */
    private void checkReference(String account, @Nullable String reference, @Nullable String exceptOrder) {
        if (reference == null) {
            return;
        }
        orders.partnerOrder(account, reference)
                .filter(n -> !n.equals(exceptOrder))
                .ifPresent(existing -> {
                    throw new Refusal(
                            Refusal.Kind.CONFLICT,
                            "duplicate-external-reference",
                            "The external reference belongs to the customer order " + existing + " already.",
                            List.of(),
                            Map.of("customerOrder", existing));
                });
    }

    private void announce(CustomerOrder order, CurrentUser by, Instant at) {
        events.fire(new CustomerOrderStateChanged(
                order.account(), order.number(), order.state().name(), by.name(), at));
    }
}
