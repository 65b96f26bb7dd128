package io.orderfield.om.ordering;

import io.orderfield.kernel.ListQuery;
import io.orderfield.kernel.Shared;
import io.orderfield.om.OmData;
import io.orderfield.om.catalog.AccountView;
import io.orderfield.om.catalog.Catalog;
import io.orderfield.om.catalog.LocationView;
import io.orderfield.om.customerorder.CustomerOrder;
import io.orderfield.om.customerorder.OrderState;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Lists of customer orders: a page costs a fixed number of statements, however many orders there are. */
@Shared
public class CustomerOrderLists {
    private final EntityManager entityManager;
    private final Catalog catalog;

    @Inject
    public CustomerOrderLists(@OmData EntityManager entityManager, Catalog catalog) {
        this.entityManager = entityManager;
        this.catalog = catalog;
    }

    /** What is known of an order's items without reading them. */
    private record Items(int count, String first, boolean pastPointOfNoReturn) {}

    public List<CustomerOrderSummary> list(
            CustomerOrderFilter filter, @Nullable String ownAccount, int first, int max) {
        ListQuery.checkPage(first, max);
        List<CustomerOrder> orders = new CustomerOrderQuery(filter, ownAccount).page(entityManager, first, max);
        return orders.isEmpty() ? List.of() : summaries(orders);
    }

    public long count(CustomerOrderFilter filter, @Nullable String ownAccount) {
        return new CustomerOrderQuery(filter, ownAccount).count(entityManager);
    }

    /** How many orders are in each state; every state is there. */
    public Map<String, Long> countByState(@Nullable String ownAccount) {
        Map<String, Long> counts = new LinkedHashMap<>();
        for (OrderState state : OrderState.values()) {
            counts.put(state.name(), 0L);
        }
        String where = ownAccount == null ? "" : " where o.account = :own";
        var query = entityManager.createQuery(
                "select o.state, count(o) from CustomerOrder o" + where + " group by o.state", Object[].class);
        if (ownAccount != null) {
            query.setParameter("own", ownAccount);
        }
        query.getResultList().forEach(row -> counts.put(((OrderState) row[0]).name(), (Long) row[1]));
        return counts;
    }

    private List<CustomerOrderSummary> summaries(List<CustomerOrder> orders) {
        Map<UUID, Items> items = items(orders.stream().map(CustomerOrder::id).toList());
        Map<String, String> locations = locationsOf(items);
        Map<String, AccountView> accounts =
                catalog.accounts(orders.stream().map(CustomerOrder::account).collect(Collectors.toSet()));
        List<CustomerOrderSummary> summaries = new ArrayList<>();
        for (CustomerOrder order : orders) {
            Items of = items.get(order.id());
            AccountView account = accounts.get(order.account());
            summaries.add(new CustomerOrderSummary(
                    order.number(),
                    order.state().name(),
                    order.outcome() == null ? null : order.outcome().name(),
                    order.account(),
                    account == null ? order.account() : account.name(),
                    order.defaults().priority(),
                    order.defaults().requestedDate(),
                    of == null ? 0 : of.count(),
                    of == null ? null : locations.get(of.first()),
                    of != null && of.pastPointOfNoReturn(),
                    order.createdBy(),
                    order.createdAt(),
                    order.updatedAt(),
                    order.defaults().externalReference()));
        }
        return summaries;
    }

    private Map<UUID, Items> items(List<UUID> orderIds) {
        Map<UUID, Items> items = new HashMap<>();
        entityManager
                .createQuery(
                        "select i.orderId, count(i.id), min(i.number), count(i.pointOfNoReturnAt)"
                                + " from OrderLineItem i where i.orderId in :orders group by i.orderId",
                        Object[].class)
                .setParameter("orders", orderIds)
                .getResultList()
                .forEach(row -> items.put(
                        (UUID) row[0], new Items(((Long) row[1]).intValue(), (String) row[2], (Long) row[3] > 0)));
        return items;
    }

    /** Name of the location by number of the item, for the first item of each order. */
    private Map<String, String> locationsOf(Map<UUID, Items> items) {
        List<String> numbers = items.values().stream().map(Items::first).toList();
        if (numbers.isEmpty()) {
            return Map.of();
        }
        Map<String, String> locationByItem = new HashMap<>();
        entityManager
                .createQuery(
                        "select i.number, i.said.location from OrderLineItem i where i.number in :numbers",
                        Object[].class)
                .setParameter("numbers", numbers)
                .getResultList()
                .forEach(row -> locationByItem.put((String) row[0], (String) row[1]));
        Map<String, LocationView> locations = catalog.locations(locationByItem.values());
        locationByItem.replaceAll((item, location) -> {
            LocationView view = locations.get(location);
            return view == null ? location : view.name();
        });
        return locationByItem;
    }
}
