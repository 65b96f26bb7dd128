package io.orderfield.messaging.contract;

import java.util.UUID;

/**
 * What a technician of an outside field system has done, sent by that system to the queue {@code fsm.partner-updates}. The
 * user whom the broker has authenticated is the sender; it may act for its own technicians. Field Service answers each with
 * {@link WorkOrderTaskUpdated} or {@link WorkOrderTaskUpdateRefused} on the sender's own answer queue.
 *
 * @param reference the sender's own name for this update, 1 to 200 characters; a repeat under the same reference does
 *     nothing again and is answered with how things are
 * @param task number of the work order task
 * @param action what was done: accept, refuse, acknowledge, travel, arrive, start, pause, resume, complete, tick, note
 * @param reason for refuse: schedule-conflict, skills-mismatch, location-mismatch, duplicate, parts-unavailable,
 *     customer-unavailable or other; else null
 * @param closeCode for complete: complete or incomplete; else null
 * @param text for complete: the closing note or null; for note: the note; else null
 * @param checklistItem for tick: id of the item; else null
 * @param done for tick: true for done, false for not done; else null
 */
public record WorkOrderTaskUpdate(
        String reference,
        String task,
        String action,
        String reason,
        String closeCode,
        String text,
        UUID checklistItem,
        Boolean done) {}
