package io.orderfield.fsm.dispatch;

import io.orderfield.kernel.Sentence;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Ranks technicians for a visit: whoever lacks the fewest skills; then whoever has a free slot in the window, serves the
 * region, can come on the earliest day, has the shortest way, and has the most free time. Nothing else decides, so that the
 * reasons that are shown are all there are.
 */
public final class Suggestions {
    private static final Comparator<Suggestion> BEST_FIRST = Comparator.comparing(
                    (Suggestion s) -> s.missingSkills().size())
            .thenComparing(s -> s.slotStart() == null)
            .thenComparing(s -> !s.servesRegion());
    private static final Comparator<Suggestion> NEAREST_FIRST = Comparator.comparing(
                    Suggestion::distanceKm, Comparator.nullsLast(Comparator.naturalOrder()))
            .thenComparing(Comparator.comparing(Suggestion::freeMinutes).reversed())
            .thenComparing(Suggestion::name)
            .thenComparing(Suggestion::technician);

    private Suggestions() {}

    /**
     * @param bookings open visits by technician, all that touch the window
     * @return the best first
     */
    public static List<Suggestion> rank(
            Need need, Collection<Technician> technicians, Map<String, List<Booking>> bookings) {
        List<Suggestion> ranked = new ArrayList<>();
        for (Technician technician : technicians) {
            ranked.add(suggestion(need, technician, bookings.getOrDefault(technician.username(), List.of())));
        }
        ranked.sort(BEST_FIRST
                .thenComparing(s -> day(s.slotStart(), need), Comparator.nullsLast(Comparator.naturalOrder()))
                .thenComparing(NEAREST_FIRST));
        return List.copyOf(ranked);
    }

    private static @Nullable LocalDate day(@Nullable Instant start, Need need) {
        return start == null ? null : LocalDate.ofInstant(start, need.zone());
    }

    private static Suggestion suggestion(Need need, Technician technician, List<Booking> bookings) {
        List<Span> free = free(need, technician, bookings);
        Instant start = free.stream()
                .filter(span -> span.length().compareTo(need.duration()) >= 0)
                .findFirst()
                .map(Span::start)
                .orElse(null);
        TreeSet<String> missing = new TreeSet<>(need.skills());
        missing.removeAll(technician.skills());
        GeoPoint home = technician.home();
        GeoPoint place = need.place();
        return new Suggestion(
                technician.username(),
                technician.name(),
                List.copyOf(missing),
                technician.regions().contains(need.region()),
                start,
                start == null ? null : start.plus(need.duration()),
                free.stream().mapToLong(span -> span.length().toMinutes()).sum(),
                home == null || place == null ? null : Math.round(home.kilometersTo(place) * 10) / 10.0,
                start == null
                        ? List.of(noTime(technician))
                        : ConflictRules.check(need.visit(start), technician, bookings));
    }

    private static Conflict noTime(Technician technician) {
        return new Conflict(
                "no-free-time", null, Sentence.of("conflict.noFreeTime").with("technician", technician.name()));
    }

    /** Working time in the window without absences and visits. */
    private static List<Span> free(Need need, Technician technician, List<Booking> bookings) {
        Span window = need.span();
        List<Span> working = technician.workingHours().within(window, technician.zone()).stream()
                .map(shift -> new Span(
                        shift.start().isBefore(window.start()) ? window.start() : shift.start(),
                        shift.end().isAfter(window.end()) ? window.end() : shift.end()))
                .toList();
        List<Span> taken = new ArrayList<>();
        technician.absences().forEach(absence -> taken.add(absence.span(technician.zone())));
        bookings.forEach(booking -> taken.add(new Span(booking.start(), booking.end())));
        return Span.without(working, taken);
    }
}
