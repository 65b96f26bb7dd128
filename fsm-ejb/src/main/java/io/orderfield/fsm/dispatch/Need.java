package io.orderfield.fsm.dispatch;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A visit for which somebody is looked for.
 *
 * @param skills codes of the skills that it needs
 * @param region where it is
 * @param place exactly where, or null
 * @param duration how long it takes
 * @param from not before; already in the window, where there is one
 * @param to not after
 * @param requestedStart first day wanted, local to the location, or null
 * @param due last day wanted, local to the location, or null
 * @param zone time zone of the location
 */
public record Need(
        Set<String> skills,
        String region,
        @Nullable GeoPoint place,
        Duration duration,
        Instant from,
        Instant to,
        @Nullable LocalDate requestedStart,
        @Nullable LocalDate due,
        ZoneId zone) {
    private static final Duration USUAL = Duration.ofDays(14);
    private static final Duration LONGEST = Duration.ofDays(31);
    private static final long QUARTER = 15L * 60;

    /**
     * The visit in the wanted days that are left, from now on: a month at most, two weeks where no end is wanted or it is
     * over.
     */
    public static Need in(
            Set<String> skills,
            String region,
            @Nullable GeoPoint place,
            Duration duration,
            @Nullable LocalDate requestedStart,
            @Nullable LocalDate due,
            ZoneId zone,
            Instant now) {
        long quarters = Math.floorDiv(now.getEpochSecond() + QUARTER - 1, QUARTER);
        Instant from = Instant.ofEpochSecond(quarters * QUARTER);
        if (requestedStart != null
                && requestedStart.atStartOfDay(zone).toInstant().isAfter(from)) {
            from = requestedStart.atStartOfDay(zone).toInstant();
        }
        Instant to = due == null
                ? from.plus(USUAL)
                : due.plusDays(1).atStartOfDay(zone).toInstant();
        if (!to.isAfter(from)) {
            to = from.plus(USUAL);
        } else if (to.isAfter(from.plus(LONGEST))) {
            to = from.plus(LONGEST);
        }
        return new Need(skills, region, place, duration, from, to, requestedStart, due, zone);
    }

    Span span() {
        return new Span(from, to);
    }

    Visit visit(Instant start) {
        return new Visit(start, start.plus(duration), skills, region, requestedStart, due, zone);
    }
}
