package io.orderfield.om.testing;

import io.orderfield.kernel.Beans;
import io.orderfield.kernel.FiredEvents;
import io.orderfield.kernel.Variables;
import io.orderfield.om.catalog.CatalogFixture;
import io.orderfield.om.customerorder.CustomerOrderApproved;
import io.orderfield.om.customerorder.CustomerOrderRevision;
import io.orderfield.om.customerorder.CustomerOrders;
import io.orderfield.om.customerorder.LastChange;
import io.orderfield.om.customerorder.LineItemRevision;
import io.orderfield.om.customerorder.NewCustomerOrder;
import io.orderfield.om.customerorder.NewLineItem;
import io.orderfield.om.customerorder.OrderRollUp;
import io.orderfield.om.inflight.InflightChangeService;
import io.orderfield.om.inflight.InflightChangeView;
import io.orderfield.om.ordering.CustomerOrderCommands;
import io.orderfield.om.ordering.CustomerOrderFilter;
import io.orderfield.om.ordering.CustomerOrderLists;
import io.orderfield.om.ordering.CustomerOrderOverview;
import io.orderfield.om.ordering.CustomerOrderSummary;
import io.orderfield.om.ordering.CustomerOrderView;
import io.orderfield.om.ordering.LineItemAdditions;
import io.orderfield.om.ordering.LineItemCommands;
import io.orderfield.om.ordering.LineItemFilter;
import io.orderfield.om.ordering.LineItemVersionView;
import io.orderfield.om.ordering.LineItemView;
import io.orderfield.om.user.CurrentUser;
import io.orderfield.om.worknote.CurrentChannel;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The real order and item logic on an entity manager, with the catalog of {@link CatalogFixture}. */
public final class OrderFixture {
    public final CustomerOrderCommands desk;
    public final LineItemAdditions additions;
    public final LineItemCommands items;
    public final CustomerOrderLists lists;
    public final CustomerOrders orders;
    private final Beans beans;

    /** @param events what observers of the same transaction would get */
    public OrderFixture(EntityManager em, FiredEvents events) {
        this(new Beans(CustomerOrders.class, em, events, Clock.tickMillis(ZoneOffset.UTC), Variables.of(Map.of())));
    }

    OrderFixture(Beans beans) {
        this.beans = beans;
        CatalogFixture.ensure(beans.get(EntityManager.class));
        orders = beans.get(CustomerOrders.class);
        desk = beans.get(CustomerOrderCommands.class);
        additions = beans.get(LineItemAdditions.class);
        items = beans.get(LineItemCommands.class);
        lists = beans.get(CustomerOrderLists.class);
    }

    /** Without observers. */
    public OrderFixture(EntityManager em) {
        this(em, new FiredEvents());
    }

    /** Where the requests of this fixture come from. */
    public CurrentChannel channel() {
        return beans.get(CurrentChannel.class);
    }

    public CustomerOrderOverview overview(String number) {
        return desk.overview(Users.AGENT, number);
    }

    /** A page of an order's items. */
    public List<LineItemView> lineItems(String number, LineItemFilter filter, int first, int max) {
        return desk.lineItems(Users.AGENT, number, filter, first, max);
    }

    public long countLineItems(String number, LineItemFilter filter) {
        return desk.countLineItems(Users.AGENT, number, filter);
    }

    public LastChange lastRevision(String number) {
        return desk.lastRevision(Users.AGENT, number);
    }

    /** An item of the fixture's product. */
    public static NewLineItem item(String location, int quantity) {
        return new NewLineItem(
                "add", CatalogFixture.PRODUCT, location, List.of(), quantity, Map.of(), null, null, null, null, null);
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

    public CustomerOrderView place(String number) {
        return desk.place(Users.AGENT, number, null);
    }

    public CustomerOrderView approve(String number) {
        return desk.approve(Users.MANAGER, number, null);
    }

    /** Changes an item in flight. */
    public LineItemView changeQuantity(String lineItem, int quantity) {
        return items.revise(
                Users.AGENT,
                lineItem,
                new LineItemRevision(null, null, null, quantity, null, null, null, null, null, null),
                null);
    }

    /** Cancels an item in progress. */
    public LineItemView cancelItem(String lineItem, String reason) {
        return items.cancel(Users.AGENT, lineItem, reason, null);
    }

    /** Removes an item, or cancels it for the reason. */
    public @Nullable LineItemView removeItem(String lineItem, @Nullable String reason) {
        return items.remove(Users.AGENT, lineItem, reason, null).orElse(null);
    }

    /** Takes an item past the point of no return. */
    public LineItemView passPointOfNoReturn(String lineItem) {
        return items.passPointOfNoReturn(Users.AGENT, lineItem, null, null);
    }

    /** Changes an item in flight as the revision says. */
    public LineItemView revise(String lineItem, LineItemRevision revision) {
        return items.revise(Users.AGENT, lineItem, revision, null);
    }

    /** Requested changes, as this user decides about them. */
    public InflightChangeService changes(CurrentUser by) {
        return beans.with(by).get(InflightChangeService.class);
    }

    /** Approves a requested change. */
    public InflightChangeView approveChange(String change) {
        return changes(Users.MANAGER).approve(change, null);
    }

    /** Refuses a requested change. */
    public InflightChangeView refuseChange(String change, String reason) {
        return changes(Users.MANAGER).refuse(change, reason, null);
    }

    /** Takes a requested change back. */
    public InflightChangeView withdrawChange(String change) {
        return changes(Users.AGENT).withdraw(change, null);
    }

    public InflightChangeView change(String number) {
        return changes(Users.MANAGER).find(number);
    }

    /** Revises an order in progress as a whole. */
    public CustomerOrderView reviseOrder(String number, CustomerOrderRevision revision) {
        return desk.revise(Users.AGENT, number, revision, null);
    }

    public CustomerOrderView cancelOrder(String number, String reason) {
        return desk.cancel(Users.AGENT, number, reason, false, null);
    }

    public LineItemView findItem(String number) {
        return findItem(Users.AGENT, number);
    }

    public LineItemView findItem(CurrentUser by, String number) {
        return items.find(by, number);
    }

    public List<LineItemVersionView> versions(String lineItem) {
        return items.versions(Users.AGENT, lineItem, 0, 200);
    }

    /** An order in IN_PROGRESS with these items. */
    public CustomerOrderView approved(NewLineItem... newItems) {
        String number = desk.create(Users.AGENT, order(newItems)).number();
        desk.place(Users.AGENT, number, null);
        return desk.approve(Users.MANAGER, number, null);
    }

    /** Adds an item to an order in progress. */
    public CustomerOrderView addItem(String number, NewLineItem item) {
        return additions.addLineItems(Users.AGENT, number, List.of(item), null);
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
        beans.get(OrderRollUp.class).recount(orders.find(number).orElseThrow().id(), "system");
    }
}
