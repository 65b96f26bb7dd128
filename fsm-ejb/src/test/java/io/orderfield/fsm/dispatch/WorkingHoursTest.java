package io.orderfield.fsm.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WorkingHoursTest {
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    /** Berlin: an hour ahead of UTC in winter. The fourth of March 2026 is a Wednesday. */
    @ParameterizedTest
    @CsvSource({
        "2026-03-04T07:00:00Z, 2026-03-04T16:00:00Z, true",
        "2026-03-04T06:59:59Z, 2026-03-04T08:00:00Z, false",
        "2026-03-04T15:00:00Z, 2026-03-04T16:00:01Z, false",
        "2026-03-07T09:00:00Z, 2026-03-07T10:00:00Z, false",
        "2026-03-04T15:00:00Z, 2026-03-05T08:00:00Z, false",
    })
    void coverWhatLiesInOneShift(Instant start, Instant end, boolean covered) {
        assertThat(WorkingHours.USUAL.cover(new Span(start, end), BERLIN)).isEqualTo(covered);
    }

    @Test
    void anyTimeIsRightWhereTheyAreNotKnown() {
        Span night = span("2026-03-07T00:00:00Z", "2026-03-07T05:00:00Z");

        assertThat(new WorkingHours(List.of()).cover(night, BERLIN)).isTrue();
        assertThat(new WorkingHours(List.of()).within(night, BERLIN)).containsExactly(night);
    }

    /** The visit is at the same time of the clock on the wall before and after clocks went forward, not at the same UTC. */
    @ParameterizedTest
    @CsvSource({
        "Europe/Berlin,    2026-03-27T07:00:00Z, 2026-03-30T06:00:00Z",
        "Europe/Berlin,    2026-10-23T06:00:00Z, 2026-10-26T07:00:00Z",
        "America/New_York, 2026-03-06T13:00:00Z, 2026-03-09T12:00:00Z",
        "Pacific/Auckland, 2026-04-02T19:00:00Z, 2026-04-05T20:00:00Z",
        "Asia/Tokyo,       2026-03-26T23:00:00Z, 2026-03-29T23:00:00Z",
    })
    void beginAtTheSameLocalTimeWhenClocksHaveChanged(ZoneId zone, Instant before, Instant after) {
        for (Instant start : List.of(before, after)) {
            assertThat(WorkingHours.USUAL.cover(new Span(start, start.plusSeconds(3600)), zone))
                    .as("from %s", start)
                    .isTrue();
            assertThat(WorkingHours.USUAL.cover(new Span(start.minusSeconds(1), start.plusSeconds(3600)), zone))
                    .as("a second before %s", start)
                    .isFalse();
        }
    }

    /** On the last Sunday of March clocks go from 2 to 3, on that of October from 3 to 2. */
    @ParameterizedTest
    @CsvSource({"2026-03-29, 7", "2026-10-25, 9", "2026-11-01, 8"})
    void aNightShiftIsAnHourShorterOrLongerWhenClocksChange(String day, int hours) {
        WorkingHours nights = hours("SUNDAY 00:00-08:00");

        List<Span> shifts = nights.within(span(day + "T00:00:00Z", day + "T12:00:00Z"), BERLIN);

        assertThat(shifts).extracting(Span::length).containsExactly(Duration.ofHours(hours));
    }

    @Test
    void aShiftThatLiesInTheGapDoesNotTakePlace() {
        WorkingHours odd = hours("SUNDAY 02:00-03:00");

        assertThat(odd.within(span("2026-03-28T12:00:00Z", "2026-03-29T12:00:00Z"), BERLIN))
                .isEmpty();
        assertThat(odd.within(span("2026-10-25T00:00:00Z", "2026-10-25T12:00:00Z"), BERLIN))
                .extracting(Span::length)
                .containsExactly(Duration.ofHours(2));
    }

    @Test
    void shiftsThatMeetAtMidnightAreOne() {
        WorkingHours nights = hours("MONDAY 20:00-00:00", "TUESDAY 00:00-06:00");

        assertThat(nights.cover(span("2026-03-02T19:30:00Z", "2026-03-03T05:00:00Z"), BERLIN))
                .isTrue();
        assertThat(nights.cover(span("2026-03-02T19:30:00Z", "2026-03-03T05:00:01Z"), BERLIN))
                .isFalse();
    }

    @Test
    void aPauseAtNoonIsNoWorkingTime() {
        WorkingHours hours = hours("WEDNESDAY 08:00-12:00", "WEDNESDAY 13:00-17:00");

        assertThat(hours.cover(span("2026-03-04T10:00:00Z", "2026-03-04T11:30:00Z"), BERLIN))
                .isFalse();
        assertThat(hours.cover(span("2026-03-04T12:00:00Z", "2026-03-04T13:30:00Z"), BERLIN))
                .isTrue();
    }

    @Test
    void readWhatTheyHaveWritten() {
        WorkingHours hours = hours("WEDNESDAY 13:00-00:00", "MONDAY 08:15-12:00");

        assertThat(hours.text()).isEqualTo("1 08:15-12:00;3 13:00-00:00");
        assertThat(WorkingHours.parse(hours.text()).times()).isEqualTo(hours.times());
        assertThat(WorkingHours.parse("").isKnown()).isFalse();
    }

    private static WorkingHours hours(String... times) {
        return new WorkingHours(Arrays.stream(times)
                .map(t -> t.split("[ -]"))
                .map(t -> new WorkingTime(DayOfWeek.valueOf(t[0]), LocalTime.parse(t[1]), LocalTime.parse(t[2])))
                .toList());
    }

    private static Span span(String start, String end) {
        return new Span(Instant.parse(start), Instant.parse(end));
    }
}
