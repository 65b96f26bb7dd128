package io.orderfield.fsm.dispatch;

import java.io.Serializable;
import java.time.LocalDate;
import java.time.ZoneId;

/**
 * Days on which a technician is not there.
 *
 * @param firstDay local to the technician
 * @param lastDay the last day away
 * @param reason in a few words; may be empty
 */
public record Absence(LocalDate firstDay, LocalDate lastDay, String reason) implements Serializable {
    Span span(ZoneId zone) {
        return new Span(
                firstDay.atStartOfDay(zone).toInstant(),
                lastDay.plusDays(1).atStartOfDay(zone).toInstant());
    }
}
