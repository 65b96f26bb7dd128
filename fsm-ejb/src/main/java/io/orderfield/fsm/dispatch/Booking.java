package io.orderfield.fsm.dispatch;

import java.time.Instant;

/**
 * A visit that a technician has already.
 *
 * @param task number of its work order task
 */
public record Booking(String task, Instant start, Instant end) {
    boolean overlaps(Instant otherStart, Instant otherEnd) {
        return start.isBefore(otherEnd) && otherStart.isBefore(end);
    }
}
