package io.orderfield.om.inflight;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/** How far a change of an item in progress has come, with the one table of transitions. What it lacks is refused. */
public enum InflightChangeState {
    /** Waits for the manager (setting {@code inflight approval} = manager). */
    REQUESTED,
    /** The item says it, and its plan was recomputed. Final. */
    APPLIED,
    /** The manager said no, or the item can't be changed any more. Final. */
    REFUSED,
    /** Whoever asked took it back. Final. */
    WITHDRAWN;

    private static final Map<InflightChangeState, Map<InflightChangeAction, InflightChangeState>> TABLE =
            new EnumMap<>(InflightChangeState.class);

    static {
        on(REQUESTED, InflightChangeAction.APPLY, APPLIED);
        on(REQUESTED, InflightChangeAction.REFUSE, REFUSED);
        on(REQUESTED, InflightChangeAction.WITHDRAW, WITHDRAWN);
    }

    private static void on(InflightChangeState from, InflightChangeAction action, InflightChangeState to) {
        TABLE.computeIfAbsent(from, s -> new EnumMap<>(InflightChangeAction.class))
                .put(action, to);
    }

    /** The state after the action; empty when the action is not possible in this state. */
    public Optional<InflightChangeState> after(InflightChangeAction action) {
        return Optional.ofNullable(TABLE.getOrDefault(this, Map.of()).get(action));
    }

    /** Whether nothing leads out of this state. */
    public boolean isFinal() {
        return !TABLE.containsKey(this);
    }
}
