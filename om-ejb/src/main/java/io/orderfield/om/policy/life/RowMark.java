package io.orderfield.om.policy.life;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Why somebody should look at a row. */
public enum RowMark {
    /** It could have counted for {@value #IDLE_DAYS} days, and did not once. */
    NEVER_HIT,
    /** At least three of its work orders, and at least a fifth of those that have ended, were done over by a follow-up. */
    OFTEN_REWORKED;

    /** After so many days without a hit a row is marked. */
    public static final int IDLE_DAYS = 180;

    /**
     * The marks of a row.
     *
     * @param since {@value #IDLE_DAYS} days ago
     * @param couldCount whether the row has been there, active and valid, since then
     */
    static List<RowMark> of(RowFigures figures, Instant since, boolean couldCount) {
        List<RowMark> marks = new ArrayList<>();
        if (couldCount && !figures.isHitSince(since)) {
            marks.add(NEVER_HIT);
        }
        if (figures.isOftenReworked()) {
            marks.add(OFTEN_REWORKED);
        }
        return marks;
    }
}
