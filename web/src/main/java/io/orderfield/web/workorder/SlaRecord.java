package io.orderfield.web.workorder;

import io.orderfield.fsm.workorder.SlaClock;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * How a work order stands to its due date.
 *
 * @param state ON_TRACK, AT_RISK, PAUSED (on hold), BREACHED, MET or NONE
 * @param dueAt end of the due day at the location, and as much later as the order was on hold since that day was promised
 * @param usedPercent how much of the time since the creation is used, holds not counted; above 100 when it is too late
 * @param heldSeconds time on hold since the creation
 */
@Schema(name = "Sla")
public record SlaRecord(
        String state, @Nullable Instant dueAt, @Nullable Integer usedPercent, long heldSeconds) {
    static SlaRecord of(SlaClock clock) {
        return new SlaRecord(clock.state(), clock.dueAt(), clock.usedPercent(), clock.heldSeconds());
    }
}
