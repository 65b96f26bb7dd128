package io.orderfield.om.ordering;

import io.orderfield.kernel.Shared;
import io.orderfield.messaging.right.Caller;
import io.orderfield.om.catalog.AccountView;
import io.orderfield.om.catalog.Catalog;
import io.orderfield.om.catalog.ContactView;
import io.orderfield.om.catalog.LocationView;
import io.orderfield.om.catalog.SpecificationView;
import io.orderfield.om.customerorder.CustomerOrder;
import io.orderfield.om.customerorder.CustomerOrderDefaults;
import io.orderfield.om.customerorder.CustomerOrders;
import io.orderfield.om.customerorder.LineItemData;
import io.orderfield.om.customerorder.OrderActions;
import io.orderfield.om.customerorder.OrderLineItem;
import io.orderfield.om.customerorder.Outcome;
import io.orderfield.om.inflight.InflightChangeView;
import io.orderfield.om.inflight.InflightChanges;
import jakarta.inject.Inject;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Puts an order and its items together with the names of what they refer to, in a fixed number of statements. */
@Shared
public class CustomerOrderViews {
    private final Catalog catalog;
    private final CustomerOrders orders;
    private final InflightChanges changes;

    @Inject
    public CustomerOrderViews(Catalog catalog, CustomerOrders orders, InflightChanges changes) {
        this.catalog = catalog;
        this.orders = orders;
        this.changes = changes;
    }

    /** Names of what a set of items refers to. */
    private record Names(
            Map<String, SpecificationView> specifications,
            Map<String, LocationView> locations,
            Map<String, ContactView> contacts,
            Map<UUID, InflightChangeView> changes) {}

    CustomerOrderView view(Caller by, CustomerOrder order, List<OrderLineItem> items) {
        orders.flush();
        return view(
                by,
                order,
                items,
                items.stream().anyMatch(OrderLineItem::isPastPointOfNoReturn),
                order.versionWith(items));
    }

    /** The order without its items, of which only the figures are known. */
    CustomerOrderOverview overview(Caller by, CustomerOrder order, LineItemLists.Figures items) {
        Map<String, Long> states = new LinkedHashMap<>();
        items.states().forEach((state, count) -> states.put(state.name(), count));
        return new CustomerOrderOverview(
                view(by, order, List.of(), items.pastPointOfNoReturn(), order.versionWith(items.revisions())), states);
    }

    /** Some items of an order. */
    List<LineItemView> views(Caller by, CustomerOrder order, List<OrderLineItem> items) {
        Names names = names(items, null);
        return items.stream().map(i -> view(by, order, i, names)).toList();
    }

    private CustomerOrderView view(
            Caller by, CustomerOrder order, List<OrderLineItem> items, boolean pastPointOfNoReturn, long version) {
        CustomerOrderDefaults defaults = order.defaults();
        Names names = names(items, defaults.contact());
        return new CustomerOrderView(
                order.number(),
                order.state().name(),
                name(order.outcome()),
                order.account(),
                catalog.account(order.account()).map(AccountView::name).orElse(order.account()),
                defaults.contact(),
                contactName(names, defaults.contact()),
                defaults.priority(),
                defaults.requestedDate(),
                defaults.externalReference(),
                defaults.specialInstructions(),
                order.createdBy(),
                order.createdAt(),
                order.updatedAt(),
                order.placement().by(),
                order.placement().at(),
                order.approvedBy(),
                order.approvedAt(),
                order.reason(),
                pastPointOfNoReturn,
                version,
                order.createdChannel(),
                order.placement().channel(),
                items.stream().map(i -> view(by, order, i, names)).toList(),
                OrderActions.of(by, order),
                List.of());
    }

    LineItemView view(Caller by, CustomerOrder order, OrderLineItem item) {
        orders.flush();
        return view(by, order, item, names(List.of(item), null));
    }

    private Names names(List<OrderLineItem> items, @Nullable String contactOfOrder) {
        List<String> contacts = Stream.concat(items.stream().map(i -> i.data().contact()), Stream.of(contactOfOrder))
                .filter(Objects::nonNull)
                .toList();
        return new Names(
                catalog.specifications(distinct(items, LineItemData::specification)),
                catalog.locations(distinct(items, LineItemData::location)),
                catalog.contacts(contacts),
                changes.newest(items.stream()
                        .filter(i -> i.changeCount() > 0)
                        .map(OrderLineItem::id)
                        .toList()));
    }

    private static List<String> distinct(List<OrderLineItem> items, Function<LineItemData, String> of) {
        return List.copyOf(items.stream().map(OrderLineItem::data).map(of).collect(Collectors.toSet()));
    }

    private static LineItemView view(Caller by, CustomerOrder order, OrderLineItem item, Names names) {
        LineItemData said = item.data();
        SpecificationView specification = names.specifications().get(said.specification());
        LocationView location = names.locations().get(said.location());
        return new LineItemView(
                item.number(),
                order.number(),
                item.state().name(),
                name(item.outcome()),
                said.action().name(),
                said.specification(),
                specification == null ? said.specification() : specification.name(),
                said.location(),
                location == null ? said.location() : location.name(),
                location == null ? "" : location.city(),
                location == null ? "UTC" : location.timeZone(),
                said.quantity(),
                said.characteristics(),
                said.contact(),
                contactName(names, said.contact()),
                said.priority(),
                said.requestedDate(),
                said.committedDate(),
                said.specialInstructions(),
                item.version(),
                item.isPastPointOfNoReturn(),
                item.pointOfNoReturn(),
                item.revision(),
                names.changes().get(item.id()),
                OrderActions.of(by, order, item));
    }

    private static @Nullable String contactName(Names names, @Nullable String contact) {
        if (contact == null) {
            return null;
        }
        ContactView view = names.contacts().get(contact);
        return view == null ? contact : view.name();
    }

    private static @Nullable String name(@Nullable Outcome outcome) {
        return outcome == null ? null : outcome.name();
    }
}
