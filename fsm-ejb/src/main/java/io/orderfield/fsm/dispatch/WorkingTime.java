package io.orderfield.fsm.dispatch;

import java.io.Serializable;
import java.time.DayOfWeek;
import java.time.LocalTime;

/**
 * A time of a weekday at which somebody works, local to them.
 *
 * @param end after {@code start}; midnight means the end of the day
 */
public record WorkingTime(DayOfWeek day, LocalTime start, LocalTime end) implements Serializable {
    private static final int MINUTES_OF_A_DAY = 24 * 60;

    int startMinute() {
        return start.getHour() * 60 + start.getMinute();
    }

    int endMinute() {
        return end.equals(LocalTime.MIDNIGHT) ? MINUTES_OF_A_DAY : end.getHour() * 60 + end.getMinute();
    }
}
