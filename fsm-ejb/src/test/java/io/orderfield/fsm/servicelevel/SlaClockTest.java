package io.orderfield.fsm.servicelevel;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SlaClockTest {
    private static final Instant CREATED = Instant.parse("2026-03-01T23:00:00Z");
    private static final Instant DUE = ServiceLevel.endOf(LocalDate.of(2026, 3, 4), "Europe/Berlin");

    private final ServiceLevel level = new ServiceLevel();

    /** Created at midnight in Berlin, due on the second day after: 72 hours. */
    @ParameterizedTest
    @CsvSource({
        "2026-03-01T23:00:00Z, ,                     ,                     ON_TRACK, 0",
        "2026-03-03T22:00:00Z, ,                     ,                     ON_TRACK, 65",
        "2026-03-04T04:59:59Z, ,                     ,                     ON_TRACK, 74",
        "2026-03-04T05:00:00Z, ,                     ,                     AT_RISK,  75",
        "2026-03-02T00:00:00Z, 2026-03-04T23:00:00Z, ,                     ON_TRACK, 1",
        "2026-03-02T00:00:00Z, 2026-03-04T23:00:01Z, ,                     AT_RISK,  1",
        "2026-03-04T23:00:00Z, ,                     ,                     AT_RISK,  100",
        "2026-03-04T23:00:01Z, ,                     ,                     BREACHED, 100",
        "2026-03-07T23:00:00Z, ,                     ,                     BREACHED, 200",
        "2026-03-09T23:00:00Z, ,                     2026-03-04T11:00:00Z, MET,      83",
        "2026-03-09T23:00:00Z, ,                     2026-03-05T11:00:00Z, BREACHED, 116",
    })
    void tellsHowWorkStandsToItsDueDay(Instant now, Instant plannedEnd, Instant closed, String state, int usedPercent) {
        level.count(CREATED, DUE, plannedEnd);
        if (closed != null) {
            level.stop(DUE, false, closed);
        }

        SlaClock clock = level.clock(CREATED, DUE, closed, now);

        assertThat(clock.state()).isEqualTo(state);
        assertThat(clock.usedPercent()).isEqualTo(usedPercent);
        assertThat(clock.dueAt()).isEqualTo(Instant.parse("2026-03-04T23:00:00Z"));
        assertThat(clock.heldSeconds()).isZero();
    }

    /** The day ends at the location, an hour earlier or later when clocks have changed there. */
    @ParameterizedTest
    @CsvSource({
        "Europe/Berlin,    2026-03-28, 2026-03-28T23:00:00Z",
        "Europe/Berlin,    2026-03-29, 2026-03-29T22:00:00Z",
        "Europe/Berlin,    2026-10-25, 2026-10-25T23:00:00Z",
        "America/New_York, 2026-03-08, 2026-03-09T04:00:00Z",
        "Pacific/Auckland, 2026-04-05, 2026-04-05T12:00:00Z",
        "America/Santiago, 2026-09-05, 2026-09-06T04:00:00Z",
    })
    void theDueDayEndsAtTheLocation(String zone, LocalDate due, Instant end) {
        assertThat(ServiceLevel.endOf(due, zone)).isEqualTo(end);
    }

    @Test
    void workThatWasLateWhenItCameIsBreached() {
        Instant before = ServiceLevel.endOf(LocalDate.of(2026, 2, 1), "Europe/Berlin");
        level.count(CREATED, before, null);

        SlaClock clock = level.clock(CREATED, before, null, CREATED);

        assertThat(clock.state()).isEqualTo("BREACHED");
        assertThat(clock.usedPercent()).isGreaterThan(100);
    }

    @Test
    void standsStillOnHoldAndIsDueThatMuchLater() {
        at(12, true);
        assertThat(after(36)).isEqualTo(new SlaClock("PAUSED", DUE.plus(Duration.ofHours(24)), 16, 24 * 3600));
        assertThat(after(1000).state()).isEqualTo("PAUSED");

        at(36, false);
        assertThat(after(36)).isEqualTo(new SlaClock("ON_TRACK", DUE.plus(Duration.ofHours(24)), 16, 24 * 3600));
        assertThat(after(54 + 24).state()).isEqualTo("AT_RISK");
        assertThat(after(72 + 24).state()).isEqualTo("AT_RISK");
        assertThat(after(72 + 24 + 1).state()).isEqualTo("BREACHED");
    }

    @Test
    void countsEveryHold() {
        at(10, true);
        at(20, false);
        at(30, true);
        at(45, false);
        at(46, false);

        assertThat(after(72 + 25).state()).isEqualTo("AT_RISK");
        assertThat(after(72 + 26).state()).isEqualTo("BREACHED");
        assertThat(after(50).heldSeconds()).isEqualTo(25 * 3600);
    }

    @Test
    void aHoldOnHoldBeginsNothingNew() {
        at(10, true);
        at(20, true);
        at(30, false);

        assertThat(after(30).heldSeconds()).isEqualTo(20 * 3600);
    }

    @Test
    void whatWasBreachedBeforeAHoldStaysSo() {
        at(73, true);
        assertThat(after(80).state()).isEqualTo("BREACHED");
        at(100, false);
        assertThat(after(100).state()).isEqualTo("BREACHED");
    }

    @Test
    void workThatIsDoneOnHoldWasInTimeWhenTheHoldBegan() {
        at(70, true);
        Instant closed = hour(200);
        level.stop(DUE, false, closed);

        assertThat(level.clock(CREATED, DUE, closed, hour(300)).state()).isEqualTo("MET");
        assertThat(level.clock(CREATED, DUE, closed, hour(300)).usedPercent()).isEqualTo(97);
    }

    /** Who agrees on a new day knows how long the order was on hold. */
    @Test
    void aNewDueDayIsANewPromise() {
        at(10, true);
        at(34, false);
        Instant later = DUE.plus(Duration.ofHours(48));
        level.promisedAnew(hour(40));
        level.count(CREATED, later, null);

        assertThat(level.clock(CREATED, later, null, hour(40)).dueAt()).isEqualTo(later);

        level.hold(true, hour(50));
        level.hold(false, hour(51));
        level.count(CREATED, later, null);
        SlaClock clock = level.clock(CREATED, later, null, hour(51));
        assertThat(clock.dueAt()).isEqualTo(later.plus(Duration.ofHours(1)));
        assertThat(clock.usedPercent()).isEqualTo((51 - 25) * 100 / (72 + 48 - 24));
    }

    @Test
    void aPromiseOnHoldExtendsFromThenOn() {
        at(10, true);
        level.promisedAnew(hour(30));
        level.hold(false, hour(35));
        level.count(CREATED, DUE, null);

        SlaClock clock = level.clock(CREATED, DUE, null, hour(35));
        assertThat(clock.dueAt()).isEqualTo(DUE.plus(Duration.ofHours(5)));
        assertThat(clock.heldSeconds()).isEqualTo(25 * 3600);
    }

    private void at(int hour, boolean onHold) {
        level.hold(onHold, hour(hour));
        level.count(CREATED, DUE, null);
    }

    private SlaClock after(int hours) {
        return level.clock(CREATED, DUE, null, hour(hours));
    }

    private static Instant hour(int hours) {
        return CREATED.plus(Duration.ofHours(hours));
    }
}
