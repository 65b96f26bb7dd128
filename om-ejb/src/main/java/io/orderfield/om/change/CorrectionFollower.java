package io.orderfield.om.change;

import io.orderfield.kernel.Shared;
import io.orderfield.om.catalog.Catalog;
import io.orderfield.om.catalog.CustomerInformationCorrected;
import io.orderfield.om.customerorder.CustomerOrders;
import io.orderfield.om.customerorder.OrderLineItem;
import io.orderfield.om.domainorder.Activity;
import io.orderfield.om.domainorder.DomainOrder;
import io.orderfield.om.domainorder.DomainOrders;
import io.orderfield.om.domainorder.ItemFacts;
import io.orderfield.om.domainorder.WorkOrderLink;
import io.orderfield.om.domainorder.WorkOrderLinks;
import io.orderfield.om.domainorder.WorkOrderRequester;
import io.orderfield.om.plan.WorkOrderData;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Sends corrected customer information to the open work orders that use it, past the point of no return as well: a
 * correction is no change of an item. Field Service answers with the note, old and new.
 */
@Shared
public class CorrectionFollower {
    private final CustomerOrders customerOrders;
    private final DomainOrders orders;
    private final Catalog catalog;
    private final WorkOrderRequester requester;
    private final Activity activity;
    private final Clock clock;

    @Inject
    public CorrectionFollower(
            CustomerOrders customerOrders,
            DomainOrders orders,
            Catalog catalog,
            WorkOrderRequester requester,
            Activity activity,
            Clock clock) {
        this.customerOrders = customerOrders;
        this.orders = orders;
        this.catalog = catalog;
        this.requester = requester;
        this.activity = activity;
        this.clock = clock;
    }

    public void corrected(@Observes CustomerInformationCorrected corrected) {
        DomainOrders.Use use = DomainOrders.Use.valueOf(corrected.kind().toUpperCase(Locale.ROOT));
        List<UUID> inUse = orders.itemsWithOpenWork(use, corrected.number());
        Map<UUID, OrderLineItem> items = customerOrders.lockItems(inUse).stream()
                .collect(Collectors.toMap(OrderLineItem::id, Function.identity()));
        if (items.isEmpty()) {
            return;
        }
        Map<UUID, ItemFacts> facts = facts(items);
        CustomerInformation information = CustomerInformation.of(catalog, facts.values());
        List<DomainOrder> affected = orders.lockOfItems(items.keySet());
        WorkOrderLinks links =
                orders.links(affected.stream().map(DomainOrder::id).toList());
        Instant at = clock.instant();
        for (DomainOrder order : affected) {
            resend(
                    order,
                    links.of(order),
                    Objects.requireNonNull(facts.get(order.itemId())),
                    information,
                    corrected.by(),
                    at);
        }
    }

    private Map<UUID, ItemFacts> facts(Map<UUID, OrderLineItem> items) {
        var customerOrdersById =
                customerOrders
                        .find(items.values().stream()
                                .map(OrderLineItem::orderId)
                                .distinct()
                                .toList())
                        .stream()
                        .collect(Collectors.toMap(o -> o.id(), Function.identity()));
        return items.values().stream()
                .map(i -> ItemFacts.of(Objects.requireNonNull(customerOrdersById.get(i.orderId())), i))
                .collect(Collectors.toMap(ItemFacts::id, Function.identity()));
    }

    private void resend(
            DomainOrder order,
            List<WorkOrderLink> links,
            ItemFacts item,
            CustomerInformation information,
            String by,
            Instant at) {
        boolean sent = false;
        for (WorkOrderLink link : links) {
            WorkOrderData corrected = link.wanted()
                    .withCustomer(
                            information.accountReference(item.account()),
                            information.contactDetails(item.contact()),
                            information.serviceLocation(item.location()));
            if (link.takesRequests() && !link.wanted().equals(corrected)) {
                requester.update(link, order, corrected, item.version(), by, at);
                sent = true;
            }
        }
        if (sent) {
            activity.announce(order);
        }
    }
}
