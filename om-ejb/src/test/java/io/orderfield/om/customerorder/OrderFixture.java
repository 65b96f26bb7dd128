package io.orderfield.om.customerorder;

import io.orderfield.om.catalog.CatalogFixture;
import io.orderfield.om.number.DatabaseNumbers;
import io.orderfield.om.testing.FiredEvents;
import io.orderfield.om.testing.Users;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** The real order and item logic on an entity manager, with the catalog of {@link CatalogFixture}. */
public final class OrderFixture {
    final CustomerOrderDesk desk;
    final LineItemDesk items;
    final CustomerOrderLists lists;
    final JpaCustomerOrders orders;
    final FiredEvents events;

    /** @param events what observers of the same transaction would get */
    public OrderFixture(EntityManager em, FiredEvents events) {
        CatalogFixture.ensure(em);
        Clock clock = Clock.tickMillis(ZoneOffset.UTC);
        var catalog = CatalogFixture.catalog(em);
        var numbers = DatabaseNumbers.of(em);
        this.events = events;
        this.orders = new JpaCustomerOrders(em);
        var views = new CustomerOrderViews(catalog, orders, orders);
        var inflight = new InflightDesk(orders, orders, numbers, events);
        this.desk = new CustomerOrderDesk(orders, catalog, numbers, views, inflight, events, clock);
        this.items = new LineItemDesk(orders, catalog, views, inflight, events, clock);
        this.lists = new CustomerOrderLists(em, catalog);
    }

    /** Without observers. */
    public OrderFixture(EntityManager em) {
        this(em, new FiredEvents());
    }

    /** The port, for tests of other packages. */
    public CustomerOrders orders() {
        return orders;
    }

    /** An item of the fixture's product. */
    public static NewLineItem item(String location, int quantity) {
        return new NewLineItem(
                "add", CatalogFixture.PRODUCT, location, List.of(), quantity, Map.of(), null, null, null, null);
    }

    /** An order of the fixture's account. */
    public static NewCustomerOrder order(NewLineItem... items) {
        return new NewCustomerOrder(
                CatalogFixture.ACCOUNT, CatalogFixture.CONTACT, null, null, null, null, Arrays.asList(items));
    }

    /** An order in DRAFT with one item per location. */
    public CustomerOrderView draft(String... locations) {
        return desk.create(
                Users.AGENT, order(Arrays.stream(locations).map(l -> item(l, 1)).toArray(NewLineItem[]::new)));
    }

    /** An order in NEW. */
    public CustomerOrderView placed(String... locations) {
        return desk.place(Users.AGENT, draft(locations).number(), null);
    }

    /** An order in IN_PROGRESS; the observer gets {@link CustomerOrderApproved}. */
    public CustomerOrderView approved(String... locations) {
        return desk.approve(Users.MANAGER, placed(locations).number(), null);
    }

    /** Changes an item in flight. */
    public LineItemView changeQuantity(String lineItem, int quantity) {
        return items.revise(
                Users.AGENT,
                lineItem,
                new LineItemRevision(null, null, null, quantity, null, null, null, null, null),
                null);
    }

    /** Cancels an item in progress. */
    public LineItemView cancelItem(String lineItem, String reason) {
        return items.cancel(Users.AGENT, lineItem, reason, null);
    }

    /** Takes an item past the point of no return. */
    public LineItemView passPointOfNoReturn(String lineItem) {
        return items.passPointOfNoReturn(Users.AGENT, lineItem, null, null);
    }

    /** Changes an item in flight as the revision says. */
    public LineItemView revise(String lineItem, LineItemRevision revision) {
        return items.revise(Users.AGENT, lineItem, revision, null);
    }

    /** An order in IN_PROGRESS with these items. */
    public CustomerOrderView approved(NewLineItem... newItems) {
        String number = desk.create(Users.AGENT, order(newItems)).number();
        desk.place(Users.AGENT, number, null);
        return desk.approve(Users.MANAGER, number, null);
    }

    /** Adds an item to an order in progress. */
    public CustomerOrderView addItem(String number, NewLineItem item) {
        return desk.addLineItems(Users.AGENT, number, List.of(item), null);
    }

    public CustomerOrderView hold(String number, String reason) {
        return desk.hold(Users.AGENT, number, reason, null);
    }

    public CustomerOrderView resume(String number) {
        return desk.resume(Users.AGENT, number, null);
    }

    public CustomerOrderView find(String number) {
        return desk.find(Users.AGENT, number);
    }

    /** A page of orders. */
    public List<CustomerOrderSummary> list(CustomerOrderFilter filter, int first, int max) {
        return lists.list(filter, null, first, max);
    }

    public long count(CustomerOrderFilter filter) {
        return lists.count(filter, null);
    }

    /** Counts an order again, as the trigger does after a commit. */
    public void recount(String number) {
        new OrderRollUp(orders, events, Clock.tickMillis(ZoneOffset.UTC))
                .recount(orders.find(number).orElseThrow().id(), "system");
    }
}
