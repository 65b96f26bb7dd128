package io.orderfield.om.domainorder;

import io.orderfield.messaging.refusal.Refusal;
import io.orderfield.om.catalog.Catalog;
import io.orderfield.om.catalog.PartView;
import io.orderfield.om.catalog.SpecificationView;
import io.orderfield.om.customerorder.CustomerOrder;
import io.orderfield.om.customerorder.CustomerOrderApproved;
import io.orderfield.om.customerorder.CustomerOrders;
import io.orderfield.om.customerorder.LineItemsAddedInFlight;
import io.orderfield.om.customerorder.OrderLineItem;
import io.orderfield.om.customerorder.OrderState;
import io.orderfield.om.number.NumberKind;
import io.orderfield.om.number.Numbers;
import io.orderfield.rules.WorkOrderPolicy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Decomposes approved items: one domain order per node of the specification tree, at least the product order, and the work
 * orders that the current decision table wants for each. All of an order's items in one transaction, with bulk reads.
 */
@ApplicationScoped
class Decomposition {
    private static final int DEEPEST_TREE = 10;

    @Inject
    private CustomerOrders customerOrders;

    @Inject
    private DomainOrders orders;

    @Inject
    private Catalog catalog;

    @Inject
    private Numbers numbers;

    @Inject
    private Policies policies;

    @Inject
    private WorkOrderDesk desk;

    private final Clock clock;

    protected Decomposition() {
        this.clock = Clock.tickMillis(ZoneOffset.UTC);
    }

    Decomposition(
            CustomerOrders customerOrders,
            DomainOrders orders,
            Catalog catalog,
            Numbers numbers,
            Policies policies,
            WorkOrderDesk desk,
            Clock clock) {
        this.customerOrders = customerOrders;
        this.orders = orders;
        this.catalog = catalog;
        this.numbers = numbers;
        this.policies = policies;
        this.desk = desk;
        this.clock = clock;
    }

    void approved(@Observes CustomerOrderApproved approved) {
        CustomerOrder order = customerOrders.find(approved.orderId()).orElseThrow();
        List<OrderLineItem> items = customerOrders.items(order.id()).stream()
                .filter(i -> i.state().isInProgress())
                .toList();
        decompose(order, items, approved.by());
    }

    void added(@Observes LineItemsAddedInFlight added) {
        CustomerOrder order = customerOrders.find(added.orderId()).orElseThrow();
        decompose(order, customerOrders.items(added.itemIds()), added.by());
    }

    private void decompose(CustomerOrder order, List<OrderLineItem> lineItems, String by) {
        List<ItemFacts> items =
                lineItems.stream().map(i -> ItemFacts.of(order, i)).toList();
        CustomerInformation information = CustomerInformation.of(catalog, items);
        WorkOrderPolicy policy = policies.current();
        Instant at = clock.instant();
        boolean onHold = order.state() == OrderState.ON_HOLD;

        List<Node> nodes = new ArrayList<>();
        items.forEach(item -> nodes.addAll(nodes(item, information)));
        Map<DomainOrderType, Deque<String>> fresh = numbersFor(nodes);
        for (Node node : nodes) {
            node.domainOrder = DomainOrder.approved(
                    fresh.get(node.type()).removeFirst(),
                    node.type(),
                    node.parent == null ? null : node.parent.domainOrder,
                    node.item,
                    node.specification.code(),
                    node.factor,
                    onHold,
                    policy.version(),
                    LocalDate.ofInstant(
                            at,
                            ZoneId.of(information.location(node.item.location()).timeZone())),
                    at);
        }
        plan(nodes, new Planner(information), policy);
        addLevelByLevel(nodes);
        nodes.forEach(n -> desk.begin(n.steps, n.domainOrder, n.item.version(), by, at));
    }

    /** A part refers to its whole, which has to be in the database first. */
    private void addLevelByLevel(List<Node> nodes) {
        Map<Integer, List<Node>> byDepth = nodes.stream().collect(Collectors.groupingBy(n -> n.depth));
        for (int depth = 0; byDepth.containsKey(depth); depth++) {
            byDepth.get(depth).forEach(n -> orders.add(n.domainOrder));
            orders.flush();
        }
    }

    private static void plan(List<Node> nodes, Planner planner, WorkOrderPolicy policy) {
        Map<String, List<WantedWork>> wantedByItem = new HashMap<>();
        for (Node node : nodes) {
            node.wanted = planner.wanted(node.domainOrder, node.item, policy);
            wantedByItem
                    .computeIfAbsent(node.item.number(), i -> new ArrayList<>())
                    .addAll(node.wanted);
        }
        wantedByItem.forEach(Planner::checkNumber);
        for (Node node : nodes) {
            node.steps = planner.plan(node.domainOrder, node.item, node.wanted, List.of());
        }
    }

    /** The nodes of an item's tree, each after its parent. */
    private static List<Node> nodes(ItemFacts item, CustomerInformation information) {
        List<Node> nodes = new ArrayList<>();
        nodes.add(new Node(item, information.specification(item.specification()), 1, null, 0));
        for (int i = 0; i < nodes.size(); i++) {
            Node node = nodes.get(i);
            if (node.depth > DEEPEST_TREE) {
                throw Refusal.conflict(
                        "specification-too-deep",
                        "The specification " + item.specification() + " is realized as itself, or as more than "
                                + DEEPEST_TREE + " levels.");
            }
            for (PartView part : node.specification.parts()) {
                nodes.add(new Node(
                        item,
                        information.specification(part.code()),
                        factor(item, node.factor, part.factor()),
                        node,
                        node.depth + 1));
            }
        }
        return nodes;
    }

    private static int factor(ItemFacts item, int ofWhole, int ofPart) {
        try {
            return Math.multiplyExact(ofWhole, ofPart);
        } catch (ArithmeticException e) {
            throw Refusal.conflict(
                    "quantity-too-large", "The quantities below " + item.specification() + " are too large.");
        }
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

    /** A node of an item's tree, with what is made of it. */
    private static final class Node {
        private final ItemFacts item;
        private final SpecificationView specification;
        private final int factor;
        private final @Nullable Node parent;
        private final int depth;
        private DomainOrder domainOrder;
        private List<WantedWork> wanted = List.of();
        private List<PlanStep> steps = List.of();

        Node(ItemFacts item, SpecificationView specification, int factor, @Nullable Node parent, int depth) {
            this.item = item;
            this.specification = specification;
            this.factor = factor;
            this.parent = parent;
            this.depth = depth;
        }

        DomainOrderType type() {
            return DomainOrderType.of(specification.type());
        }
    }
}
