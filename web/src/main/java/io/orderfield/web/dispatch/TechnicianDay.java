package io.orderfield.web.dispatch;

import io.orderfield.fsm.board.DispatchTaskView;
import io.orderfield.fsm.dispatch.Absence;
import io.orderfield.fsm.dispatch.TechnicianView;
import io.orderfield.fsm.dispatch.WorkingTime;
import java.io.Serializable;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One technician's day, in the technician's own time.
 *
 * @param zone name of the time zone
 * @param away why the technician is not there that day; null when there
 * @param off whether the technician has working hours and none on that day
 * @param hours working hours as parts of the hours that are shown; empty when they are not known
 * @param bars visits by their start
 */
public record TechnicianDay(
        String username,
        String name,
        String zone,
        @Nullable String away,
        boolean off,
        List<DayBar.Place> hours,
        List<DayBar> bars)
        implements Serializable {
    /** The hours that are shown; earlier and later visits stand at the edge. */
    static final int FIRST_HOUR = 6;

    static final int LAST_HOUR = 20;
    private static final int MINUTES = (LAST_HOUR - FIRST_HOUR) * 60;
    private static final double NARROWEST = 1.5;
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);

    static TechnicianDay of(TechnicianView technician, LocalDate day, List<DispatchTaskView> visits, String away) {
        ZoneId zone = ZoneId.of(technician.timeZone());
        return new TechnicianDay(
                technician.username(),
                technician.name(),
                zone.getId(),
                technician.absences().stream()
                        .filter(a -> !day.isBefore(a.firstDay()) && !day.isAfter(a.lastDay()))
                        .findFirst()
                        .map(Absence::reason)
                        .map(reason -> reason.isEmpty() ? away : away + ": " + reason)
                        .orElse(null),
                !technician.workingHours().isEmpty()
                        && technician.workingHours().stream().noneMatch(t -> t.day() == day.getDayOfWeek()),
                technician.workingHours().stream()
                        .filter(t -> t.day() == day.getDayOfWeek())
                        .map(TechnicianDay::place)
                        .toList(),
                visits.stream().flatMap(v -> bar(v, day, zone).stream()).toList());
    }

    private static DayBar.Place place(WorkingTime time) {
        return place(minute(time.start()), time.end().equals(LocalTime.MIDNIGHT) ? LAST_HOUR * 60 : minute(time.end()));
    }

    private static Optional<DayBar> bar(DispatchTaskView visit, LocalDate day, ZoneId zone) {
        Instant start = visit.scheduledStart();
        Instant end = visit.scheduledEnd();
        if (start == null || end == null) {
            return Optional.empty();
        }
        ZonedDateTime from = start.atZone(zone);
        ZonedDateTime to = end.atZone(zone);
        boolean touches = from.isBefore(day.plusDays(1).atStartOfDay(zone)) && to.isAfter(day.atStartOfDay(zone));
        if (!touches) {
            return Optional.empty();
        }
        int first = from.toLocalDate().isBefore(day) ? 0 : minute(from.toLocalTime());
        int last = to.toLocalDate().isAfter(day) ? 24 * 60 : minute(to.toLocalTime());
        return Optional.of(new DayBar(
                visit.number(),
                visit.workOrder(),
                visit.templateName() + ", " + visit.locationName(),
                visit.subState() == null ? visit.state() : visit.subState(),
                from.format(TIME) + "–" + to.format(TIME),
                place(first, last)));
    }

    private static int minute(LocalTime time) {
        return time.getHour() * 60 + time.getMinute();
    }

    private static DayBar.Place place(int from, int to) {
        double left = Math.min(100 - NARROWEST, percent(from));
        return new DayBar.Place(left, Math.max(NARROWEST, round(percent(to) - left)));
    }

    private static double percent(int minute) {
        return round(Math.max(0, Math.min(100, (minute - FIRST_HOUR * 60) * 100.0 / MINUTES)));
    }

    private static double round(double value) {
        return Math.round(value * 100) / 100.0;
    }
}
