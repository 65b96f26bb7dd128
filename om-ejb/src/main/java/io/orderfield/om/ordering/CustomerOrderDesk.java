package io.orderfield.om.ordering;

import io.orderfield.kernel.Refusal;
import io.orderfield.kernel.Shared;
import io.orderfield.om.catalog.Catalog;
import io.orderfield.om.catalog.Checks;
import io.orderfield.om.customerorder.CustomerOrder;
import io.orderfield.om.customerorder.CustomerOrderApproved;
import io.orderfield.om.customerorder.CustomerOrderDefaults;
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
import io.orderfield.om.customerorder.LineItemRow;
import io.orderfield.om.customerorder.NewCustomerOrder;
import io.orderfield.om.customerorder.NewLineItem;
import io.orderfield.om.customerorder.OrderChecks;
import io.orderfield.om.customerorder.OrderLineItem;
import io.orderfield.om.customerorder.OrderState;
import io.orderfield.om.inflight.InflightDesk;
import io.orderfield.om.inflight.RequestedChanges;
import io.orderfield.om.number.NumberKind;
import io.orderfield.om.number.Numbers;
import io.orderfield.om.user.CurrentUser;
import io.orderfield.om.user.Roles;
import io.orderfield.om.worknote.CurrentChannel;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Everything that is done to a customer order as a whole, in the caller's transaction and in the caller's name. Whether
 * the caller has the role for it, the services in front of it have checked.
 */
@Shared
public class CustomerOrderDesk {
    private static final String WHAT = "customerOrder";

    private final CustomerOrders orders;
    private final Catalog catalog;
    private final Numbers numbers;
    private final CustomerOrderViews views;
    private final InflightDesk inflight;
    private final RequestedChanges requested;
    private final CurrentChannel channel;
    private final LineItemLists lineItems;
    private final Event<Object> events;
    private final Clock clock;

    @Inject
    public CustomerOrderDesk(
            CustomerOrders orders,
            Catalog catalog,
            Numbers numbers,
            CustomerOrderViews views,
            InflightDesk inflight,
            RequestedChanges requested,
            CurrentChannel channel,
            LineItemLists lineItems,
            Event<Object> events,
            Clock clock) {
        this.orders = orders;
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

    /** An order with all its items, both locked. */
    private record Locked(CustomerOrder order, List<OrderLineItem> items) {}

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
        List<OrderLineItem> items = drafts(order.id(), data, at);
        orders.add(order);
        orders.addItems(items);
        announce(order, by, at);
        return views.view(by, order, items);
    }

    public CustomerOrderView find(CurrentUser by, String number) {
        CustomerOrder order = seen(by, orders.find(number).orElse(null), number);
        return views.view(by, order, orders.items(order.id()));
    }

    /** The order without its items, which are read page by page. */
    public CustomerOrderOverview overview(CurrentUser by, String number) {
        CustomerOrder order = seen(by, orders.find(number).orElse(null), number);
        return views.overview(by, order, lineItems.figures(order.id()));
    }

    public List<LineItemView> lineItems(CurrentUser by, String number, LineItemFilter filter, int first, int max) {
        CustomerOrder order = seen(by, orders.find(number).orElse(null), number);
        return views.views(by, order, lineItems.list(order.id(), filter, first, max));
    }

    public long countLineItems(CurrentUser by, String number, LineItemFilter filter) {
        CustomerOrder order = seen(by, orders.find(number).orElse(null), number);
        return lineItems.count(order.id(), filter);
    }

    public LastChange lastRevision(CurrentUser by, String number) {
        return seen(by, orders.find(number).orElse(null), number).lastRevision();
    }

