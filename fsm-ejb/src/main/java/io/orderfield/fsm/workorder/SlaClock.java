package io.orderfield.fsm.workorder;

import java.io.Serializable;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * How a work order stands to its due date. Computed whenever somebody looks; nothing is stored and nothing ticks. It runs
 * from the creation to the end of the due day at the location, and stands still once the work is over.
 *
 * @param state ON_TRACK, AT_RISK or BREACHED while the work is open; MET or BREACHED when it was completed; NONE without a due
 *     date, and for canceled work
 * @param dueAt end of the due day at the location
 * @param usedPercent how much of the time is used; above 100 when it is too late
 */
public record SlaClock(
        String state, @Nullable Instant dueAt, @Nullable Integer usedPercent) implements Serializable {
    private static final SlaClock NONE = new SlaClock("NONE", null, null);
    private static final int RISK_PERCENT = 75;
    private static final int MOST_PERCENT = 9999;

    /** At risk: three quarters of the time are used, or the visits end after the due day. */
    static SlaClock of(WorkOrder w, Instant now) {
        Instant closed = w.closedAt();
        return w.state() == WorkOrderState.CANCELED
                ? NONE
                : of(w.createdAt(), w.due(), ZoneId.of(w.site().timeZone()), w.scheduledEnd(), closed, now);
    }

    static SlaClock of(
            Instant created,
            @Nullable LocalDate due,
            ZoneId zone,
            @Nullable Instant plannedEnd,
            @Nullable Instant closed,
            Instant now) {
        if (due == null) {
            return NONE;
        }
        Instant dueAt = due.plusDays(1).atStartOfDay(zone).toInstant();
        Instant until = closed == null ? now : closed;
        int used = percent(Duration.between(created, until), Duration.between(created, dueAt));
        boolean late = until.isAfter(dueAt);
        String state;
        if (late) {
            state = "BREACHED";
        } else if (closed != null) {
            state = "MET";
        } else {
            boolean plannedLate = plannedEnd != null && plannedEnd.isAfter(dueAt);
            state = used >= RISK_PERCENT || plannedLate ? "AT_RISK" : "ON_TRACK";
        }
        return new SlaClock(state, dueAt, used);
    }

    /** Work that was late when it came has no time to use. */
    private static int percent(Duration used, Duration whole) {
        if (whole.isZero() || whole.isNegative()) {
            return MOST_PERCENT;
        }
        return (int) Math.max(0, Math.min(MOST_PERCENT, used.toSeconds() * 100 / Math.max(1, whole.toSeconds())));
    }
}
