package io.orderfield.om.plan;

import java.util.UUID;

/**
 * A work order link, as far as the plan needs it.
 *
 * @param key identity of the work order
 * @param occurrence which of several of the same template, from 1; 0 where the plan did not want it
 * @param generation from 1; 0 where the plan did not want it
 * @param canceledHere whether Order Management has sent a cancel that was not refused: it is never taken back
 * @param data as last sent
 */
public record ExistingWork(
        UUID key,
        LinkOrigin origin,
        String template,
        int occurrence,
        int generation,
        LinkState state,
        boolean canceledHere,
        WorkOrderData data) {

    /** Whether it can still be changed and canceled. */
    public boolean isOpen() {
        return !state.isTerminal() && !canceledHere;
    }

    /** Whether its place can be taken by a next generation: it is gone because Order Management wanted it gone. */
    boolean isVacated() {
        return canceledHere && !state.isClosedByWork();
    }
}
