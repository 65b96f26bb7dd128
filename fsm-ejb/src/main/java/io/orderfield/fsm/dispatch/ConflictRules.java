package io.orderfield.fsm.dispatch;

import io.orderfield.kernel.Sentence;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** What speaks against giving a visit to a technician. */
public final class ConflictRules {
    private ConflictRules() {}

    /**
     * @param bookings the technician's open visits, without the one that is being planned
     * @return empty when nothing speaks against it
     */
    public static List<Conflict> check(Visit visit, Technician technician, Collection<Booking> bookings) {
        List<Conflict> conflicts = new ArrayList<>();
        for (Booking booking : bookings) {
            if (booking.overlaps(visit.start(), visit.end())) {
                conflicts.add(new Conflict(
                        "overlap",
                        booking.task(),
                        Sentence.of("conflict.overlap")
                                .with("technician", technician.name())
                                .with("task", booking.task())));
            }
        }
        Set<String> missing = new TreeSet<>(visit.skills());
        missing.removeAll(technician.skills());
        if (!missing.isEmpty()) {
            conflicts.add(new Conflict(
                    "missing-skill",
                    null,
                    Sentence.of("conflict.missingSkill")
                            .with("technician", technician.name())
                            .with("missing", missing)));
        }
        Span time = new Span(visit.start(), visit.end());
        for (Absence absence : technician.absences()) {
            if (absence.span(technician.zone()).overlaps(time)) {
                conflicts.add(new Conflict(
                        "absence",
                        null,
                        Sentence.of("conflict.absence")
                                .with("technician", technician.name())
                                .with("firstDay", absence.firstDay())
                                .with("lastDay", absence.lastDay())));
            }
        }
        if (!technician.workingHours().cover(time, technician.zone())) {
            conflicts.add(new Conflict(
                    "outside-working-hours",
                    null,
                    Sentence.of("conflict.outsideWorkingHours")
                            .with("technician", technician.name())
                            .with("zone", technician.zone().getId())));
        }
        if (visit.isOutsideWindow()) {
            conflicts.add(new Conflict("outside-window", null, Sentence.of("conflict.outsideWindow")));
        }
        if (!technician.regions().contains(visit.region())) {
            conflicts.add(new Conflict(
                    "other-region",
                    null,
                    Sentence.of("conflict.otherRegion")
                            .with("technician", technician.name())
                            .with("region", visit.region())));
        }
        return List.copyOf(conflicts);
    }
}
