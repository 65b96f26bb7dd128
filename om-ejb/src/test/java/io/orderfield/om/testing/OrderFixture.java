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
import io.orderfield.om.ordering.CustomerOrderFilter;
import io.orderfield.om.ordering.CustomerOrderOverview;
import io.orderfield.om.ordering.CustomerOrderService;
import io.orderfield.om.ordering.CustomerOrderSummary;
import io.orderfield.om.ordering.CustomerOrderView;
import io.orderfield.om.ordering.LineItemFilter;
import io.orderfield.om.ordering.LineItemService;
import io.orderfield.om.ordering.LineItemVersionView;
import io.orderfield.om.ordering.LineItemView;
import io.orderfield.om.user.CurrentUser;
import io.orderfield.om.worknote.CurrentChannel;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The real services of orders and items on an entity manager, with the catalog of {@link CatalogFixture}. A step calls as who
 * would: the agent, and the manager where the manager decides.
 */
public final class OrderFixture {
    public final CustomerOrders repository;
    private final Beans beans;
    private final Map<CurrentUser, Beans> called = new HashMap<>();

    /** @param events what observers of the same transaction would get */
    public OrderFixture(EntityManager em, FiredEvents events) {
        this(new Beans(CustomerOrders.class, em, events, Clock.tickMillis(ZoneOffset.UTC), Variables.of(Map.of())));
    }

    OrderFixture(Beans beans) {
        this.beans = beans;
        CatalogFixture.ensure(bean(EntityManager.class));
        repository = bean(CustomerOrders.class);
    }

    /** Without observers. */
    public OrderFixture(EntityManager em) {
        this(em, new FiredEvents());
    }

    /** What the services work with. */
    public <T> T bean(Class<T> type) {
        return beans.get(type);
    }

    /** A service as this user calls it. */
    public <T> T as(CurrentUser by, Class<T> service) {
        return called.computeIfAbsent(by, user -> beans.with(user, channel())).get(service);
    }

    /** Customer orders as this user calls them. */
    public CustomerOrderService orders(CurrentUser by) {
        return as(by, CustomerOrderService.class);
    }

    /** Line items as this user calls them. */
    public LineItemService items(CurrentUser by) {
        return as(by, LineItemService.class);
    }

    /** Requested changes as this user calls them. */
    public InflightChangeService changes(CurrentUser by) {
        return as(by, InflightChangeService.class);
    }

    /** Where the requests of this fixture come from. */
    public CurrentChannel channel() {
        return bean(CurrentChannel.class);
    }

    public CustomerOrderOverview overview(String number) {
        return orders(Users.AGENT).overview(number);
    }

    /** A page of an order's items. */
    public List<LineItemView> lineItems(String number, LineItemFilter filter, int first, int max) {
        return orders(Users.AGENT).lineItems(number, filter, first, max);
    }

    public long countLineItems(String number, LineItemFilter filter) {
        return orders(Users.AGENT).countLineItems(number, filter);
    }

    public LastChange lastRevision(String number) {
        return orders(Users.AGENT).lastRevision(number);
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
        return orders(Users.AGENT)
                .create(order(Arrays.stream(locations).map(l -> item(l, 1)).toArray(NewLineItem[]::new)));
    }

    /** An order in NEW. */
    public CustomerOrderView placed(String... locations) {
        return orders(Users.AGENT).place(draft(locations).number(), null);
    }

    /** An order in IN_PROGRESS; the observer gets {@link CustomerOrderApproved}. */
    public CustomerOrderView approved(String... locations) {
        return orders(Users.MANAGER).approve(placed(locations).number(), null);
    }

    public CustomerOrderView place(String number) {
        return orders(Users.AGENT).place(number, null);
    }

    public CustomerOrderView approve(String number) {
        return orders(Users.MANAGER).approve(number, null);
    }

    /** Changes an item in flight. */
    public LineItemView changeQuantity(String lineItem, int quantity) {
        return items(Users.AGENT)
                .revise(
                        lineItem,
                        new LineItemRevision(null, null, null, quantity, null, null, null, null, null, null),
                        null);
    }

    /** Cancels an item in progress. */
    public LineItemView cancelItem(String lineItem, String reason) {
        return items(Users.AGENT).cancel(lineItem, reason, null);
    }

    /** Removes an item, or cancels it for the reason. */
    public @Nullable LineItemView removeItem(String lineItem, @Nullable String reason) {
        return items(Users.AGENT).remove(lineItem, reason, null).orElse(null);
    }

    /** Takes an item past the point of no return. */
    public LineItemView passPointOfNoReturn(String lineItem) {
        return items(Users.AGENT).passPointOfNoReturn(lineItem, null, null);
    }

    /** Changes an item in flight as the revision says. */
    public LineItemView revise(String lineItem, LineItemRevision revision) {
        return items(Users.AGENT).revise(lineItem, revision, null);
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
        return orders(Users.AGENT).revise(number, revision, null);
    }

    public CustomerOrderView cancelOrder(String number, String reason) {
        return orders(Users.AGENT).cancel(number, reason, false, null);
    }

    public LineItemView findItem(String number) {
        return findItem(Users.AGENT, number);
    }

    public LineItemView findItem(CurrentUser by, String number) {
        return items(by).find(number);
    }

    public List<LineItemVersionView> versions(String lineItem) {
        return items(Users.AGENT).versions(lineItem, 0, 200);
    }

    /** An order in IN_PROGRESS with these items. */
    public CustomerOrderView approved(NewLineItem... newItems) {
        String number = orders(Users.AGENT).create(order(newItems)).number();
        orders(Users.AGENT).place(number, null);
        return orders(Users.MANAGER).approve(number, null);
    }

    /** Adds an item to an order in progress. */
    public CustomerOrderView addItem(String number, NewLineItem item) {
        return orders(Users.AGENT).addLineItems(number, List.of(item), null);
    }

    public CustomerOrderView hold(String number, String reason) {
        return orders(Users.AGENT).hold(number, reason, null);
    }

    public CustomerOrderView resume(String number) {
        return orders(Users.AGENT).resume(number, null);
    }

    public CustomerOrderView find(String number) {
        return orders(Users.AGENT).find(number);
    }

    /** A page of orders. */
    public List<CustomerOrderSummary> list(CustomerOrderFilter filter, int first, int max) {
        return orders(Users.AGENT).list(filter, first, max);
    }

    public long count(CustomerOrderFilter filter) {
        return orders(Users.AGENT).count(filter);
    }

    /** Counts an order again, as the trigger does after a commit. */
    public void recount(String number) {
        bean(OrderRollUp.class).recount(repository.find(number).orElseThrow().id(), "system");
    }
}
