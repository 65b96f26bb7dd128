package io.orderfield.om.customerorder;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The states of a customer order and of a line item, with the one table of transitions. What it lacks is refused. */
public enum OrderState {
    /** Being written; freely edited. */
    DRAFT,
    /** Placed; waits for the manager. */
    NEW,
    /** Turned down with a reason; may be reworked. */
    REJECTED,
    /** Approved; its work is under way. */
    IN_PROGRESS,
    /** Halted: what is under way may finish, nothing else travels or starts. */
    ON_HOLD,
    /** To be canceled; waits until Field Service has answered for every open work order. */
    CANCELLATION_IN_PROGRESS,
    /** Everything is closed. Final. */
    COMPLETED,
    /** Final. */
    CANCELED;

    private static final Map<OrderState, Map<OrderAction, OrderState>> TABLE = new EnumMap<>(OrderState.class);

    static {
        on(DRAFT, OrderAction.PLACE, NEW);
        on(DRAFT, OrderAction.CANCEL, CANCELED);
        on(NEW, OrderAction.WITHDRAW, DRAFT);
        on(NEW, OrderAction.APPROVE, IN_PROGRESS);
        on(NEW, OrderAction.REJECT, REJECTED);
        on(NEW, OrderAction.CANCEL, CANCELED);
        on(REJECTED, OrderAction.REWORK, DRAFT);
        on(REJECTED, OrderAction.CANCEL, CANCELED);
        on(IN_PROGRESS, OrderAction.HOLD, ON_HOLD);
        on(IN_PROGRESS, OrderAction.CANCEL, CANCELLATION_IN_PROGRESS);
        on(IN_PROGRESS, OrderAction.COMPLETE, COMPLETED);
        on(IN_PROGRESS, OrderAction.FINISH_CANCELLATION, CANCELED);
        on(ON_HOLD, OrderAction.RESUME, IN_PROGRESS);
        on(ON_HOLD, OrderAction.CANCEL, CANCELLATION_IN_PROGRESS);
        on(CANCELLATION_IN_PROGRESS, OrderAction.KEEP, IN_PROGRESS);
        on(CANCELLATION_IN_PROGRESS, OrderAction.FINISH_CANCELLATION, CANCELED);
    }

    private static void on(OrderState from, OrderAction action, OrderState to) {
        TABLE.computeIfAbsent(from, s -> new EnumMap<>(OrderAction.class)).put(action, to);
    }

    /** The state after the action; empty when the action is not possible in this state. */
    public Optional<OrderState> after(OrderAction action) {
        return Optional.ofNullable(TABLE.getOrDefault(this, Map.of()).get(action));
    }

    /**
     * The states on the way of an order in this one: the usual way, or the one that ends early.
     *
     * @param placed whether it was placed once
     * @param approved whether it was approved
     */
    public List<OrderState> way(boolean placed, boolean approved) {
        return switch (this) {
            case REJECTED -> List.of(DRAFT, NEW, REJECTED);
            case ON_HOLD -> List.of(DRAFT, NEW, ON_HOLD, COMPLETED);
            case CANCELLATION_IN_PROGRESS -> List.of(DRAFT, NEW, IN_PROGRESS, CANCELLATION_IN_PROGRESS, CANCELED);
            case CANCELED ->
                approved
                        ? List.of(DRAFT, NEW, IN_PROGRESS, CANCELED)
                        : placed ? List.of(DRAFT, NEW, CANCELED) : List.of(DRAFT, CANCELED);
            default -> List.of(DRAFT, NEW, IN_PROGRESS, COMPLETED);
        };
    }

    /** Whether nothing leads out of this state. */
    public boolean isFinal() {
        return !TABLE.containsKey(this);
    }

    /** Whether items may be changed in flight and taken past the point of no return. */
    public boolean isInProgress() {
        return this == IN_PROGRESS || this == ON_HOLD;
    }
}
