package io.orderfield.om.ordering;

import io.orderfield.kernel.Refusal;
import io.orderfield.kernel.Shared;
import io.orderfield.om.catalog.Catalog;
import io.orderfield.om.customerorder.CustomerOrder;
import io.orderfield.om.customerorder.CustomerOrderDefaults;
import io.orderfield.om.customerorder.CustomerOrders;
import io.orderfield.om.customerorder.LineItemData;
import io.orderfield.om.customerorder.LineItemRow;
import io.orderfield.om.customerorder.NewLineItem;
import io.orderfield.om.customerorder.OrderChecks;
import io.orderfield.om.customerorder.OrderLineItem;
import io.orderfield.om.customerorder.OrderState;
import io.orderfield.om.inflight.InflightCommands;
import io.orderfield.om.number.NumberKind;
import io.orderfield.om.number.Numbers;
import io.orderfield.om.ordering.VisibleOrders.OrderWithItems;
import io.orderfield.om.user.CurrentUser;
import io.orderfield.om.user.Roles;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Adds line items to customer orders, singly, from a file and as copies, in the caller's transaction and in the caller's name:
 * to a DRAFT freely, in progress as a change in flight.
 */
@Shared
public class LineItemAdditions {
    private final CustomerOrders orders;
    private final VisibleOrders visible;
    private final Catalog catalog;
    private final Numbers numbers;
    private final CustomerOrderViews views;
    private final InflightCommands inflight;
    private final Clock clock;

    @Inject
    public LineItemAdditions(
            CustomerOrders orders,
            VisibleOrders visible,
            Catalog catalog,
            Numbers numbers,
            CustomerOrderViews views,
            InflightCommands inflight,
            Clock clock) {
        this.orders = orders;
        this.visible = visible;
        this.catalog = catalog;
        this.numbers = numbers;
        this.views = views;
        this.inflight = inflight;
        this.clock = clock;
    }

    public CustomerOrderView addLineItems(
            CurrentUser by, String number, List<NewLineItem> wanted, @Nullable Long expectedVersion) {
        OrderWithItems locked = visible.lock(by, number, expectedVersion);
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
        OrderWithItems locked = visible.lock(by, number, expectedVersion);
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
        return new OrderChecks(catalog, account, clock)
                .of(by.has(Roles.PARTNER)).rows(LineItemsCsv.read(csv), none).stream()
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
        CustomerOrder order = visible.lockOrderOf(by, itemNumber);
        OrderWithItems locked = new OrderWithItems(order, orders.lockItems(order.id()));
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
        return views.view(by, order, orders.items(order.id())).lineItems().stream()
                .filter(i -> added.contains(i.number()))
                .toList();
    }

    private OrderChecks checksOfMore(CurrentUser by, CustomerOrder order) {
        order.checkAcceptsItems();
        OrderChecks checks = new OrderChecks(catalog, order.account(), clock).of(by.has(Roles.PARTNER));
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
        List<OrderLineItem> added =
                OrderLineItem.drafts(numbers.next(NumberKind.LINE_ITEM, data.size()), order.id(), data, at);
        orders.addItems(added);
        orders.flush();
        return added;
    }

    private static List<OrderLineItem> with(OrderWithItems locked, List<OrderLineItem> added) {
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
}
