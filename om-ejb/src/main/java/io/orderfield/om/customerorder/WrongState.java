package io.orderfield.om.customerorder;

import io.orderfield.kernel.Refusal;

/** The refusals that orders and items share. */
public final class WrongState {
    private WrongState() {}

    /** The state after the action, or the refusal {@code wrong-state} that names both. */
    static OrderState next(OrderState from, OrderAction action, String what, String number) {
        return from.after(action).orElseThrow(() -> refusal(what, number, from, action.name()));
    }

    /** @param transition what is wanted; its words in the sentence stand under {@code verdict.} */
    public static Refusal refusal(String what, String number, OrderState state, String transition) {
        return Refusal.conflict("wrong-state.record")
                .with("what", what)
                .with("number", number)
                .with("state", state)
                .with("transition", transition)
                .showing("state", state.name())
                .showing("transition", transition);
    }
}
