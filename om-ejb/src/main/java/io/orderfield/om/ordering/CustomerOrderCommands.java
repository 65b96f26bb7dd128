package io.orderfield.om.ordering;

import io.orderfield.kernel.Refusal;
import io.orderfield.kernel.Shared;
import io.orderfield.om.catalog.Catalog;
import io.orderfield.om.catalog.Checks;
import io.orderfield.om.customerorder.CustomerOrder;
import io.orderfield.om.customerorder.CustomerOrderApproved;
import io.orderfield.om.customerorder.CustomerOrderDefaults;
import io.orderfield.om.customerorder.CustomerOrderEvent;
import io.orderfield.om.customerorder.CustomerOrderHeld;
import io.orderfield.om.customerorder.CustomerOrderResumed;
import io.orderfield.om.customerorder.CustomerOrderRevision;
import io.orderfield.om.customerorder.CustomerOrderStateChanged;
import io.orderfield.om.customerorder.CustomerOrders;
import io.orderfield.om.customerorder.LastChange;
import io.orderfield.om.customerorder.LeftAlone;
import io.orderfield.om.customerorder.LineItemCancellationRequested;
import io.orderfield.om.customerorder.LineItemClosed;
import io.orderfield.om.customerorder.LineItemData;
import io.orderfield.om.customerorder.NewCustomerOrder;
import io.orderfield.om.customerorder.OrderChecks;
import io.orderfield.om.customerorder.OrderLineItem;
import io.orderfield.om.customerorder.OrderState;
import io.orderfield.om.inflight.InflightCommands;
import io.orderfield.om.inflight.RequestedChanges;
import io.orderfield.om.number.NumberKind;
import io.orderfield.om.number.Numbers;
import io.orderfield.om.ordering.VisibleOrders.OrderWithItems;
import io.orderfield.om.user.CurrentUser;
import io.orderfield.om.user.Roles;
import io.orderfield.om.worknote.CurrentChannel;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Everything that is done to a customer order as a whole, in the caller's transaction and in the caller's name. Whether
 * the caller has the role for it, the services in front of it have checked.
 */
@Shared
public class CustomerOrderCommands {
    private final CustomerOrders orders;
    private final VisibleOrders visible;
    private final Catalog catalog;
    private final Numbers numbers;
    private final CustomerOrderViews views;
    private final InflightCommands inflight;
    private final RequestedChanges requested;
    private final CurrentChannel channel;
    private final LineItemLists lineItems;
    private final Event<CustomerOrderEvent> events;
    private final Clock clock;

    @Inject
    public CustomerOrderCommands(
            CustomerOrders orders,
            VisibleOrders visible,
            Catalog catalog,
            Numbers numbers,
            CustomerOrderViews views,
            InflightCommands inflight,
            RequestedChanges requested,
            CurrentChannel channel,
            LineItemLists lineItems,
            Event<CustomerOrderEvent> events,
            Clock clock) {
        this.orders = orders;
        this.visible = visible;
        this.catalog = catalog;
        this.numbers = numbers;
        this.views = views;
        this.inflight = inflight;
        this.requested = requested;
        this.channel = channel;
        this.lineItems = lineItems;
        this.events = events;
        this.clock = clock;
    }

    /** A step of an order in somebody's name. */
    private interface Step {
        void take(CustomerOrder order, List<OrderLineItem> items, Instant at);
    }

    public CustomerOrderView create(CurrentUser by, NewCustomerOrder wanted) {
        return create(by, wanted, checks(by, accountOf(wanted)));
    }

    /** Creates an order that is to be placed at once: what only the placement would refuse is refused with the rest. */
    CustomerOrderView createComplete(CurrentUser by, NewCustomerOrder wanted) {
        return create(by, wanted, checks(by, accountOf(wanted)).ofCompleteItems());
    }

    private CustomerOrderView create(CurrentUser by, NewCustomerOrder wanted, OrderChecks checks) {
        String account = accountOf(wanted);
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
        order.createdThrough(CurrentChannel.of(channel));
        List<OrderLineItem> items =
                OrderLineItem.drafts(numbers.next(NumberKind.LINE_ITEM, data.size()), order.id(), data, at);
        orders.add(order);
        orders.addItems(items);
        announce(order, by, at);
        return views.view(by, order, items);
    }

    public CustomerOrderView find(CurrentUser by, String number) {
        CustomerOrder order = visible.find(by, number);
        return views.view(by, order, orders.items(order.id()));
    }

    /** The order without its items, which are read page by page. */
    public CustomerOrderOverview overview(CurrentUser by, String number) {
        CustomerOrder order = visible.find(by, number);
        return views.overview(by, order, lineItems.figures(order.id()));
    }

    public List<LineItemView> lineItems(CurrentUser by, String number, LineItemFilter filter, int first, int max) {
        CustomerOrder order = visible.find(by, number);
        return views.views(by, order, lineItems.list(order.id(), filter, first, max));
    }

    public long countLineItems(CurrentUser by, String number, LineItemFilter filter) {
        CustomerOrder order = visible.find(by, number);
        return lineItems.count(order.id(), filter);
    }

