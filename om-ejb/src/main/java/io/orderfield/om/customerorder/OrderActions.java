package io.orderfield.om.customerorder;

import io.orderfield.kernel.AllowedAction;
import io.orderfield.messaging.right.ActionsOfCaller;
import io.orderfield.messaging.right.Caller;
import io.orderfield.messaging.right.Right;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What people do with an order and with its items, and why not now. The order of the refusals is that of the commands. */
public final class OrderActions {
    private static final String WRONG_STATE = "wrong-state";

    private OrderActions() {}

    public static List<AllowedAction> of(Caller caller, CustomerOrder order) {
        OrderState state = order.state();
        String revisable = unless(state == OrderState.DRAFT || state.isInProgress());
        return new ActionsOfCaller(caller)
                .add("place", Right.WRITE_ORDERS, unless(state, OrderAction.PLACE))
                .add("withdraw", Right.WRITE_ORDERS, unless(state, OrderAction.WITHDRAW))
                .add("rework", Right.WRITE_ORDERS, unless(state, OrderAction.REWORK))
                .add("approve", Right.DECIDE_ORDERS, unless(state, OrderAction.APPROVE))
                .add("reject", Right.DECIDE_ORDERS, unless(state, OrderAction.REJECT))
                .add("hold", Right.HOLD_ORDERS, unless(state, OrderAction.HOLD))
                .add("resume", Right.HOLD_ORDERS, unless(state, OrderAction.RESUME))
                .add("cancel", Right.WRITE_ORDERS, unless(state, OrderAction.CANCEL))
                .add("revise", Right.WRITE_ORDERS, revisable)
                .add("addLineItems", Right.WRITE_ORDERS, revisable)
                .all();
    }

    public static List<AllowedAction> of(Caller caller, CustomerOrder order, OrderLineItem item) {
        OrderState state = item.state();
        String past = item.isPastPointOfNoReturn() ? PastPointOfNoReturn.CODE : null;
        String unchangeable = past == null ? unless(state.isInProgress()) : past;
        boolean takesMore = order.state() == OrderState.DRAFT || order.state().isInProgress();
        return new ActionsOfCaller(caller)
                .add("revise", Right.WRITE_ORDERS, state == OrderState.DRAFT ? null : unchangeable)
                .add("cancel", Right.WRITE_ORDERS, unchangeable)
                .add("remove", Right.WRITE_ORDERS, unless(order.state() == OrderState.DRAFT))
                .add("copy", Right.WRITE_ORDERS, unless(takesMore))
                .add("passPointOfNoReturn", Right.PASS_POINT_OF_NO_RETURN, unchangeable)
                .add("decideCancellation", Right.DECIDE_ORDERS, unless(state == OrderState.CANCELLATION_IN_PROGRESS))
                .all();
    }

    private static @Nullable String unless(OrderState state, OrderAction action) {
        return unless(state.after(action).isPresent());
    }

    private static @Nullable String unless(boolean possible) {
        return possible ? null : WRONG_STATE;
    }
}