    public CustomerOrderView revise(
            CurrentUser by, String number, CustomerOrderRevision revision, @Nullable Long expectedVersion) {
        Locked locked = lock(by, number, expectedVersion);
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

    public CustomerOrderView addLineItems(
            CurrentUser by, String number, List<NewLineItem> wanted, @Nullable Long expectedVersion) {
        Locked locked = lock(by, number, expectedVersion);
        OrderChecks checks = checksOfMore(by, locked.order());
        List<LineItemData> data =
                checks.items(wanted, locked.items().size(), locked.order().defaults());
        checks.finish();
        return views.view(by, locked.order(), with(locked, add(by, locked.order(), data)));
    }

    /**
     * Adds the items of a file under one lock. A row that is wrong becomes no item.
     *
     * @param allOrNothing whether one wrong row refuses the file
     * @throws Refusal INVALID {@code invalid-csv}, {@code too-many-line-items}, or {@code rows-refused} with the rows
     */
    public LineItemImport importLineItems(
            CurrentUser by, String number, String csv, boolean allOrNothing, @Nullable Long expectedVersion) {
        List<LineItemRow> rows = LineItemsCsv.read(csv);
        Locked locked = lock(by, number, expectedVersion);
        OrderChecks checks = checksOfMore(by, locked.order());
        if (locked.items().size() + rows.size() > OrderChecks.MOST_ITEMS) {
            throw LineItemsCsv.tooMany(locked.items().size() + rows.size());
        }
        List<OrderChecks.CheckedRow> checked = checks.rows(rows, locked.order().defaults());
        List<LineItemData> valid = checked.stream()
                .map(OrderChecks.CheckedRow::data)
                .filter(Objects::nonNull)
                .toList();
        if (allOrNothing && valid.size() < rows.size()) {
            throw rowsRefused(checked);
        }
        List<OrderLineItem> added = valid.isEmpty() ? List.of() : add(by, locked.order(), valid);
        Iterator<OrderLineItem> next = added.iterator();
        List<ImportedRow> result = checked.stream()
                .map(row -> row.data() == null
                        ? new ImportedRow(row.number(), null, "invalid-row", row.problems())
                        : new ImportedRow(row.number(), next.next().number(), null, List.of()))
                .toList();
        return new LineItemImport(views.view(by, locked.order(), with(locked, added)), result);
    }

    /** Reads a file of line items for an order that is still being written. */
    List<ReadRow> readLineItems(CurrentUser by, String account, String csv) {
        by.checkSees(account, "account", account);
        CustomerOrderDefaults none = new CustomerOrderDefaults(null, OrderChecks.DEFAULT_PRIORITY, null, null, null);
        return checks(by, account).rows(LineItemsCsv.read(csv), none).stream()
                .map(row -> new ReadRow(row.number(), row.item(), row.problems()))
                .toList();
    }

    /** The file that {@link #importLineItems} takes, to start from. */
    public String lineItemsTemplate() {
        return LineItemsCsv.template(catalog.specifications());
    }

    /** The same item at other locations: all of it copied, nothing shared. */
    public List<LineItemView> copyLineItem(
            CurrentUser by, String itemNumber, List<String> locations, @Nullable Long expectedRevision) {
        UUID orderId = orders.orderOfItem(itemNumber).orElseThrow(() -> Refusal.notFound("lineItem", itemNumber));
        CustomerOrder order = orders.lock(orderId).orElseThrow(() -> Refusal.notFound("lineItem", itemNumber));
        by.checkSees(order.account(), "lineItem", itemNumber);
        Locked locked = new Locked(order, orders.lockItems(orderId));
        OrderLineItem item = locked.items().stream()
                .filter(i -> i.number().equals(itemNumber))
                .findFirst()
                .orElseThrow(() -> Refusal.notFound("lineItem", itemNumber));
        Refusal.checkVersion(expectedRevision, item.revision(), "lineItem", itemNumber);
        OrderChecks checks = checksOfMore(by, order);
        List<LineItemData> copies = checks.copies(item.data(), locations, locked.items());
        checks.finish();
        Set<String> added =
                add(by, order, copies).stream().map(OrderLineItem::number).collect(Collectors.toSet());
        return views.view(by, order, orders.items(orderId)).lineItems().stream()
                .filter(i -> added.contains(i.number()))
                .toList();
    }

    private OrderChecks checksOfMore(CurrentUser by, CustomerOrder order) {
        order.checkAcceptsItems();
        OrderChecks checks = checks(by, order.account());
        // in progress nobody will ask again whether the item is complete
        return order.state() == OrderState.DRAFT ? checks : checks.ofCompleteItems();
    }

    /** Adds items that were checked: to a DRAFT freely, in progress as a change in flight. */
    private List<OrderLineItem> add(CurrentUser by, CustomerOrder order, List<LineItemData> data) {
        Instant at = clock.instant();
        order.touch(at);
        if (order.state() != OrderState.DRAFT) {
            return inflight.add(by, order, data, at);
        }
        List<OrderLineItem> added = drafts(order.id(), data, at);
        orders.addItems(added);
        orders.flush();
        return added;
    }

    private static List<OrderLineItem> with(Locked locked, List<OrderLineItem> added) {
        List<OrderLineItem> all = new ArrayList<>(locked.items());
        all.addAll(added);
        return all;
    }

    private static Refusal rowsRefused(List<OrderChecks.CheckedRow> checked) {
        List<ImportedRow> rows = checked.stream()
                .map(row -> new ImportedRow(
                        row.number(), null, row.data() == null ? "invalid-row" : "not-added", row.problems()))
                .toList();
        long wrong = checked.stream().filter(row -> row.data() == null).count();
        return Refusal.invalid("rows-refused")
                .with("wrong", wrong)
                .with("count", rows.size())
                .showing("rows", rows);
    }

    public CustomerOrderView place(CurrentUser by, String number, @Nullable Long expectedVersion) {
        return step(by, number, expectedVersion, (order, items, at) -> {
            order.place(items, by.name(), at);
            order.placedThrough(CurrentChannel.of(channel));
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
            order.hold(items, reason, at);
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
            requested.refuse(canceled, OrderLineItem.BEING_CANCELED, by.name(), at);
            orders.flush();
            canceled.forEach(i -> events.fire(
                    i.state() == OrderState.CANCELED
                            ? new LineItemClosed(order.id(), i.id(), by.name())
                            : new LineItemCancellationRequested(i.id(), reason, by.name())));
        });
    }

    private OrderChecks checks(CurrentUser by, String account) {
        OrderChecks checks = new OrderChecks(catalog, account, clock);
        return by.has(Roles.PARTNER) ? checks.ofPartner() : checks;
    }

    private static String accountOf(NewCustomerOrder wanted) {
        return wanted.account() == null ? "" : wanted.account().strip();
    }

    private CustomerOrderView step(CurrentUser by, String number, @Nullable Long expectedVersion, Step step) {
        Locked locked = lock(by, number, expectedVersion);
        OrderState before = locked.order().state();
        Instant at = clock.instant();
        step.take(locked.order(), locked.items(), at);
        if (locked.order().state() != before) {
            announce(locked.order(), by, at);
        }
        return views.view(by, locked.order(), locked.items());
    }

    private Locked lock(CurrentUser by, String number, @Nullable Long expectedVersion) {
        CustomerOrder order = seen(by, orders.lock(number).orElse(null), number);
        List<OrderLineItem> items = orders.lockItems(order.id());
        Refusal.checkVersion(expectedVersion, order.versionWith(items), WHAT, number);
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
