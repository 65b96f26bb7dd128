package io.orderfield.fsm.dispatch;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A visit that is to be planned.
 *
 * @param end after {@code start}
 * @param skills codes of the skills that it needs
 * @param region where it is
 * @param requestedStart first day wanted, local to the location, or null
 * @param due last day wanted, local to the location, or null
 * @param zone time zone of the location
 */
public record Visit(
        Instant start,
        Instant end,
        Set<String> skills,
        String region,
        @Nullable LocalDate requestedStart,
        @Nullable LocalDate due,
        ZoneId zone) {
    /** True when it begins before the first day wanted or ends after the last one. */
    public boolean isOutsideWindow() {
        boolean early =
                requestedStart != null && start.atZone(zone).toLocalDate().isBefore(requestedStart);
        // a visit that ends at midnight ends on the day that is over
        boolean late =
                due != null && end.minusMillis(1).atZone(zone).toLocalDate().isAfter(due);
        return early || late;
    }
}
