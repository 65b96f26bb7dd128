package io.orderfield.fsm.dispatch;

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
                        "overlap", booking.task(), technician.name() + " has " + booking.task() + " at that time."));
            }
        }
        Set<String> missing = new TreeSet<>(visit.skills());
        missing.removeAll(technician.skills());
        if (!missing.isEmpty()) {
            conflicts.add(new Conflict(
                    "missing-skill", null, technician.name() + " lacks " + String.join(", ", missing) + "."));
        }
        Span time = new Span(visit.start(), visit.end());
        for (Absence absence : technician.absences()) {
            if (absence.span(technician.zone()).overlaps(time)) {
                conflicts.add(new Conflict(
                        "absence",
                        null,
                        technician.name() + " is away from " + absence.firstDay() + " to " + absence.lastDay() + "."));
            }
        }
        if (!technician.workingHours().cover(time, technician.zone())) {
            conflicts.add(new Conflict(
                    "outside-working-hours",
                    null,
                    "The visit is outside the working hours of " + technician.name() + " ("
                            + technician.zone().getId() + ")."));
        }
        if (visit.isOutsideWindow()) {
            conflicts.add(new Conflict("outside-window", null, "The visit is outside the wanted dates."));
        }
        if (!technician.regions().contains(visit.region())) {
            conflicts.add(
                    new Conflict("other-region", null, technician.name() + " does not serve " + visit.region() + "."));
        }
        return List.copyOf(conflicts);
    }
}