    public LastChange lastRevision(CurrentUser by, String number) {
        return visible.find(by, number).lastRevision();
    }

    public CustomerOrderView revise(
            CurrentUser by, String number, CustomerOrderRevision revision, @Nullable Long expectedVersion) {
        OrderWithItems locked = visible.lock(by, number, expectedVersion);
        CustomerOrder order = locked.order();
        OrderChecks checks = new OrderChecks(catalog, order.account(), clock);
        CustomerOrderDefaults before = order.defaults();
        CustomerOrderDefaults after = checks.revised(before, revision);
        checks.finish();
        if (by.has(Roles.PARTNER)) {
            checkReference(order.account(), after.externalReference(), number);
        }
        Instant at = clock.instant();
        List<LeftAlone> leftAlone = List.of();
        if (!before.equals(after)) {
            order.revise(after, at);
            order.signRevision(by.name());
            if (order.state() == OrderState.DRAFT) {
                locked.items().forEach(i -> i.edit(followed(i.data(), before, after), at));
            } else {
                leftAlone = inflight.revise(by, locked.items(), revision, after, at);
            }
        }
        return views.view(by, order, locked.items()).leavingAlone(leftAlone);
    }

    public CustomerOrderView place(CurrentUser by, String number, @Nullable Long expectedVersion) {
        return step(by, number, expectedVersion, (order, items, at) -> {
            order.place(items, by.name(), CurrentChannel.of(channel), at);
            OrderChecks checks = new OrderChecks(catalog, order.account(), clock);
            checks.complete(items);
            checks.finish();
        });
    }

    public CustomerOrderView withdraw(CurrentUser by, String number, @Nullable Long expectedVersion) {
        return step(by, number, expectedVersion, CustomerOrder::withdraw);
    }

    public CustomerOrderView rework(CurrentUser by, String number, @Nullable Long expectedVersion) {
        return step(by, number, expectedVersion, CustomerOrder::rework);
    }

    public CustomerOrderView reject(
            CurrentUser by, String number, @Nullable String why, @Nullable Long expectedVersion) {
        String reason = Checks.reason(why);
        return step(by, number, expectedVersion, (order, items, at) -> order.reject(items, reason, at));
    }

    public CustomerOrderView approve(CurrentUser by, String number, @Nullable Long expectedVersion) {
        return step(by, number, expectedVersion, (order, items, at) -> {
            order.approve(items, by.name(), at);
            orders.flush();
            events.fire(new CustomerOrderApproved(order.id(), order.number(), by.name()));
        });
    }

    public CustomerOrderView hold(CurrentUser by, String number, @Nullable String why, @Nullable Long expectedVersion) {
        String reason = Checks.optionalReason(why);
        return step(by, number, expectedVersion, (order, items, at) -> {
            order.hold(items, at);
            orders.flush();
            events.fire(new CustomerOrderHeld(order.id(), by.name(), reason));
        });
    }

    public CustomerOrderView resume(CurrentUser by, String number, @Nullable Long expectedVersion) {
        return step(by, number, expectedVersion, (order, items, at) -> {
            order.resume(items, at);
            orders.flush();
            events.fire(new CustomerOrderResumed(order.id(), by.name()));
        });
    }

    public CustomerOrderView cancel(
            CurrentUser by,
            String number,
            @Nullable String why,
            boolean exceptPastPointOfNoReturn,
            @Nullable Long expectedVersion) {
        String reason = Checks.reason(why);
        return step(by, number, expectedVersion, (order, items, at) -> {
            List<OrderLineItem> canceled = order.cancel(items, reason, exceptPastPointOfNoReturn, at);
            requested.endCanceled(canceled, by.name(), at);
            orders.flush();
            canceled.forEach(i -> events.fire(
                    i.state() == OrderState.CANCELED
                            ? new LineItemClosed(order.id(), i.id(), by.name())
                            : new LineItemCancellationRequested(i.id(), reason, by.name())));
        });
    }

    private OrderChecks checks(CurrentUser by, String account) {
        return new OrderChecks(catalog, account, clock).of(by.has(Roles.PARTNER));
    }

    private static String accountOf(NewCustomerOrder wanted) {
        return wanted.account() == null ? "" : wanted.account().strip();
    }

    private CustomerOrderView step(CurrentUser by, String number, @Nullable Long expectedVersion, Step step) {
        OrderWithItems locked = visible.lock(by, number, expectedVersion);
        OrderState before = locked.order().state();
        Instant at = clock.instant();
        step.take(locked.order(), locked.items(), at);
        if (locked.order().state() != before) {
            announce(locked.order(), by, at);
        }
        return views.view(by, locked.order(), locked.items());
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
                item.committedDate(),
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
                    throw Refusal.conflict("duplicate-external-reference")
                            .with("existing", existing)
                            .showing("customerOrder", existing);
                });
    }

    private void announce(CustomerOrder order, CurrentUser by, Instant at) {
        events.fire(new CustomerOrderStateChanged(
                order.account(), order.number(), order.state().name(), by.name(), at));
    }
}
