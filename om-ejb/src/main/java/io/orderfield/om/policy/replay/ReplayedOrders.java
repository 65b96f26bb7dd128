package io.orderfield.om.policy.replay;

import static java.util.stream.Collectors.toMap;

import io.orderfield.kernel.Shared;
import io.orderfield.om.catalog.AccountView;
import io.orderfield.om.catalog.Catalog;
import io.orderfield.om.catalog.LocationView;
import io.orderfield.om.customerorder.CustomerOrder;
import io.orderfield.om.customerorder.CustomerOrders;
import io.orderfield.om.customerorder.OrderLineItem;
import io.orderfield.om.domainorder.DomainOrder;
import io.orderfield.om.domainorder.DomainOrders;
import io.orderfield.om.domainorder.ItemFacts;
import io.orderfield.om.domainorder.WorkOrderLinks;
import io.orderfield.om.policy.replay.WorkAtStake.Existing;
import io.orderfield.rules.PolicyFacts;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Pages of domain orders with all that a replay needs of them: one query for each set of things, however many there are. */
@Shared
class ReplayedOrders {
    private final DomainOrders orders;
    private final CustomerOrders customerOrders;
    private final Catalog catalog;

    @Inject
    ReplayedOrders(DomainOrders orders, CustomerOrders customerOrders, Catalog catalog) {
        this.orders = orders;
        this.customerOrders = customerOrders;
        this.catalog = catalog;
    }

    /** How many domain orders were decided since then, or are open. */
    long count(Instant since) {
        return orders.countDecidedOrOpen(since);
    }

    /** The next of them, by number. */
    List<ReplayedOrder> page(String after, Instant since, int max) {
        List<DomainOrder> page = orders.decidedOrOpen(after, since, max);
        List<DomainOrder> open =
                page.stream().filter(order -> !order.state().isFinal()).toList();
        WorkOrderLinks links = orders.links(open.stream().map(DomainOrder::id).toList());
        Today today = today(page.stream()
                .filter(order -> !order.state().isFinal() || order.decision().facts() == null)
                .toList());
        return page.stream()
                .map(order -> new ReplayedOrder(
                        order.number(),
                        order.customerOrder(),
                        order.specification(),
                        !order.state().isFinal(),
                        order.decision().tableVersion(),
                        order.decision().date(),
                        order.decision().facts(),
                        today.factsOf(order),
                        today.isPastPointOfNoReturn(order),
                        links.of(order).stream()
                                .map(link -> new Existing(link.existing(), link.planned()))
                                .toList()))
                .toList();
    }

    private Today today(List<DomainOrder> of) {
        List<OrderLineItem> items = customerOrders.items(
                of.stream().map(DomainOrder::itemId).distinct().toList());
        Map<UUID, CustomerOrder> orders = byId(
                customerOrders.find(
                        items.stream().map(OrderLineItem::orderId).distinct().toList()),
                CustomerOrder::id);
        return new Today(
                byId(items, OrderLineItem::id),
                orders,
                catalog.locations(
                        of.stream().map(DomainOrder::location).distinct().toList()),
                catalog.accounts(
                        of.stream().map(DomainOrder::account).distinct().toList()));
    }

    private static <T> Map<UUID, T> byId(List<T> records, Function<T, UUID> id) {
        return records.stream().collect(toMap(id, Function.identity()));
    }

    /** What there is today of those domain orders for which it counts. */
    private record Today(
            Map<UUID, OrderLineItem> items,
            Map<UUID, CustomerOrder> orders,
            Map<String, LocationView> locations,
            Map<String, AccountView> accounts) {

        @Nullable
        PolicyFacts factsOf(DomainOrder order) {
            OrderLineItem item = items.get(order.itemId());
            LocationView location = locations.get(order.location());
            AccountView account = accounts.get(order.account());
            CustomerOrder of = item == null ? null : orders.get(item.orderId());
            return item == null || of == null || location == null || account == null
                    ? null
                    : ItemFacts.of(of, item).asked(order, location.region(), location.country(), account.segment());
        }

        boolean isPastPointOfNoReturn(DomainOrder order) {
            OrderLineItem item = items.get(order.itemId());
            return item != null && item.isPastPointOfNoReturn();
        }
    }
}
