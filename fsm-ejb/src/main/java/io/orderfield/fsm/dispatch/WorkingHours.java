package io.orderfield.fsm.dispatch;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * When somebody works in a week, in their own local time. Nobody is taken to work at no time at all: without any entry the
 * hours are not known, and any time is as good as another.
 *
 * <p>Hours are what a clock on the wall shows. On the day on which clocks go forward a shift over the gap is an hour shorter,
 * on the day on which they go back an hour longer.
 */
public final class WorkingHours {
    /** For somebody of whom nothing else was said. */
    public static final WorkingHours USUAL = new WorkingHours(
            Stream.of(DayOfWeek.MONDAY, DayOfWeek.TUESDAY, DayOfWeek.WEDNESDAY, DayOfWeek.THURSDAY, DayOfWeek.FRIDAY)
                    .map(day -> new WorkingTime(day, LocalTime.of(8, 0), LocalTime.of(17, 0)))
                    .toList());

    private final List<WorkingTime> times;

    /** @param times no two of them at once; see {@link TechnicianCheck} */
    WorkingHours(List<WorkingTime> times) {
        this.times = times.stream()
                .sorted(Comparator.comparing(WorkingTime::day).thenComparing(WorkingTime::start))
                .toList();
    }

    /** By weekday and time. */
    List<WorkingTime> times() {
        return times;
    }

    boolean isKnown() {
        return !times.isEmpty();
    }

    /** True when the hours are not known, or somebody works all that time. */
    boolean cover(Span visit, ZoneId zone) {
        return !isKnown() || within(visit, zone).stream().anyMatch(shift -> shift.covers(visit));
    }

    /** The working times that touch the span, in order; the whole span where the hours are not known. */
    List<Span> within(Span span, ZoneId zone) {
        if (!isKnown()) {
            return List.of(span);
        }
        List<Span> shifts = new ArrayList<>();
        // a day earlier and later: shifts that meet at midnight become one
        LocalDate last = LocalDate.ofInstant(span.end(), zone).plusDays(1);
        for (LocalDate day = LocalDate.ofInstant(span.start(), zone).minusDays(1);
                !day.isAfter(last);
                day = day.plusDays(1)) {
            for (WorkingTime time : times) {
                if (time.day() == day.getDayOfWeek()) {
                    shift(time, day, zone, shifts);
                }
            }
        }
        return Span.merged(shifts).stream().filter(span::overlaps).toList();
    }

    private static void shift(WorkingTime time, LocalDate day, ZoneId zone, List<Span> shifts) {
        Instant start = day.atTime(time.start()).atZone(zone).toInstant();
        ZonedDateTime end = time.end().equals(LocalTime.MIDNIGHT)
                ? day.plusDays(1).atStartOfDay(zone)
                : day.atTime(time.end()).atZone(zone).withLaterOffsetAtOverlap();
        // a shift that lies in the gap as a whole does not take place
        if (start.isBefore(end.toInstant())) {
            shifts.add(new Span(start, end.toInstant()));
        }
    }

    /** As one column holds them, such as {@code 1 08:00-17:00;2 08:00-17:00}. */
    String text() {
        return times.stream()
                .map(t -> t.day().getValue() + " " + t.start() + "-" + t.end())
                .collect(Collectors.joining(";"));
    }

    static WorkingHours parse(String text) {
        return new WorkingHours(
                text.isEmpty()
                        ? List.of()
                        : Arrays.stream(text.split(";"))
                                .map(t -> t.split("[ -]"))
                                .map(t -> new WorkingTime(
                                        DayOfWeek.of(Integer.parseInt(t[0])),
                                        LocalTime.parse(t[1]),
                                        LocalTime.parse(t[2])))
                                .toList());
    }
}
