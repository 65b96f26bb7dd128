package io.orderfield.om.change;

import io.orderfield.kernel.Sentence;
import io.orderfield.kernel.Shared;
import io.orderfield.messaging.contract.FieldChange;
import io.orderfield.om.catalog.Catalog;
import io.orderfield.om.customerorder.CustomerOrders;
import io.orderfield.om.customerorder.LineItemRevised;
import io.orderfield.om.customerorder.OrderLineItem;
import io.orderfield.om.domainorder.Activity;
import io.orderfield.om.domainorder.DomainOrder;
import io.orderfield.om.domainorder.DomainOrderFallouts;
import io.orderfield.om.domainorder.DomainOrders;
import io.orderfield.om.domainorder.ItemFacts;
import io.orderfield.om.domainorder.OutsideEvents;
import io.orderfield.om.domainorder.WorkOrderLink;
import io.orderfield.om.domainorder.WorkOrderLinks;
import io.orderfield.om.domainorder.WorkOrderRequester;
import io.orderfield.om.fallout.Fallouts;
import io.orderfield.om.plan.PlanStep.Nothing;
import io.orderfield.om.policy.Policies;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/** Lets the work of an item's domain orders follow a change in flight, in the transaction of the change. */
@Shared
public class InflightFollower {
    private final CustomerOrders customerOrders;
    private final DomainOrders orders;
    private final Catalog catalog;
    private final Policies policies;
    private final WorkOrderRequester requester;
    private final Activity activity;
    private final OutsideEvents outside;
    private final Fallouts fallouts;
    private final Clock clock;

    @Inject
    public InflightFollower(
            CustomerOrders customerOrders,
            DomainOrders orders,
            Catalog catalog,
            Policies policies,
            WorkOrderRequester requester,
            Activity activity,
            OutsideEvents outside,
            Fallouts fallouts,
            Clock clock) {
        this.customerOrders = customerOrders;
        this.orders = orders;
        this.catalog = catalog;
        this.policies = policies;
        this.requester = requester;
        this.activity = activity;
        this.outside = outside;
        this.fallouts = fallouts;
        this.clock = clock;
    }

    public void revised(@Observes LineItemRevised revised) {
        Instant at = clock.instant();
        OrderLineItem item = customerOrders.items(List.of(revised.itemId())).get(0);
        ItemFacts facts = ItemFacts.of(customerOrders.find(item.orderId()).orElseThrow(), item);
        List<DomainOrder> ofItem = orders.lockOfItems(List.of(item.id()));
        WorkOrderLinks links = orders.links(ofItem.stream().map(DomainOrder::id).toList());
        Planner planner = new Planner(CustomerInformation.of(catalog, List.of(facts)));
        InflightPlan plan = new InflightPlan(ofItem, links, facts, revised.differences(), policies, planner);
        plan.stepsByOrder().forEach((order, steps) -> {
            order.follow(facts.quantity(), at);
            order.decision().basedOn(planner.facts(order, facts));
            tellUpdated(order, revised, at);
            requester.take(
                    steps,
                    order,
                    links.of(order),
                    item.version(),
                    "The change " + revised.changeNumber() + " of " + revised.itemNumber() + " no longer needs it.",
                    revised.by(),
                    at);
            List<Nothing> left = InflightPlan.closedWorkLeftBehind(steps);
            if (!left.isEmpty()) {
                leaveClosedWork(order, links.of(order), left, revised, at);
            }
            activity.announce(order);
        });
        outside.lineItemChanged(item, ofItem.get(0), at);
    }

    private void tellUpdated(DomainOrder order, LineItemRevised revised, Instant at) {
        String requestedBy = revised.requestedBy();
        if (requestedBy == null) {
            activity.byPerson(order, "updated", revised.by(), revised.differences(), null, at);
        } else {
            Sentence approved = Sentence.of("note.approved")
                    .with("number", revised.changeNumber())
                    .with("requestedBy", requestedBy);
            activity.changed(order, "updated", revised.by(), revised.differences(), approved, at);
        }
    }

    private void leaveClosedWork(
            DomainOrder order, List<WorkOrderLink> links, List<Nothing> left, LineItemRevised revised, Instant at) {
        Map<UUID, String> numbers = links.stream()
                .filter(l -> l.number() != null)
                .collect(Collectors.toMap(WorkOrderLink::key, l -> String.valueOf(l.number())));
        List<String> workOrders = left.stream()
                .map(n -> numbers.getOrDefault(n.existing().key(), n.existing().template()))
                .toList();
        List<FieldChange> changes =
                left.stream().flatMap(n -> n.changes().stream()).distinct().toList();
        Sentence text = Sentence.of("note.closedWork").with("workOrders", workOrders);
        activity.bySystem(order, "closed-work-unchanged", null, changes, text, at);
        if (InflightPlan.changesWhatIsBuilt(revised.differences())) {
            fallouts.raise(DomainOrderFallouts.about(
                    "closed-work-changed",
                    order,
                    revised.changeNumber(),
                    Sentence.of("fallout.closedWork")
                            .with("happened", text)
                            .with("number", revised.changeNumber())
                            .with("lineItem", revised.itemNumber())));
        }
    }
}
