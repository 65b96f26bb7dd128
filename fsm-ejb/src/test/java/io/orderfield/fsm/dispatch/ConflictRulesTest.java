package io.orderfield.fsm.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import io.orderfield.fsm.FsmSentences;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConflictRulesTest {
    private static final Instant START = Instant.parse("2026-03-04T08:00:00Z");
    private static final Instant END = Instant.parse("2026-03-04T10:00:00Z");
    private final Technician ana =
            new Technician("ana", "Ana Sousa", Set.of("Berlin", "Bavaria"), Set.of("cpe"), "Europe/Berlin", null);

    @Test
    void findsNothingAgainstAVisitThatFits() {
        assertThat(ConflictRules.check(visit(START, END, Set.of("cpe"), "Berlin"), ana, List.of()))
                .isEmpty();
    }

    @Test
    void namesTheTaskThatOverlaps() {
        Booking booking = new Booking("WOT0001001", START.minusSeconds(3600), START.plusSeconds(1));

        assertThat(ConflictRules.check(visit(START, END, Set.of(), "Berlin"), ana, List.of(booking)))
                .singleElement()
                .satisfies(c -> assertThat(c.kind()).isEqualTo("overlap"))
                .satisfies(c -> assertThat(c.task()).isEqualTo("WOT0001001"));
    }

    @Test
    void letsOneVisitBeginWhenTheOtherOneEnds() {
        Booking before = new Booking("WOT0001001", START.minusSeconds(3600), START);
        Booking after = new Booking("WOT0001002", END, END.plusSeconds(3600));

        assertThat(ConflictRules.check(visit(START, END, Set.of(), "Berlin"), ana, List.of(before, after)))
                .isEmpty();
    }

    @Test
    void namesTheSkillsThatAreMissing() {
        assertThat(ConflictRules.check(visit(START, END, Set.of("cpe", "fiber", "voice"), "Berlin"), ana, List.of()))
                .singleElement()
                .satisfies(c -> assertThat(c.kind()).isEqualTo("missing-skill"))
                .satisfies(
                        c -> assertThat(FsmSentences.english(c.detail())).isEqualTo("Ana Sousa lacks fiber, voice."));
    }

    @Test
    void warnsOfARegionThatTheTechnicianDoesNotServe() {
        assertThat(ConflictRules.check(visit(START, END, Set.of(), "Highlands"), ana, List.of()))
                .extracting(Conflict::kind)
                .containsExactly("other-region");
    }

    /** The days are those at the location: it is the third there while it is still the second in UTC. */
    @ParameterizedTest
    @CsvSource({
        "2026-03-02T13:00:00Z, 2026-03-02T14:00:00Z, false",
        "2026-03-02T10:00:00Z, 2026-03-02T12:00:00Z, true",
        "2026-03-04T09:00:00Z, 2026-03-04T11:00:00Z, false",
        "2026-03-04T09:00:00Z, 2026-03-04T11:00:01Z, true",
    })
    void comparesDaysAtTheLocation(Instant start, Instant end, boolean outside) {
        Visit visit = new Visit(
                start,
                end,
                Set.of(),
                "Berlin",
                LocalDate.of(2026, 3, 3),
                LocalDate.of(2026, 3, 4),
                ZoneId.of("Pacific/Auckland"));

        assertThat(visit.isOutsideWindow()).isEqualTo(outside);
        assertThat(ConflictRules.check(visit, ana, List.of()))
                .filteredOn(c -> c.kind().equals("outside-window"))
                .hasSize(outside ? 1 : 0);
    }

    @Test
    void warnsOfAVisitOutsideTheTechniciansOwnHours() {
        Technician lisbon = new Technician("rui", "Rui Costa", Set.of("Berlin"), Set.of(), "Europe/Lisbon", null)
                .working(WorkingHours.USUAL, null);

        // eight in Lisbon is nine in Berlin
        assertThat(ConflictRules.check(visit(START, END, Set.of(), "Berlin"), lisbon, List.of()))
                .isEmpty();
        assertThat(ConflictRules.check(visit(START.minusSeconds(60), END, Set.of(), "Berlin"), lisbon, List.of()))
                .singleElement()
                .satisfies(c -> assertThat(c.kind()).isEqualTo("outside-working-hours"))
                .satisfies(c -> assertThat(FsmSentences.english(c.detail())).contains("Rui Costa", "Europe/Lisbon"));
    }

    /** Away on the fourth, which begins at 23 UTC of the third in Berlin. */
    @ParameterizedTest
    @CsvSource({
        "2026-03-03T22:00:00Z, 2026-03-03T23:00:00Z, false",
        "2026-03-03T22:00:00Z, 2026-03-03T23:00:01Z, true",
        "2026-03-04T22:59:00Z, 2026-03-05T01:00:00Z, true",
        "2026-03-04T23:00:00Z, 2026-03-05T01:00:00Z, false",
    })
    void warnsOfAnAbsenceInTheTechniciansOwnDays(Instant start, Instant end, boolean away) {
        ana.change(new TechnicianChange(
                        null,
                        null,
                        null,
                        null,
                        null,
                        List.of(),
                        List.of(new Absence(LocalDate.of(2026, 3, 4), LocalDate.of(2026, 3, 4), "Training")),
                        null,
                        null)
                .on(ana.view()));

        assertThat(ConflictRules.check(visit(start, end, Set.of(), "Berlin"), ana, List.of()))
                .extracting(Conflict::kind)
                .isEqualTo(away ? List.of("absence") : List.of());
    }

    @Test
    void hasNoWindowWhereNoneIsWanted() {
        assertThat(visit(START, END, Set.of(), "Berlin").isOutsideWindow()).isFalse();
    }

    private static Visit visit(Instant start, Instant end, Set<String> skills, String region) {
        return new Visit(start, end, skills, region, null, null, ZoneId.of("Europe/Berlin"));
    }
}
