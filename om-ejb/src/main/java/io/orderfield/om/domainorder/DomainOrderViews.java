package io.orderfield.om.domainorder;

import io.orderfield.kernel.AllowedAction;
import io.orderfield.kernel.Shared;
import io.orderfield.messaging.right.Caller;
import io.orderfield.om.catalog.AccountView;
import io.orderfield.om.catalog.Catalog;
import io.orderfield.om.catalog.LocationView;
import io.orderfield.om.catalog.SpecificationView;
import io.orderfield.om.catalog.TemplateView;
import io.orderfield.om.customerorder.CustomerOrder;
import io.orderfield.om.customerorder.CustomerOrders;
import io.orderfield.om.customerorder.OrderLineItem;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Shows domain orders: whatever they need from elsewhere is read at once for all of them. */
@Shared
public class DomainOrderViews {
    private final CustomerOrders customerOrders;
    private final DomainOrders orders;
    private final Catalog catalog;

    @Inject
    public DomainOrderViews(CustomerOrders customerOrders, DomainOrders orders, Catalog catalog) {
        this.customerOrders = customerOrders;
        this.orders = orders;
        this.catalog = catalog;
    }

    public DomainOrderView view(Caller by, DomainOrder order) {
        return views(by, List.of(order)).get(0);
    }

    public List<DomainOrderView> views(Caller by, List<DomainOrder> domainOrders) {
        if (domainOrders.isEmpty()) {
            return List.of();
        }
        orders.flush();
        Surroundings around = new Surroundings(domainOrders);
        Map<String, TemplateView> templates = catalog.workOrderTemplates();
        WorkOrderLinks links = orders.links(ids(domainOrders));
        Map<UUID, List<String>> children = orders.childNumbers(ids(domainOrders));
        return domainOrders.stream()
                .map(d -> view(by, d, around, links.of(d), templates, children.getOrDefault(d.id(), List.of())))
                .toList();
    }

    public List<DomainOrderSummary> summaries(List<DomainOrder> domainOrders) {
        if (domainOrders.isEmpty()) {
            return List.of();
        }
        Surroundings around = new Surroundings(domainOrders);
        WorkOrderLinks links = orders.links(ids(domainOrders));
        return domainOrders.stream().map(d -> summary(d, around, links.of(d))).toList();
    }

    /** What lies around some domain orders. */
    private final class Surroundings {
        private final Map<UUID, OrderLineItem> items;
        private final Map<UUID, CustomerOrder> customerOrdersById;
        private final Map<String, AccountView> accounts;
        private final Map<String, LocationView> locations;
        private final Map<String, SpecificationView> specifications;

        Surroundings(List<DomainOrder> of) {
            items = customerOrders.items(distinct(of, DomainOrder::itemId)).stream()
                    .collect(Collectors.toMap(OrderLineItem::id, Function.identity()));
            customerOrdersById = customerOrders.find(distinct(of, DomainOrder::orderId)).stream()
                    .collect(Collectors.toMap(CustomerOrder::id, Function.identity()));
            accounts = catalog.accounts(distinct(of, DomainOrder::account));
            locations = catalog.locations(distinct(of, DomainOrder::location));
            specifications = catalog.specifications(distinct(of, DomainOrder::specification));
        }

        OrderLineItem item(DomainOrder d) {
            return Objects.requireNonNull(items.get(d.itemId()));
        }

        CustomerOrder customerOrder(DomainOrder d) {
            return Objects.requireNonNull(customerOrdersById.get(d.orderId()));
        }

        String accountName(DomainOrder d) {
            return Objects.requireNonNull(accounts.get(d.account())).name();
        }

        LocationView location(DomainOrder d) {
            return Objects.requireNonNull(locations.get(d.location()));
        }

        String specificationName(DomainOrder d) {
            return Objects.requireNonNull(specifications.get(d.specification())).name();
        }

        private <T> Collection<T> distinct(List<DomainOrder> of, Function<DomainOrder, T> what) {
            return of.stream().map(what).distinct().toList();
        }
    }

    private static DomainOrderView view(
            Caller by,
            DomainOrder d,
            Surroundings around,
            List<WorkOrderLink> links,
            Map<String, TemplateView> templates,
            List<String> children) {
        OrderLineItem item = around.item(d);
        LocationView location = around.location(d);
        return new DomainOrderView(
                d.number(),
                d.type().word(),
                d.state().name(),
                d.node().parent(),
                d.customerOrder(),
                around.customerOrder(d).state().name(),
                d.lineItem(),
                d.account(),
                around.accountName(d),
                d.action(),
                d.specification(),
                around.specificationName(d),
                d.location(),
                location.name(),
                location.timeZone(),
                d.quantity(),
                item.data().priority(),
                item.data().requestedDate(),
                item.isPastPointOfNoReturn(),
                d.state() == DomainOrderState.ON_HOLD,
                d.hold(),
                d.decision().tableVersion(),
                d.createdAt(),
                d.updatedAt(),
                d.closing().by(),
                d.closing().at(),
                d.closing().reason(),
                d.lastVerifiedAt(),
                d.revision(),
                links.stream()
                        .map(l -> view(
                                l, templates.get(l.template()), followed(l, links), DomainOrderActions.of(by, d, l)))
                        .toList(),
                children,
                DomainOrderActions.of(by, d, item, links));
    }

    private static @Nullable String followed(WorkOrderLink link, List<WorkOrderLink> all) {
        return all.stream()
                .filter(l -> l.key().equals(link.followsKey()))
                .findFirst()
                .map(WorkOrderLink::number)
                .orElse(null);
    }

    private static WorkOrderLinkView view(
            WorkOrderLink l,
            @Nullable TemplateView template,
            @Nullable String follows,
            List<AllowedAction> allowedActions) {
        return new WorkOrderLinkView(
                l.number(),
                l.template(),
                template == null ? null : template.name(),
                l.occurrence(),
                l.generation(),
                l.origin().name(),
                l.state().name(),
                l.reported().scheduledStart(),
                l.reported().scheduledEnd(),
                l.reported().assignee(),
                l.reported().assigneeName(),
                l.pending().map(Pending::name).orElse(null),
                l.provenance().tableVersion(),
                l.provenance().tableRows().stream().findFirst().orElse(null),
                l.provenance().tableRows(),
                l.reason(),
                l.waiver().by(),
                l.waiver().reason(),
                l.isOpen(),
                l.key(),
                follows,
                allowedActions);
    }

    private static DomainOrderSummary summary(DomainOrder d, Surroundings around, List<WorkOrderLink> links) {
        return new DomainOrderSummary(
                d.number(),
                d.type().word(),
                d.state().name(),
                d.customerOrder(),
                d.lineItem(),
                around.accountName(d),
                d.specification(),
                around.specificationName(d),
                around.location(d).name(),
                (int) links.stream().filter(WorkOrderLink::isOpen).count(),
                links.size(),
                around.item(d).isPastPointOfNoReturn(),
                d.state() == DomainOrderState.ON_HOLD,
                d.updatedAt(),
                d.node().parent());
    }

    private static List<UUID> ids(List<DomainOrder> domainOrders) {
        return domainOrders.stream().map(DomainOrder::id).toList();
    }
}
