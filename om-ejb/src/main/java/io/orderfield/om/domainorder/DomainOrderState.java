package io.orderfield.om.domainorder;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The states of a domain order, with the one table of transitions. What it lacks is refused. */
public enum DomainOrderState {
    /** Its work is under way. */
    IN_PROGRESS,
    /** Halted with its order, by itself, or both: what is under way may finish, nothing else travels or starts. */
    ON_HOLD,
    /** To be canceled; waits until Field Service has answered for every open work order. */
    CANCELLATION_IN_PROGRESS,
    /** All of its work was completed and a manager closed it. Final. */
    CLOSED_COMPLETE,
    /** Closed by a manager who acknowledged that not all of its work was completed. Final. */
    CLOSED_INCOMPLETE,
    /** Canceled with its item. Final. */
    CANCELED;

    private static final Map<DomainOrderState, Map<DomainOrderAction, DomainOrderState>> TABLE =
            new EnumMap<>(DomainOrderState.class);

    static {
        on(IN_PROGRESS, DomainOrderAction.HOLD, ON_HOLD);
        on(IN_PROGRESS, DomainOrderAction.CANCEL, CANCELLATION_IN_PROGRESS);
        on(IN_PROGRESS, DomainOrderAction.CLOSE_COMPLETE, CLOSED_COMPLETE);
        on(IN_PROGRESS, DomainOrderAction.CLOSE_INCOMPLETE, CLOSED_INCOMPLETE);
        on(ON_HOLD, DomainOrderAction.RESUME, IN_PROGRESS);
        on(ON_HOLD, DomainOrderAction.CANCEL, CANCELLATION_IN_PROGRESS);
        on(CANCELLATION_IN_PROGRESS, DomainOrderAction.KEEP, IN_PROGRESS);
        on(CANCELLATION_IN_PROGRESS, DomainOrderAction.FINISH_CANCELLATION, CANCELED);
    }

    private static void on(DomainOrderState from, DomainOrderAction action, DomainOrderState to) {
        TABLE.computeIfAbsent(from, s -> new EnumMap<>(DomainOrderAction.class)).put(action, to);
    }

    /** The state after the action; empty when the action is not possible in this state. */
    public Optional<DomainOrderState> after(DomainOrderAction action) {
        return Optional.ofNullable(TABLE.getOrDefault(this, Map.of()).get(action));
    }

    /** The states that something leads out of. */
    static List<DomainOrderState> open() {
        return List.copyOf(TABLE.keySet());
    }

    /** Whether nothing leads out of this state. */
    public boolean isFinal() {
        return !TABLE.containsKey(this);
    }
}
