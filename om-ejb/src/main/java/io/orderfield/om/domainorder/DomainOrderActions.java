package io.orderfield.om.domainorder;

import io.orderfield.kernel.AllowedAction;
import io.orderfield.messaging.right.ActionsOfCaller;
import io.orderfield.messaging.right.Caller;
import io.orderfield.messaging.right.Right;
import io.orderfield.om.customerorder.OrderLineItem;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What people do with a domain order, and why not now. The order of the refusals is that of the commands. */
final class DomainOrderActions {
    private static final String WRONG_STATE = "wrong-state";

    private DomainOrderActions() {}

    /** @param links all its work order links */
    static List<AllowedAction> of(Caller caller, DomainOrder order, OrderLineItem item, List<WorkOrderLink> links) {
        String takesNoWork = order.takesWork() ? null : "domain-order-closed";
        return new ActionsOfCaller(caller)
                .add("hold", Right.DECIDE_ORDERS, unholdable(order))
                .add("resume", Right.DECIDE_ORDERS, unresumable(order))
                .add("replan", Right.DECIDE_ORDERS, unchangeable(item) == null ? takesNoWork : unchangeable(item))
                .add("createWorkOrder", Right.DECIDE_ORDERS, takesNoWork)
                .add("close", Right.DECIDE_ORDERS, unclosable(order, links))
                .all();
    }

    /** What people decide about one of its work orders that Field Service refused to create. */
    static List<AllowedAction> of(Caller caller, DomainOrder order, WorkOrderLink link) {
        String undecidable = order.takesWork() ? unless(link.isRefused()) : "domain-order-closed";
        return new ActionsOfCaller(caller)
                .add("retry", Right.DECIDE_ORDERS, undecidable)
                .add("waive", Right.DECIDE_ORDERS, undecidable == null ? unless(!link.isWaived()) : undecidable)
                .all();
    }

    private static @Nullable String unholdable(DomainOrder order) {
        return isHeldWithItsOrderAlone(order) ? null : unless(order, DomainOrderAction.HOLD);
    }

    private static @Nullable String unresumable(DomainOrder order) {
        return isHeldWithItsOrderAlone(order) ? "held-with-order" : unless(order, DomainOrderAction.RESUME);
    }

    private static boolean isHeldWithItsOrderAlone(DomainOrder order) {
        HoldView hold = order.hold();
        return hold != null && hold.by() == null;
    }

    private static @Nullable String unchangeable(OrderLineItem item) {
        if (item.isPastPointOfNoReturn()) {
            return "past-point-of-no-return";
        }
        return unless(item.state().isInProgress());
    }

    /** As far as the domain order and its work say it; what else stands against closing is among the blockers. */
    private static @Nullable String unclosable(DomainOrder order, List<WorkOrderLink> links) {
        boolean held = order.state() == DomainOrderState.ON_HOLD;
        String wrongState = held ? null : unless(order, DomainOrderAction.CLOSE_COMPLETE);
        if (wrongState != null) {
            return wrongState;
        }
        if (links.stream().anyMatch(WorkOrderLink::isOpen)) {
            return "open-work-orders";
        }
        return held ? "closing-blocked" : null;
    }

    private static @Nullable String unless(DomainOrder order, DomainOrderAction action) {
        return unless(order.state().after(action).isPresent());
    }

    private static @Nullable String unless(boolean right) {
        return right ? null : WRONG_STATE;
    }
}
