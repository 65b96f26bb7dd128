package io.orderfield.fsm.workorder;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SlaClockTest {
    private static final Instant CREATED = Instant.parse("2026-03-01T23:00:00Z");
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    /** Created at midnight in Berlin, due on the second day after: 72 hours. */
    @ParameterizedTest
    @CsvSource({
        "2026-03-01T23:00:00Z, ,                     ,                     ON_TRACK, 0",
        "2026-03-03T22:00:00Z, ,                     ,                     ON_TRACK, 65",
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
        SlaClock clock = SlaClock.of(CREATED, LocalDate.of(2026, 3, 4), BERLIN, plannedEnd, closed, now);

        assertThat(clock.state()).isEqualTo(state);
        assertThat(clock.usedPercent()).isEqualTo(usedPercent);
        assertThat(clock.dueAt()).isEqualTo(Instant.parse("2026-03-04T23:00:00Z"));
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
    void theDueDayEndsAtTheLocation(ZoneId zone, LocalDate due, Instant end) {
        assertThat(SlaClock.of(CREATED, due, zone, null, null, CREATED).dueAt()).isEqualTo(end);
    }

    @Test
    void hasNothingToTellWithoutADueDay() {
        assertThat(SlaClock.of(CREATED, null, BERLIN, null, null, CREATED)).isEqualTo(new SlaClock("NONE", null, null));
    }

    @Test
    void workThatWasLateWhenItCameIsBreached() {
        SlaClock clock = SlaClock.of(CREATED, LocalDate.of(2026, 2, 1), BERLIN, null, null, CREATED);

        assertThat(clock.state()).isEqualTo("BREACHED");
        assertThat(clock.usedPercent()).isGreaterThan(100);
    }
}
