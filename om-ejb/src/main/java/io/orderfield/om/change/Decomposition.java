package io.orderfield.om.change;

import io.orderfield.kernel.Shared;
import io.orderfield.om.catalog.Catalog;
import io.orderfield.om.change.SpecificationTree.Node;
import io.orderfield.om.customerorder.CustomerOrder;
import io.orderfield.om.customerorder.CustomerOrderApproved;
import io.orderfield.om.customerorder.CustomerOrders;
import io.orderfield.om.customerorder.LineItemsAddedInFlight;
import io.orderfield.om.customerorder.OrderLineItem;
import io.orderfield.om.customerorder.OrderState;
import io.orderfield.om.domainorder.Activity;
import io.orderfield.om.domainorder.DomainOrder;
import io.orderfield.om.domainorder.DomainOrderType;
import io.orderfield.om.domainorder.DomainOrders;
import io.orderfield.om.domainorder.ItemFacts;
import io.orderfield.om.domainorder.WorkOrderRequester;
import io.orderfield.om.inflight.InflightChangeKind;
import io.orderfield.om.inflight.InflightChangeState;
import io.orderfield.om.inflight.InflightChangesMoved;
import io.orderfield.om.number.NumberKind;
import io.orderfield.om.number.Numbers;
import io.orderfield.om.plan.WantedWork;
import io.orderfield.om.policy.Policies;
import io.orderfield.om.worknote.CurrentChannel;
import io.orderfield.rules.WorkOrderPolicy;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Decomposes approved items: one domain order per node of the specification tree, at least the product order, and the work
 * orders that the current decision table wants for each. All of an order's items in one transaction, with bulk reads.
 */
@Shared
public class Decomposition {
    private final CustomerOrders customerOrders;
    private final DomainOrders orders;
    private final Catalog catalog;
    private final Numbers numbers;
    private final Policies policies;
    private final WorkOrderRequester requester;
    private final Activity activity;
    private final Clock clock;

    @Inject
    public Decomposition(
            CustomerOrders customerOrders,
            DomainOrders orders,
            Catalog catalog,
            Numbers numbers,
            Policies policies,
            WorkOrderRequester requester,
            Activity activity,
            Clock clock) {
        this.customerOrders = customerOrders;
        this.orders = orders;
        this.catalog = catalog;
        this.numbers = numbers;
        this.policies = policies;
        this.requester = requester;
        this.activity = activity;
        this.clock = clock;
    }

    public void approved(@Observes CustomerOrderApproved approved) {
        CustomerOrder order = customerOrders.find(approved.orderId()).orElseThrow();
        List<OrderLineItem> items = customerOrders.items(order.id()).stream()
                .filter(i -> i.state().isInProgress())
                .toList();
        List<Node> nodes = decompose(order, items, approved.by());
        String by = order.placement().by();
        Instant placedAt = order.placement().at();
        if (CurrentChannel.JMS.equals(order.placement().channel()) && by != null && placedAt != null) {
            Instant at = clock.instant();
            nodes.stream()
                    .filter(n -> n.depth() == 0)
                    .forEach(n -> activity.earlier(n.domainOrder(), "placed", by, CurrentChannel.JMS, placedAt, at));
        }
    }

    public void added(@Observes LineItemsAddedInFlight added) {
        CustomerOrder order = customerOrders.find(added.orderId()).orElseThrow();
        decompose(order, customerOrders.items(added.itemIds()), added.by());
    }

    /** Refuses to ask for an item that could never be added, such as one that needs too many work orders. */
    public void requested(@Observes InflightChangesMoved moved) {
        if (moved.state() != InflightChangeState.REQUESTED) {
            return;
        }
        List<UUID> added = moved.changes().stream()
                .filter(c -> c.kind() == InflightChangeKind.ADDITION)
                .map(InflightChangesMoved.Moved::itemId)
                .toList();
        if (!added.isEmpty()) {
            List<OrderLineItem> items = customerOrders.items(added);
            preview(customerOrders.find(items.get(0).orderId()).orElseThrow(), items);
        }
    }

