package io.orderfield.messaging.contract;

import java.time.Instant;

/**
 * A work order task as Field Service has it.
 *
 * @param number task number, such as WOT0001001
 * @param shortDescription what is to be done
 * @param state task state by its name
 * @param subState EN_ROUTE, ON_SITE or PAUSED, or null
 * @param technician user name of the assigned technician, or null
 * @param technicianName display name of the assigned technician, or null
 * @param scheduledStart planned start of the visit, or null
 * @param scheduledEnd planned end of the visit, or null
 * @param actualStart when work started, or null
 * @param actualEnd when work ended, or null
 * @param closeCode {@code complete} or {@code incomplete} once closed, else null
 * @param acknowledgementPending true while the technician has to acknowledge a change in flight
 */
public record TaskSnapshot(
        String number,
        String shortDescription,
        String state,
        String subState,
        String technician,
        String technicianName,
        Instant scheduledStart,
        Instant scheduledEnd,
        Instant actualStart,
        Instant actualEnd,
        String closeCode,
        boolean acknowledgementPending) {}
