package io.orderfield.om.domainorder;

import io.orderfield.om.plan.LinkState;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What Order Management believes of a work order, to be compared with what Field Service has.
 *
 * @param state last known state by its name; REQUESTED and REFUSED where Field Service made none
 * @param number the work order's number, null while it is not known
 * @param requestRevision the newest request
 * @param answeredRequestRevision the newest request that Field Service has answered
 * @param snapshotRevision the newest snapshot that was applied
 * @param lastEntrySequence the last activity entry that was written as a note
 */
public record LinkFigures(
        UUID key,
        String domainOrder,
        String customerOrder,
        String state,
        @Nullable String number,
        long requestRevision,
        long answeredRequestRevision,
        long snapshotRevision,
        long lastEntrySequence) {
    /** Whether Field Service has not answered the newest request. */
    public boolean isPending() {
        return requestRevision > answeredRequestRevision;
    }

    /** Whether the work is over. */
    public boolean isTerminal() {
        return LinkState.valueOf(state).isTerminal();
    }

    /** Whether Field Service refused to create it, or never got to see it: it need not exist there. */
    public boolean isRefused() {
        return LinkState.valueOf(state) == LinkState.REFUSED;
    }
}
