package io.orderfield.messaging.contract;

import java.time.Instant;
import java.util.List;

/**
 * A work order as Field Service has it: the fields that Field Service owns.
 *
 * @param state work order state by its name
 * @param template code of the template that it was made from
 * @param scheduledStart planned start of the first open visit, or null
 * @param scheduledEnd planned end of the last open visit, or null
 * @param assignee user name of the technician of the leading task, or null
 * @param assigneeName display name of that technician, or null
 * @param actualStart when the first task started, or null
 * @param actualEnd when the work order closed, or null
 * @param closeNote the technician's closing words, or null
 * @param cancelReason why it was canceled, or null
 * @param canceledBy {@code om} when a request canceled it, {@code fsm} when a person of field service did, else null
 * @param onHold true while the request says hold
 * @param rescheduleNeeded true while a visit lies outside the wanted dates
 * @param acknowledgementPending true while a technician has to acknowledge a change in flight
 * @param tasks its tasks in order
 */
public record WorkOrderSnapshot(
        String state,
        String template,
        Instant scheduledStart,
        Instant scheduledEnd,
        String assignee,
        String assigneeName,
        Instant actualStart,
        Instant actualEnd,
        String closeNote,
        String cancelReason,
        String canceledBy,
        boolean onHold,
        boolean rescheduleNeeded,
        boolean acknowledgementPending,
        List<TaskSnapshot> tasks) {}
