package io.orderfield.om.plan;

import java.util.Arrays;
import java.util.Optional;

/**
 * The last known state of a work order, seen from Order Management. Field Service owns it: there is no table of
 * transitions here, whatever it reports is taken over. REQUESTED and REFUSED are Order Management's own words for a work
 * order that Field Service has not made.
 *
 * <p>In rising order of advancement, which decides what a shrinking number cancels first.
 */
public enum LinkState {
    /** Closed in Field Service without work, or at Order Management's wish. Terminal. */
    CANCELED,
    /** Field Service refused to create it. */
    REFUSED,
    /** Field Service has not answered yet. */
    REQUESTED,
    DRAFT,
    AWAITING_QUALIFICATION,
    QUALIFIED,
    ASSIGNED,
    ACCEPTED,
    WORK_IN_PROGRESS,
    /** Terminal. */
    CLOSED_INCOMPLETE,
    /** Terminal. */
    CLOSED_COMPLETE;

    /** Whether Field Service has closed or canceled it: nothing leads out of this state. */
    public boolean isTerminal() {
        return this == CANCELED || isClosedByWork();
    }

    /** Whether work has ended it, completely or not. */
    public boolean isClosedByWork() {
        return this == CLOSED_INCOMPLETE || this == CLOSED_COMPLETE;
    }

    /** Whether it has come as far as the other state, or farther; a canceled one has not. */
    public boolean hasReached(LinkState other) {
        return compareTo(other) >= 0;
    }

    /** The state of this name, as Field Service reports it; empty for a name that it never reports. */
    public static Optional<LinkState> reported(String name) {
        return Arrays.stream(values())
                .filter(s -> s != REQUESTED && s != REFUSED)
                .filter(s -> s.name().equals(name))
                .findFirst();
    }
}
