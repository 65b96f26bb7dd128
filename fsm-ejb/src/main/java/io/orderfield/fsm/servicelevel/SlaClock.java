package io.orderfield.fsm.servicelevel;

import java.io.Serializable;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How a work order stands to its due date, computed whenever somebody looks. It runs from the creation to the end of the due
 * day at the location, stands still while the order is on hold, and ends with the work. See {@link ServiceLevel}.
 *
 * @param state name of its {@link State}
 * @param dueAt when it runs out: the end of the due day at the location, and as much later as the order was on hold since
 *     that day was promised; null without a due date, and for canceled work
 * @param usedPercent how much of the time is used, holds not counted; above 100 when it is too late
 * @param heldSeconds time on hold since the creation
 */
public record SlaClock(
        String state, @Nullable Instant dueAt, @Nullable Integer usedPercent, long heldSeconds)
        implements Serializable {
    /** No due date, or canceled. */
    public static final SlaClock NONE = new SlaClock(State.NONE.name(), null, null, 0);

    /** Whether how much of the time is used says something beside the state, and the end isn't there. */
    public boolean counting() {
        return State.valueOf(state) == State.AT_RISK || State.valueOf(state) == State.PAUSED;
    }

    /** How a work order stands to its due date. */
    public enum State {
        /** There is time left. */
        ON_TRACK,
        /** Three quarters of the time are used, or the visits end too late. */
        AT_RISK,
        /** The order is on hold: no time is used. */
        PAUSED,
        /** Too late: still open, or completed after the time ran out. */
        BREACHED,
        /** Completed in time. */
        MET,
        /** No due date, or canceled. */
        NONE
    }
}
