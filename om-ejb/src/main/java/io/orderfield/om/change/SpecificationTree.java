package io.orderfield.om.change;

import io.orderfield.kernel.Refusal;
import io.orderfield.om.catalog.PartView;
import io.orderfield.om.catalog.SpecificationView;
import io.orderfield.om.domainorder.DomainOrder;
import io.orderfield.om.domainorder.DomainOrderType;
import io.orderfield.om.domainorder.ItemFacts;
import io.orderfield.om.plan.PlanStep;
import io.orderfield.om.plan.WantedWork;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The specification tree of an approved item, one node per domain order to be, each after its whole. */
final class SpecificationTree {
    private static final int DEEPEST_TREE = 10;

    private SpecificationTree() {}

    /** A node, with what is made of it. */
    static final class Node {
        private final ItemFacts item;
        private final SpecificationView specification;
        private final int factor;
        private final @Nullable Node parent;
        private final int depth;
        private @Nullable DomainOrder domainOrder;
        private List<WantedWork> wanted = List.of();
        private List<PlanStep> steps = List.of();

        private Node(ItemFacts item, SpecificationView specification, int factor, @Nullable Node parent, int depth) {
            this.item = item;
            this.specification = specification;
            this.factor = factor;
            this.parent = parent;
            this.depth = depth;
        }

        DomainOrderType type() {
            return DomainOrderType.of(specification.type());
        }

        /** Makes its domain order; that of its whole is made before. */
        DomainOrder become(
                String number, boolean onHold, int tableVersion, CustomerInformation information, Instant at) {
            DomainOrder made = DomainOrder.approved(
                    number,
                    type(),
                    parent == null ? null : parent.domainOrder,
                    item,
                    specification.code(),
                    factor,
                    onHold,
                    tableVersion,
                    LocalDate.ofInstant(
                            at, ZoneId.of(information.location(item.location()).timeZone())),
                    at);
            domainOrder = made;
            return made;
        }

        void wants(List<WantedWork> work) {
            wanted = work;
        }

        void plans(List<PlanStep> way) {
            steps = way;
        }

        ItemFacts item() {
            return item;
        }

        /** 0 at the top. */
        int depth() {
            return depth;
        }

        /** What {@link #become} has made. */
        DomainOrder domainOrder() {
            return Objects.requireNonNull(domainOrder);
        }

        List<WantedWork> wanted() {
            return wanted;
        }

        List<PlanStep> steps() {
            return steps;
        }
    }

    /**
     * The nodes of an item's tree, each after its whole.
     *
     * @throws Refusal {@code specification-too-deep}, {@code quantity-too-large}
     */
    static List<Node> of(ItemFacts item, CustomerInformation information) {
        List<Node> nodes = new ArrayList<>();
        nodes.add(new Node(item, information.specification(item.specification()), 1, null, 0));
        for (int i = 0; i < nodes.size(); i++) {
            Node node = nodes.get(i);
            if (node.depth > DEEPEST_TREE) {
                throw Refusal.conflict("specification-too-deep.plan")
                        .with("specification", item.specification())
                        .with("most", DEEPEST_TREE);
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
            throw Refusal.conflict("quantity-too-large.below").with("specification", item.specification());
        }
    }
}
