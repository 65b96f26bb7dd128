package io.orderfield.fsm.servicelevel;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * The time that a work order has until the end of its due day, and how much of it a hold has taken away.
 *
 * <p>It runs from the creation. While the order is on hold it stands still, and the moment at which it runs out moves by the
 * time of the hold, however often it is held. A new due day is a new promise: holds from before it don't move it. Nothing
 * ticks: the moments at which work becomes at risk and breached are known beforehand and stored, so that a list of what is
 * late reads an index; whoever looks compares them with the time of the look.
 */
@Embeddable
public class ServiceLevel {
    private static final int RISK_PERCENT = 75;
    private static final int MOST_PERCENT = 9999;

    /** Time on hold since the creation, but for a hold that is not over. */
    @Column(name = "sla_held_ms")
    private long heldMillis;

    /** How much of that was before the due day was promised. */
    @Column(name = "sla_held_before_due_ms")
    private long heldBeforeDueMillis;

    @Column(name = "sla_held_since")
    private @Nullable Instant heldSince;

    /** Null while the clock does not run. */
    @Column(name = "sla_risk_at")
    private @Nullable Instant riskAt;

    /** Null while the clock does not run, but for what was breached before it stopped. */
    @Column(name = "sla_breach_at")
    private @Nullable Instant breachAt;

    /** It was completed too late. */
    @Column(name = "sla_missed")
    private boolean missed;

    /** End of the due day at the location: the first moment that is too late comes after it. */
    public static Instant endOf(LocalDate due, String timeZone) {
        return due.plusDays(1).atStartOfDay(ZoneId.of(timeZone)).toInstant();
    }

    /** The order was put on hold or resumed, or is as it was. */
    public void hold(boolean onHold, Instant now) {
        if (onHold && heldSince == null) {
            heldSince = now;
        } else if (!onHold) {
            endHold(now);
        }
    }

    /** From here on another due day counts. */
    public void promisedAnew(Instant now) {
        boolean onHold = heldSince != null;
        endHold(now);
        heldSince = onHold ? now : null;
        heldBeforeDueMillis = heldMillis;
    }

    private void endHold(Instant now) {
        if (heldSince != null) {
            heldMillis += Math.max(0, Duration.between(heldSince, now).toMillis());
            heldSince = null;
        }
    }

    /**
     * Knows anew when the open work becomes at risk and breached.
     *
     * @param promised end of the due day, or null for none
     * @param plannedEnd end of the last planned visit: past the due moment the work is at risk now
     */
    public void count(Instant created, @Nullable Instant promised, @Nullable Instant plannedEnd) {
        riskAt = null;
        breachAt = null;
        if (promised == null) {
            return;
        }
        Instant due = promised.plusMillis(heldMillis - heldBeforeDueMillis);
        if (heldSince != null) {
            breachAt = heldSince.isAfter(due) ? due : null;
            return;
        }
        breachAt = due;
        Instant risk = created.plusMillis(heldMillis).plusMillis(riskMillis(whole(created, promised)));
        boolean late = plannedEnd != null && plannedEnd.isAfter(due);
        riskAt = late || risk.isAfter(due) ? earlier(created, due) : risk;
    }

    private static long riskMillis(Duration whole) {
        return -Math.floorDiv(-whole.toMillis() * RISK_PERCENT, 100L);
    }

    private static Instant earlier(Instant a, Instant b) {
        return a.isBefore(b) ? a : b;
    }

    /** The work is over, in time or not; canceled work is neither. */
    public void stop(@Nullable Instant promised, boolean canceled, Instant closed) {
        endHold(closed);
        riskAt = null;
        breachAt = null;
        missed = !canceled && promised != null && closed.isAfter(promised.plusMillis(heldMillis - heldBeforeDueMillis));
    }

    /** How it stands now. @param closed when the work was completed, or null while it is open */
    public SlaClock clock(Instant created, Instant promised, @Nullable Instant closed, Instant now) {
        long held = heldMillis
                + (heldSince == null
                        ? 0
                        : Math.max(0, Duration.between(heldSince, now).toMillis()));
        Instant until = closed != null ? closed : heldSince != null ? heldSince : now;
        Duration used = Duration.between(created, until).minusMillis(heldMillis);
        return new SlaClock(
                state(closed != null, now).name(),
                promised.plusMillis(held - heldBeforeDueMillis),
                percent(used, whole(created, promised)),
                Duration.ofMillis(held).toSeconds());
    }

    private SlaClock.State state(boolean closed, Instant now) {
        if (closed) {
            return missed ? SlaClock.State.BREACHED : SlaClock.State.MET;
        }
        if (breachAt != null && now.isAfter(breachAt)) {
            return SlaClock.State.BREACHED;
        }
        if (heldSince != null) {
            return SlaClock.State.PAUSED;
        }
        return riskAt != null && !now.isBefore(riskAt) ? SlaClock.State.AT_RISK : SlaClock.State.ON_TRACK;
    }

    private Duration whole(Instant created, Instant promised) {
        return Duration.between(created, promised).minusMillis(heldBeforeDueMillis);
    }

    /** Work that was late when it came has no time to use. */
    private static int percent(Duration used, Duration whole) {
        if (whole.isZero() || whole.isNegative()) {
            return MOST_PERCENT;
        }
        return (int) Math.max(0, Math.min(MOST_PERCENT, used.toMillis() * 100 / whole.toMillis()));
    }

    @Nullable
    public Instant heldSince() {
        return heldSince;
    }

    @Nullable
    public Instant riskAt() {
        return riskAt;
    }

    @Nullable
    public Instant breachAt() {
        return breachAt;
    }

    public boolean isMissed() {
        return missed;
    }
}
