package io.orderfield.om.domainorder;

import io.orderfield.om.testing.StateTableTest;
import java.util.List;

class DomainOrderStateTest extends StateTableTest<DomainOrderState, DomainOrderAction> {
    DomainOrderStateTest() {
        super(
                "domain-order",
                DomainOrderState.class,
                DomainOrderAction.class,
                DomainOrderState::after,
                DomainOrderState::isFinal);
    }

    @Override
    protected List<DomainOrderState> first() {
        return List.of(DomainOrderState.IN_PROGRESS);
    }

    @Override
    protected List<DomainOrderState> last() {
        return List.of(DomainOrderState.CLOSED_COMPLETE, DomainOrderState.CLOSED_INCOMPLETE, DomainOrderState.CANCELED);
    }
}
