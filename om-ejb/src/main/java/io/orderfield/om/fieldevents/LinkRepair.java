package io.orderfield.om.fieldevents;

import io.orderfield.kernel.Shared;
import io.orderfield.messaging.contract.RequestEntries;
import io.orderfield.om.customerorder.CustomerOrders;
import io.orderfield.om.customerorder.OrderLineItem;
import io.orderfield.om.domainorder.Activity;
import io.orderfield.om.domainorder.DomainOrder;
import io.orderfield.om.domainorder.DomainOrders;
import io.orderfield.om.domainorder.WorkOrderLink;
import io.orderfield.om.domainorder.WorkOrderRequester;
import io.orderfield.om.domainorder.WorkOrderRequests;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * Repairs work order links for whoever looks after the synchronization. Everything happens in the caller's
 * transaction; what changes a link locks its line item and domain order first.
 */
@Shared
public class LinkRepair {
    private static final int VERIFIED_AT_ONCE = 200;

    /** A page of domain orders: the last one, and how many of them are verified. */
    public record Verified(String lastDomainOrder, int count) {}

    private final CustomerOrders customerOrders;
    private final DomainOrders orders;
    private final WorkOrderRequester requester;
    private final FieldServiceReports reports;
    private final WorkOrderRequests requests;
    private final Clock clock;

    @Inject
    public LinkRepair(
            CustomerOrders customerOrders,
            DomainOrders orders,
            WorkOrderRequester requester,
            FieldServiceReports reports,
            WorkOrderRequests requests,
            Clock clock) {
        this.customerOrders = customerOrders;
        this.orders = orders;
        this.requester = requester;
        this.reports = reports;
        this.requests = requests;
        this.clock = clock;
    }

    /**
     * Takes a request that will never reach Field Service as refused.
     *
     * @return false when there is no such work order, or an answer or a later request has settled it already
     */
    public boolean refuseUndelivered(UUID workOrderKey, long requestRevision, String why) {
        return orders.placeOf(workOrderKey).isPresent() && reports.undelivered(workOrderKey, requestRevision, why);
    }

    /** Asks Field Service for the current state and the missing entries; false when there is no such work order. */
    public boolean askForState(UUID workOrderKey) {
        return orders.placeOf(workOrderKey)
                .map(place -> {
                    ask(orders.lock(place.id()), orders.link(workOrderKey), false);
                    return true;
                })
                .orElse(false);
    }

    /** Asks for the state of every work order of a domain order; returns of how many. */
    public int askForStateOf(String domainOrder) {
        return orders.placeOf(domainOrder)
                .map(place -> {
                    DomainOrder order = orders.lock(place.id());
                    List<WorkOrderLink> links =
                            orders.links(List.of(order.id())).of(order.id());
                    links.forEach(link -> ask(order, link, false));
                    return links.size();
                })
                .orElse(0);
    }

    /**
     * Has Field Service and Order Management agree again: sends what Field Service lacks, and asks for what it has.
     *
     * @param seen the newest request that Field Service has seen, 0 when it does not know the work order
     * @param missing whether it does not know it
     * @return false when nothing can be sent: the work is over, and Field Service has lost it
     */
    public boolean repair(UUID workOrderKey, long seen, boolean missing) {
        DomainOrders.Place place = orders.placeOf(workOrderKey).orElseThrow();
        OrderLineItem item = customerOrders.lockItem(place.itemId()).orElseThrow();
        DomainOrder order = orders.lock(place.id());
        WorkOrderLink link = orders.link(workOrderKey);
        Instant at = clock.instant();
        if (missing && link.state().isTerminal()) {
            return false;
        }
        boolean restoredHere = seen > link.requests().revision();
        link.requests().hasSeenOnly(seen);
        if (restoredHere && link.takesRequests()) {
            requester.update(link, order, link.wanted(), item.version(), Activity.SYSTEM, at);
        } else if (link.requests().revision() > seen) {
            requester.repair(link, order, item.version(), seen, Activity.SYSTEM);
        }
        ask(order, link, true);
        order.touch(at);
        return true;
    }

    /** Whether the domain order of a work order is closed or canceled. */
    public boolean isOver(String domainOrder) {
        return orders.find(domainOrder).map(d -> d.state().isFinal()).orElse(true);
    }

    /**
     * Notes a page of domain orders as verified.
     *
     * @param after begins after this number
     * @param createdBefore younger ones were not looked at
     * @param except numbers of those that were not as they should be
     * @return the page; empty when there is no further one
     */
    public Optional<Verified> verify(String after, Instant createdBefore, Set<String> except, Instant at) {
        List<DomainOrder> page = orders.lockUnverified(after, createdBefore, VERIFIED_AT_ONCE);
        List<DomainOrder> right =
                page.stream().filter(d -> !except.contains(d.number())).toList();
        right.forEach(d -> d.verified(at));
        return page.isEmpty()
                ? Optional.empty()
                : Optional.of(new Verified(page.get(page.size() - 1).number(), right.size()));
    }

    private void ask(DomainOrder order, WorkOrderLink link, boolean repair) {
        requests.send(
                new RequestEntries(link.key(), link.entries().firstMissing(), repair ? link.known() : null),
                order.number(),
                order.customerOrder());
    }
}
