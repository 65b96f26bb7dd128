package io.orderfield.om.inflight;

import io.orderfield.om.testing.StateTableTest;
import java.util.List;

class InflightChangeStateTest extends StateTableTest<InflightChangeState, InflightChangeAction> {
    InflightChangeStateTest() {
        super(
                "inflight-change",
                InflightChangeState.class,
                InflightChangeAction.class,
                InflightChangeState::after,
                InflightChangeState::isFinal);
    }

    @Override
    protected List<InflightChangeState> first() {
        return List.of(InflightChangeState.REQUESTED, InflightChangeState.APPLIED);
    }

    @Override
    protected List<InflightChangeState> last() {
        return List.of(InflightChangeState.APPLIED, InflightChangeState.REFUSED, InflightChangeState.WITHDRAWN);
    }
}