    private List<Node> decompose(CustomerOrder order, List<OrderLineItem> lineItems, String by) {
        List<ItemFacts> items =
                lineItems.stream().map(i -> ItemFacts.of(order, i)).toList();
        CustomerInformation information = CustomerInformation.of(catalog, items);
        WorkOrderPolicy policy = policies.current();
        Planner planner = new Planner(information);
        Instant at = clock.instant();
        boolean onHold = order.state() == OrderState.ON_HOLD;

        List<Node> nodes = new ArrayList<>();
        items.forEach(item -> nodes.addAll(SpecificationTree.of(item, information)));
        Map<DomainOrderType, Deque<String>> fresh = numbersFor(nodes);
        for (Node node : nodes) {
            node.become(
                    Objects.requireNonNull(fresh.get(node.type())).removeFirst(),
                    onHold,
                    policy.version(),
                    information,
                    at);
        }
        decide(nodes, planner, policy);
        for (Node node : nodes) {
            DomainOrder made = node.domainOrder();
            made.decision().basedOn(planner.facts(made, node.item()));
            node.plans(planner.plan(made, node.item(), node.wanted(), List.of()));
        }
        addLevelByLevel(nodes);
        nodes.forEach(n -> requester.begin(n.steps(), n.domainOrder(), n.item().version(), by, at));
        return nodes;
    }

    /**
     * What further items of an order in progress would need, or an item that waits for the manager. Nothing is made.
     *
     * @param lineItems as they would be
     */
    ImpactView preview(CustomerOrder order, List<OrderLineItem> lineItems) {
        List<ItemFacts> items =
                lineItems.stream().map(i -> ItemFacts.of(order, i)).toList();
        CustomerInformation information = CustomerInformation.of(catalog, items);
        WorkOrderPolicy policy = policies.current();
        Planner planner = new Planner(information);
        Instant at = clock.instant();
        boolean onHold = order.state() == OrderState.ON_HOLD;
        Impact impact =
                new Impact().basedOn(order.number() + ' ' + order.state()).basedOn(policy.version());
        for (ItemFacts item : items) {
            List<Node> nodes = SpecificationTree.of(item, information);
            nodes.forEach(n -> n.become("", onHold, policy.version(), information, at));
            decide(nodes, planner, policy);
            for (Node node : nodes) {
                DomainOrder made = node.domainOrder();
                impact.basedOn(planner.facts(made, item))
                        .steps(made, true, planner.plan(made, item, node.wanted(), List.of()), List.of());
            }
        }
        return impact.view(List.of());
    }

    /** A part refers to its whole, which has to be in the database first. */
    private void addLevelByLevel(List<Node> nodes) {
        Map<Integer, List<Node>> byDepth = nodes.stream().collect(Collectors.groupingBy(Node::depth));
        for (int depth = 0; byDepth.containsKey(depth); depth++) {
            byDepth.get(depth).forEach(n -> orders.add(n.domainOrder()));
            orders.flush();
        }
    }

    private static void decide(List<Node> nodes, Planner planner, WorkOrderPolicy policy) {
        Map<UUID, List<WantedWork>> wantedByItem = new LinkedHashMap<>();
        Map<UUID, String> numbers = new HashMap<>();
        for (Node node : nodes) {
            node.wants(planner.wanted(node.domainOrder(), node.item(), policy));
            numbers.put(node.item().id(), node.item().number());
            wantedByItem
                    .computeIfAbsent(node.item().id(), i -> new ArrayList<>())
                    .addAll(node.wanted());
        }
        wantedByItem.forEach((item, wanted) -> Planner.checkNumber(String.valueOf(numbers.get(item)), wanted));
    }

    private Map<DomainOrderType, Deque<String>> numbersFor(List<Node> nodes) {
        Map<DomainOrderType, Long> counts =
                nodes.stream().collect(Collectors.groupingBy(Node::type, Collectors.counting()));
        Map<DomainOrderType, Deque<String>> fresh = new EnumMap<>(DomainOrderType.class);
        counts.forEach((type, count) -> {
            NumberKind kind = type.numberKind();
            fresh.put(type, new ArrayDeque<>(numbers.next(kind, Math.toIntExact(count))));
        });
        return fresh;
    }
}
