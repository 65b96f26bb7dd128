package io.orderfield.om.customerorder;

import io.orderfield.om.testing.StateTableTest;
import java.util.List;

class OrderStateTest extends StateTableTest<OrderState, OrderAction> {
    OrderStateTest() {
        super("order", OrderState.class, OrderAction.class, OrderState::after, OrderState::isFinal);
    }

    @Override
    protected List<OrderState> first() {
        return List.of(OrderState.DRAFT);
    }

    @Override
    protected List<OrderState> last() {
        return List.of(OrderState.COMPLETED, OrderState.CANCELED);
    }
}
