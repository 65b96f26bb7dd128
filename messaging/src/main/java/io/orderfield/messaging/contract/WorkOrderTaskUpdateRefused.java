package io.orderfield.messaging.contract;

import java.util.List;

/**
 * Field Service's no to a {@link WorkOrderTaskUpdate}, to the field system's own answer queue: nothing has happened. What is
 * wrong can be mended and sent again, under the same reference.
 *
 * @param reference the sender's own name for the update, or null where it could not be read
 * @param task number of the task, or null where it could not be read
 * @param code stable code of the reason: invalid-request, not-json, wrong-shape, body-too-long, no-text,
 *     unknown-message-type, unknown-field-system, reference-reused, not-found, not-your-task, or that of a rule, such as
 *     wrong-state, work-on-hold, acknowledgement-required, checklist-incomplete, earlier-task-open
 * @param detail the reason in words
 * @param errors what is wrong, per field, and each mandatory item that is not done as an error of checklist; may be empty
 */
public record WorkOrderTaskUpdateRefused(
        String reference, String task, String code, String detail, List<FieldError> errors) {}
