package io.orderfield.om.change;

import io.orderfield.kernel.Refusal;
import io.orderfield.kernel.Shared;
import io.orderfield.messaging.contract.FieldChange;
import io.orderfield.om.catalog.Catalog;
import io.orderfield.om.catalog.Checks;
import io.orderfield.om.customerorder.CustomerOrders;
import io.orderfield.om.customerorder.OrderLineItem;
import io.orderfield.om.domainorder.Activity;
import io.orderfield.om.domainorder.DomainOrder;
import io.orderfield.om.domainorder.DomainOrders;
import io.orderfield.om.domainorder.ItemFacts;
import io.orderfield.om.domainorder.OrderLocks;
import io.orderfield.om.domainorder.OrderLocks.LockedOrder;
import io.orderfield.om.domainorder.PolicyDecision;
import io.orderfield.om.domainorder.WorkOrderLink;
import io.orderfield.om.domainorder.WorkOrderLinks;
import io.orderfield.om.domainorder.WorkOrderRequester;
import io.orderfield.om.plan.PlanStep;
import io.orderfield.om.plan.WantedWork;
import io.orderfield.om.policy.Policies;
import io.orderfield.om.user.CurrentUser;
import io.orderfield.rules.PolicyFacts;
import io.orderfield.rules.WorkOrderPolicy;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Plans a domain order's work again with the current version of the decision table and the customer's facts of today. A
 * change in flight never does that by itself: it decides with the version and the facts of the approval. The decision date
 * stays, so that no work comes or goes because time has passed.
 */
@Shared
public class Replanning {
    private final CustomerOrders customerOrders;
    private final DomainOrders orders;
    private final OrderLocks locks;
    private final Catalog catalog;
    private final Policies policies;
    private final WorkOrderRequester requester;
    private final Activity activity;
    private final Clock clock;

    @Inject
    public Replanning(
            CustomerOrders customerOrders,
            DomainOrders orders,
            OrderLocks locks,
            Catalog catalog,
            Policies policies,
            WorkOrderRequester requester,
            Activity activity,
            Clock clock) {
        this.customerOrders = customerOrders;
        this.orders = orders;
        this.locks = locks;
        this.catalog = catalog;
        this.policies = policies;
        this.requester = requester;
        this.activity = activity;
        this.clock = clock;
    }

    /** A plan that has not been carried out. */
    private record Plan(
            WorkOrderPolicy policy,
            PolicyFacts facts,
            List<PlanStep> steps,
            List<WorkOrderLink> links,
            ImpactView impact) {}

    /** Previews without a lock. */
    ImpactView impact(CurrentUser by, String number) {
        DomainOrder order = orders.find(number).orElseThrow(() -> Refusal.notFound("domainOrder", number));
        by.checkSees(order.account(), "domainOrder", number);
        OrderLineItem item = customerOrders.items(List.of(order.itemId())).get(0);
        return plan(item, order).impact();
    }

    /**
     * Carries the plan out.
     *
     * @param etag of the preview that the caller saw, null when it does not matter
     * @param expectedVersion the domain order's version that the caller saw, null when it does not matter
     */
    public DomainOrder replan(
            String number, @Nullable String why, @Nullable String etag, @Nullable Long expectedVersion, String by) {
        String reason = Checks.optionalReason(why);
        LockedOrder locked = locks.lock(number, expectedVersion);
        DomainOrder order = locked.order();
        Plan plan = plan(locked.item(), order);
        if (etag != null) {
            ImpactPreview.same(plan.impact(), etag, number);
        }
        Instant at = clock.instant();
        order.replan(plan.policy().version(), at);
        order.decision().basedOn(plan.facts());
        activity.byPerson(order, "replanned", by, plan.impact().differences(), reason, at);
        requester.take(
                plan.steps(),
                order,
                plan.links(),
                locked.item().version(),
                "Version " + plan.policy().version() + " of the decision table does not need it.",
                by,
                at);
        activity.announce(order);
        return order;
    }

    private Plan plan(OrderLineItem item, DomainOrder order) {
        item.checkChangeable("REPLAN");
        order.checkTakesWork();
        WorkOrderPolicy policy = policies.current();
        ItemFacts facts = ItemFacts.of(customerOrders.find(item.orderId()).orElseThrow(), item);
        Planner planner = new Planner(CustomerInformation.of(catalog, List.of(facts)));
        PolicyFacts today = planner.factsOfToday(order, facts);
        List<WantedWork> wanted = Planner.wanted(order, today, policy);
        List<WantedWork> wantedOfItem = new ArrayList<>(wanted);
        orders.ofItems(List.of(item.id())).stream()
                .filter(d -> !d.id().equals(order.id()))
                .forEach(d -> wantedOfItem.addAll(
                        planner.wanted(d, facts, policies.version(d.decision().tableVersion()))));
        Planner.checkNumber(item.number(), wantedOfItem);
        WorkOrderLinks ofOrder = orders.links(List.of(order.id()));
        List<WorkOrderLink> links = ofOrder.of(order);
        List<PlanStep> steps = planner.plan(order, facts, wanted, links);
        ImpactView impact = new Impact()
                .basedOn("replanning")
                .basedOn(item, List.of(order), ofOrder)
                .steps(order, false, steps, links)
                .view(differences(order.decision(), policy, today));
        return new Plan(policy, today, steps, links, impact);
    }

    /** What decides now other than it did the last time. */
    private static List<FieldChange> differences(PolicyDecision last, WorkOrderPolicy policy, PolicyFacts today) {
        PolicyFacts lastFacts = last.facts();
        PolicyFacts kept = lastFacts == null ? today : lastFacts;
        return Stream.of(
                        new FieldChange(
                                "tableVersion", String.valueOf(last.tableVersion()), String.valueOf(policy.version())),
                        new FieldChange("region", kept.region(), today.region()),
                        new FieldChange("country", kept.country(), today.country()),
                        new FieldChange("segment", kept.segment(), today.segment()))
                .filter(c -> !Objects.equals(c.oldValue(), c.newValue()))
                .toList();
    }
}
