package io.orderfield.web.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import io.orderfield.fsm.board.DispatchTaskView;
import io.orderfield.fsm.dispatch.Absence;
import io.orderfield.fsm.dispatch.TechnicianView;
import io.orderfield.fsm.dispatch.WorkingTime;
import io.orderfield.fsm.servicelevel.SlaClock;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class TechnicianDayTest {
    private static final LocalDate WEDNESDAY = LocalDate.of(2026, 3, 4);

    /** Six to twenty are shown: an hour is a fourteenth. */
    @Test
    void drawsVisitsInTheTechniciansOwnTime() {
        TechnicianDay day = day("America/New_York", visit("2026-03-04T14:00:00Z", "2026-03-04T21:00:00Z"));

        assertThat(day.bars()).singleElement().satisfies(bar -> {
            assertThat(bar.time()).isEqualTo("09:00–16:00");
            assertThat(bar.place()).isEqualTo(new DayBar.Place(21.43, 50.0));
            assertThat(bar.place().css()).isEqualTo("left:21.43%;width:50.0%");
            assertThat(bar.state()).isEqualTo("ACCEPTED");
        });
    }

    @Test
    void leavesOutVisitsOfOtherDaysAndKeepsThoseOverMidnight() {
        assertThat(day("Asia/Tokyo", visit("2026-03-04T15:00:00Z", "2026-03-04T16:00:00Z"))
                        .bars())
                .isEmpty();
        assertThat(day("Asia/Tokyo", visit("2026-03-04T14:00:00Z", "2026-03-04T16:00:00Z"))
                        .bars())
                .singleElement()
                .satisfies(bar -> assertThat(bar.time()).isEqualTo("23:00–01:00"))
                .satisfies(bar ->
                        assertThat(bar.place().left() + bar.place().width()).isLessThanOrEqualTo(100));
    }

    @Test
    void showsTheWorkingHoursOfTheDayAndWhoIsAway() {
        TechnicianView ana =
                technician("Europe/Lisbon", List.of(new Absence(WEDNESDAY, WEDNESDAY.plusDays(1), "Training")));

        TechnicianDay there = TechnicianDay.of(ana, WEDNESDAY.minusDays(7), List.of(), "Away");
        TechnicianDay away = TechnicianDay.of(ana, WEDNESDAY, List.of(), "Away");

        assertThat(there.away()).isNull();
        assertThat(there.hours()).containsExactly(new DayBar.Place(14.29, 64.28));
        assertThat(away.away()).isEqualTo("Away: Training");
        assertThat(TechnicianDay.of(ana, WEDNESDAY.plusDays(2), List.of(), "Away")
                        .hours())
                .isEmpty();
    }

    private static TechnicianDay day(String zone, DispatchTaskView visit) {
        return TechnicianDay.of(technician(zone, List.of()), WEDNESDAY, List.of(visit), "Away");
    }

    private static TechnicianView technician(String zone, List<Absence> absences) {
        return new TechnicianView(
                "ana",
                "Ana Sousa",
                Set.of("Berlin"),
                Set.of(),
                zone,
                null,
                List.of(new WorkingTime(DayOfWeek.WEDNESDAY, LocalTime.of(8, 0), LocalTime.of(17, 0))),
                absences,
                true,
                null,
                1);
    }

    private static DispatchTaskView visit(String start, String end) {
        return new DispatchTaskView(
                "WOT0001001",
                "WO0001001",
                "Install",
                "ACCEPTED",
                null,
                "ana",
                "Ana Sousa",
                Instant.parse(start),
                Instant.parse(end),
                List.of(),
                60,
                "ONT-INSTALL",
                "ONT installation",
                3,
                "Northwind",
                "Office",
                "Berlin",
                "Berlin",
                "Europe/Berlin",
                null,
                null,
                SlaClock.NONE,
                false,
                false,
                1);
    }
}
