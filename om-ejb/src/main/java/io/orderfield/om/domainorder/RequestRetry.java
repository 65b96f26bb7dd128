package io.orderfield.om.domainorder;

import io.orderfield.messaging.refusal.Refusal;
import io.orderfield.om.catalog.Catalog;
import io.orderfield.om.customerorder.CustomerOrders;
import io.orderfield.om.customerorder.OrderLineItem;
import io.orderfield.om.customerorder.OrderState;
import io.orderfield.om.fallout.Retry;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Sends once more what Field Service refused: as the item is now, not as it was then. Possible past the point of no return
 * as well, since it changes nothing of the item.
 */
@ApplicationScoped
class RequestRetry implements Retry {
    static final String NOTHING = "nothing-to-retry";

    @Inject
    private CustomerOrders customerOrders;

    @Inject
    private DomainOrders orders;

    @Inject
    private Catalog catalog;

    @Inject
    private Policies policies;

    @Inject
    private WorkOrderDesk desk;

    @Inject
    private Activity activity;

    @Inject
    private OutsideEvents outside;

    private final Clock clock;

    protected RequestRetry() {
        this.clock = Clock.tickMillis(ZoneOffset.UTC);
    }

    RequestRetry(
            CustomerOrders customerOrders,
            DomainOrders orders,
            Catalog catalog,
            Policies policies,
            WorkOrderDesk desk,
            Activity activity,
            OutsideEvents outside,
            Clock clock) {
        this.customerOrders = customerOrders;
        this.orders = orders;
        this.catalog = catalog;
        this.policies = policies;
        this.desk = desk;
        this.activity = activity;
        this.outside = outside;
        this.clock = clock;
    }

    @Override
    public Set<String> causes() {
        return Set.of("creation-refused", "update-refused", "cancellation-refused");
    }

    @Override
    public String retry(UUID workOrderKey, String cause, String by) {
        DomainOrders.Place place = orders.placeOf(workOrderKey)
                .orElseThrow(() -> Refusal.conflict(NOTHING, "The work order is not known any more."));
        OrderLineItem item = customerOrders.lockItem(place.itemId()).orElseThrow();
        DomainOrder order = orders.lock(place.id());
        WorkOrderLink link = orders.link(workOrderKey);
        Instant at = clock.instant();
        String done =
                switch (cause) {
                    case "creation-refused" -> createAgain(link, order, item, by, at);
                    case "update-refused" -> updateAgain(link, order, item, by, at);
                    default -> cancelAgain(link, order, item, by, at);
                };
        activity.byPerson(order, "retried", link, by, List.of(), done, at);
        outside.workOrderChanged(order, link, at);
        activity.announce(order);
        return done;
    }

    private String createAgain(WorkOrderLink link, DomainOrder order, OrderLineItem item, String by, Instant at) {
        if (link.state() != LinkState.REFUSED) {
            throw nothing("The work order of " + link.template() + " is not refused any more.");
        }
        desk.createAgain(link, order, wanted(link, order, item), item.version(), by, at);
        return "Its creation was asked for again (request " + link.requestRevision() + ").";
    }

    private String updateAgain(WorkOrderLink link, DomainOrder order, OrderLineItem item, String by, Instant at) {
        if (!link.takesRequests()) {
            throw nothing("The work order " + name(link) + " takes no more changes.");
        }
        desk.update(link, order, wanted(link, order, item), item.version(), by, at);
        return "All of its data was sent again (request " + link.requestRevision() + ").";
    }

    private String cancelAgain(WorkOrderLink link, DomainOrder order, OrderLineItem item, String by, Instant at) {
        if (!link.existing().isOpen()) {
            throw nothing("The work order " + name(link) + " can't be canceled any more: it is " + link.state() + ".");
        }
        if (item.state() != OrderState.CANCELLATION_IN_PROGRESS && isWanted(link, order, item)) {
            throw nothing("The work order " + name(link) + " is wanted again.");
        }
        String why = item.cancelReason() == null ? "It is no longer needed." : item.cancelReason();
        desk.cancel(link, order, item.version(), why, by, at);
        return "Its cancellation was asked for again (request " + link.requestRevision() + ").";
    }

    /** The data that it is to have now. */
    private WorkOrderData wanted(WorkOrderLink link, DomainOrder order, OrderLineItem item) {
        order.checkTakesWork();
        ItemFacts facts = facts(item);
        Planner planner = new Planner(CustomerInformation.of(catalog, List.of(facts)));
        WantedWork work = link.origin() == LinkOrigin.PLAN ? wantedWork(planner, link, order, facts) : null;
        if (link.origin() == LinkOrigin.PLAN && work == null) {
            throw nothing("No row of the decision table wants " + link.template() + " any more.");
        }
        return planner.data(order, facts, link.template(), work);
    }

    private boolean isWanted(WorkOrderLink link, DomainOrder order, OrderLineItem item) {
        ItemFacts facts = facts(item);
        Planner planner = new Planner(CustomerInformation.of(catalog, List.of(facts)));
        return link.origin() != LinkOrigin.PLAN || wantedWork(planner, link, order, facts) != null;
    }

    private @Nullable WantedWork wantedWork(Planner planner, WorkOrderLink link, DomainOrder order, ItemFacts facts) {
        return planner.wanted(order, facts, policies.version(order.tableVersion())).stream()
                .filter(w -> w.template().equals(link.template()) && link.occurrence() <= w.number())
                .findFirst()
                .orElse(null);
    }

    private ItemFacts facts(OrderLineItem item) {
        return ItemFacts.of(customerOrders.find(item.orderId()).orElseThrow(), item);
    }

    private static String name(WorkOrderLink link) {
        return link.number() == null ? "of " + link.template() : link.number();
    }

    private static Refusal nothing(String message) {
        return Refusal.conflict(NOTHING, message);
    }
}
