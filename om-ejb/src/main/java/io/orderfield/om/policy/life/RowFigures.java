package io.orderfield.om.policy.life;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How often a row counted, and what became of the work orders that it decided.
 *
 * @param hits domain orders
 * @param lastHit null when there is none
 * @param workOrders that it decided; rows that wanted the same and did not decide have none
 * @param complete of these, closed complete
 * @param incomplete closed incomplete
 * @param canceled canceled in Field Service, without being asked
 * @param reworked done over by a follow-up, whatever they ended as
 */
record RowFigures(
        long hits,
        @Nullable Instant lastHit,
        long workOrders,
        long complete,
        long incomplete,
        long canceled,
        long reworked) {
    static final RowFigures NONE = new RowFigures(0, null, 0, 0, 0, 0, 0);

    /** Fewer than these may be chance. */
    private static final int FEWEST_REWORKED = 3;

    /** One in so many that have ended. */
    private static final int REWORKED_IN = 5;

    /** For a row that wanted the same template as the one that decided. */
    RowFigures withoutWork() {
        return new RowFigures(hits, lastHit, 0, 0, 0, 0, 0);
    }

    RowFigures plus(RowFigures other) {
        return new RowFigures(
                hits + other.hits,
                later(lastHit, other.lastHit),
                workOrders + other.workOrders,
                complete + other.complete,
                incomplete + other.incomplete,
                canceled + other.canceled,
                reworked + other.reworked);
    }

    private static @Nullable Instant later(@Nullable Instant one, @Nullable Instant other) {
        if (one == null || other == null) {
            return one == null ? other : one;
        }
        return one.isAfter(other) ? one : other;
    }

    /** Whether it counted at that moment or later. */
    boolean isHitSince(Instant moment) {
        return lastHit != null && !lastHit.isBefore(moment);
    }

    /** Whether at least three of its work orders, and at least a fifth of those that have ended, were done over. */
    boolean isOftenReworked() {
        return reworked >= FEWEST_REWORKED && reworked * REWORKED_IN >= complete + incomplete + canceled;
    }
}
