package io.orderfield.om.closing;

import io.orderfield.om.domainorder.DomainOrder;
import io.orderfield.om.domainorder.DomainOrderState;
import io.orderfield.om.domainorder.FollowUp;
import io.orderfield.om.domainorder.OutsideEvents;
import io.orderfield.om.domainorder.WorkOrderLink;
import io.orderfield.om.plan.LinkOrigin;
import io.orderfield.om.plan.LinkState;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** The rules of closing a domain order, on everything that they look at. It reads and changes nothing else. */
final class ClosingGuard {
    static final String WORK_ORDER = "work-order";

    private final DomainOrder order;
    private final List<WorkOrderLink> links;
    private final List<DomainOrder> children;
    private final List<String> requestedChanges;
    private final List<FollowUp> openWishes;

    /**
     * @param links every link of the domain order
     * @param children the domain orders one level down
     * @param requestedChanges numbers of the item's changes that wait for the manager
     * @param openWishes undecided wishes for further work
     */
    ClosingGuard(
            DomainOrder order,
            List<WorkOrderLink> links,
            List<DomainOrder> children,
            List<String> requestedChanges,
            List<FollowUp> openWishes) {
        this.order = order;
        this.links = links;
        this.children = children;
        this.requestedChanges = requestedChanges;
        this.openWishes = openWishes;
    }

    /** Everything that stands against closing, work orders first. */
    List<Blocker> blockers() {
        List<Blocker> blockers = new ArrayList<>();
        links.stream().filter(WorkOrderLink::isOpen).forEach(l -> blockers.add(blocker(l)));
        requestedChanges.forEach(c -> blockers.add(new Blocker("requested-change", c, null, "REQUESTED", itemPath())));
        openWishes.forEach(
                w -> blockers.add(new Blocker("follow-up-wish", null, w.template(), "OPEN", path(order.number()))));
        children.stream()
                .filter(c -> !c.state().isFinal())
                .forEach(c -> blockers.add(new Blocker(
                        "child-domain-order", c.number(), null, c.state().name(), path(c.number()))));
        if (order.state() == DomainOrderState.ON_HOLD) {
            blockers.add(new Blocker("hold", order.number(), null, order.state().name(), path(order.number())));
        }
        return List.copyOf(blockers);
    }

    /** {@code open-work-orders} when a work order is among the blockers, else {@code closing-blocked}. */
    static String code(Collection<Blocker> blockers) {
        return blockers.stream().anyMatch(b -> b.kind().equals(WORK_ORDER)) ? "open-work-orders" : "closing-blocked";
    }

    /**
     * Work that was not completed and that no other work order made up for: closed incomplete, canceled in Field
     * Service, or waived.
     * A follow-up that names it makes up for it, or a later by hand or follow-up work order of its template, once it is
     * complete; each makes up for one.
     */
    List<WorkOrderLink> incomplete() {
        Set<UUID> used = new HashSet<>();
        return links.stream()
                .filter(l -> l.state() == LinkState.CLOSED_INCOMPLETE || l.isCanceledInFieldService() || l.isWaived())
                .sorted(Comparator.comparing(WorkOrderLink::createdAt).thenComparing(WorkOrderLink::key))
                .filter(l -> !isMadeUpFor(l, used))
                .toList();
    }

    private boolean isMadeUpFor(WorkOrderLink lost, Set<UUID> used) {
        for (WorkOrderLink other : links) {
            boolean replaces = other.state() == LinkState.CLOSED_COMPLETE
                    && (lost.key().equals(other.followsKey())
                            || (other.origin() != LinkOrigin.PLAN
                                    && other.template().equals(lost.template())
                                    && other.createdAt().isAfter(lost.createdAt())));
            if (replaces && used.add(other.key())) {
                return true;
            }
        }
        return false;
    }

    private Blocker blocker(WorkOrderLink link) {
        return new Blocker(
                WORK_ORDER,
                link.number(),
                link.template(),
                link.state().name(),
                OutsideEvents.workOrderPath(order, link));
    }

    private String itemPath() {
        return OutsideEvents.lineItemPath(order.lineItem());
    }

    private static String path(String domainOrder) {
        return OutsideEvents.domainOrderPath(domainOrder);
    }
}
