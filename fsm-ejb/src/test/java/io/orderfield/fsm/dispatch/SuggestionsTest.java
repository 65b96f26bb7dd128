package io.orderfield.fsm.dispatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SuggestionsTest {
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final GeoPoint PLACE = new GeoPoint(52.52, 13.405);
    private static final GeoPoint NEAR = new GeoPoint(52.50, 13.40);
    private static final GeoPoint FAR = new GeoPoint(48.14, 11.58);
    /** Monday, 10 o'clock in Berlin. */
    private static final Instant NOW = Instant.parse("2026-03-02T09:00:00Z");

    @Test
    void skillsComeFirstThenTimeThenRegionThenDistance() {
        Technician best = technician("best", Set.of("fiber"), "Berlin", NEAR);
        Technician farther = technician("farther", Set.of("fiber"), "Berlin", FAR);
        Technician elsewhere = technician("elsewhere", Set.of("fiber"), "Bayern", NEAR);
        Technician away = technician("away", Set.of("fiber"), "Berlin", NEAR);
        Technician unskilled = technician("unskilled", Set.of(), "Berlin", NEAR);
        Booking allWeek = new Booking("WOT1", NOW.minusSeconds(86400), NOW.plus(Duration.ofDays(30)));

        List<Suggestion> ranked = Suggestions.rank(
                need(2, "2026-03-04"),
                List.of(unskilled, away, elsewhere, farther, best),
                Map.of("away", List.of(allWeek)));

        assertThat(ranked)
                .extracting(Suggestion::technician)
                .containsExactly("best", "farther", "elsewhere", "away", "unskilled");
        assertThat(ranked.get(0).conflicts()).isEmpty();
        assertThat(ranked.get(2).conflicts()).extracting(Conflict::kind).containsExactly("other-region");
        assertThat(ranked.get(3).conflicts()).extracting(Conflict::kind).containsExactly("no-free-time");
        assertThat(ranked.get(3).freeMinutes()).isZero();
        assertThat(ranked.get(4).missingSkills()).containsExactly("fiber");
    }

    @Test
    void aNearerTechnicianWhoCanOnlyComeLaterStandsBehind() {
        Technician near = technician("near", Set.of("fiber"), "Berlin", NEAR);
        Technician far = technician("far", Set.of("fiber"), "Berlin", FAR);
        Booking today = new Booking("WOT1", NOW.minusSeconds(3600), NOW.plus(Duration.ofHours(7)));

        assertThat(Suggestions.rank(need(2, "2026-03-04"), List.of(near, far), Map.of("near", List.of(today))))
                .extracting(Suggestion::technician)
                .containsExactly("far", "near");
    }

    @Test
    void findsTheFirstGapThatIsLongEnough() {
        Technician ana = technician("ana", Set.of("fiber"), "Berlin", NEAR);
        List<Booking> bookings = List.of(
                new Booking("WOT1", Instant.parse("2026-03-02T10:00:00Z"), Instant.parse("2026-03-02T12:00:00Z")),
                new Booking("WOT2", Instant.parse("2026-03-02T13:30:00Z"), Instant.parse("2026-03-02T14:00:00Z")));

        Suggestion twoHours = only(need(2, "2026-03-04"), ana, bookings);
        Suggestion hour = only(need(1, "2026-03-04"), ana, bookings);

        // free today from 9 to 10, 12 to 13:30 and 14 to 16 in UTC
        assertThat(hour.slotStart()).isEqualTo(NOW);
        assertThat(twoHours.slotStart()).isEqualTo(Instant.parse("2026-03-02T14:00:00Z"));
        assertThat(twoHours.slotEnd()).isEqualTo(Instant.parse("2026-03-02T16:00:00Z"));
        assertThat(twoHours.freeMinutes()).isEqualTo(60 + 90 + 120 + 2 * 9 * 60);
    }

    @Test
    void looksBehindAbsencesAndWeekends() {
        Technician ana = technician("ana", Set.of("fiber"), "Berlin", NEAR);
        ana.change(new TechnicianChange(
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        List.of(new Absence(LocalDate.of(2026, 3, 2), LocalDate.of(2026, 3, 6), "Holiday")),
                        null,
                        null)
                .on(ana.view()));

        assertThat(only(need(2, "2026-03-20"), ana, List.of()).slotStart())
                .isEqualTo(Instant.parse("2026-03-09T07:00:00Z"));
        assertThat(only(need(2, "2026-03-08"), ana, List.of()).slotStart()).isNull();
    }

    @Test
    void aSlotThatSpansTheChangeOfClocksIsAsLongAsTheVisit() {
        Technician night = new Technician("night", "Night", Set.of("Berlin"), Set.of("fiber"), "Europe/Berlin", null);
        night.working(WorkingHours.parse("7 00:00-08:00"), NEAR);
        Need need = Need.in(
                Set.of("fiber"),
                "Berlin",
                PLACE,
                Duration.ofHours(7),
                LocalDate.of(2026, 3, 29),
                LocalDate.of(2026, 3, 29),
                BERLIN,
                NOW);

        Suggestion suggestion = Suggestions.rank(need, List.of(night), Map.of()).get(0);

        assertThat(suggestion.slotStart()).isEqualTo(Instant.parse("2026-03-28T23:00:00Z"));
        assertThat(suggestion.slotEnd()).isEqualTo(Instant.parse("2026-03-29T06:00:00Z"));
        assertThat(suggestion.freeMinutes()).isEqualTo(7 * 60);
        assertThat(suggestion.conflicts()).isEmpty();
    }

    /** The days are those at the location; past ones are over, and what is over is looked for in the next two weeks. */
    @ParameterizedTest
    @CsvSource({
        "2026-03-02T09:07:30Z, ,           ,           2026-03-02T09:15:00Z, 2026-03-16T09:15:00Z",
        "2026-03-02T09:00:00Z, 2026-03-03, 2026-03-04, 2026-03-02T23:00:00Z, 2026-03-04T23:00:00Z",
        "2026-03-02T09:00:00Z, 2026-02-03, 2026-02-04, 2026-03-02T09:00:00Z, 2026-03-16T09:00:00Z",
        "2026-03-02T09:00:00Z, ,           2026-12-31, 2026-03-02T09:00:00Z, 2026-04-02T09:00:00Z",
        "2026-03-02T09:00:00Z, 2026-03-28, 2026-03-29, 2026-03-27T23:00:00Z, 2026-03-29T22:00:00Z",
    })
    void theWindowIsWhatIsLeftOfTheWantedDays(
            Instant now, LocalDate requested, LocalDate due, Instant from, Instant to) {
        Need need = Need.in(Set.of(), "Berlin", PLACE, Duration.ofHours(1), requested, due, BERLIN, now);

        assertThat(need.from()).isEqualTo(from);
        assertThat(need.to()).isEqualTo(to);
    }

    @ParameterizedTest
    @CsvSource({
        "52.52, 13.405, 48.137, 11.575, 504.4",
        "38.72, -9.14, 41.15, -8.61, 274.0",
        "0, 0, 0, 180, 20015.1",
        "-36.85, 174.76, 35.69, 139.70, 8838",
        "10, 179.5, 10, -179.5, 109.5",
        "52.52, 13.405, 52.52, 13.405, 0",
    })
    void measuresTheWayOverTheBall(double lat1, double lon1, double lat2, double lon2, double km) {
        GeoPoint one = new GeoPoint(lat1, lon1);
        GeoPoint other = new GeoPoint(lat2, lon2);

        assertThat(one.kilometersTo(other)).isCloseTo(km, within(km * 0.005 + 0.1));
        assertThat(other.kilometersTo(one)).isCloseTo(one.kilometersTo(other), within(0.001));
    }

    private static Suggestion only(Need need, Technician technician, List<Booking> bookings) {
        return Suggestions.rank(need, List.of(technician), Map.of(technician.username(), bookings))
                .get(0);
    }

    private static Need need(int hours, String due) {
        return Need.in(
                Set.of("fiber"), "Berlin", PLACE, Duration.ofHours(hours), null, LocalDate.parse(due), BERLIN, NOW);
    }

    private static Technician technician(String username, Set<String> skills, String region, GeoPoint home) {
        return new Technician(username, username, Set.of(region), skills, "Europe/Berlin", null)
                .working(WorkingHours.USUAL, home);
    }
}
