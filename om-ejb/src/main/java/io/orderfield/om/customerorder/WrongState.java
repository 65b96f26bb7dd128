package io.orderfield.om.customerorder;

import io.orderfield.kernel.Refusal;
import java.util.List;
import java.util.Map;

/** The refusals that orders and items share. */
final class WrongState {
    private WrongState() {}

    /** The state after the action, or the refusal {@code wrong-state} that names both. */
    static OrderState next(OrderState from, OrderAction action, String what, String number) {
        return from.after(action)
                .orElseThrow(() -> refusal(what, number, from, action.name(), "can't be " + action.participle()));
    }

    static Refusal refusal(String what, String number, OrderState state, String transition, String verdict) {
        return new Refusal(
                Refusal.Kind.CONFLICT,
                "wrong-state",
                "The " + what + " " + number + " is " + state + " and " + verdict + ".",
                List.of(),
                Map.of("state", state.name(), "transition", transition));
    }
}
