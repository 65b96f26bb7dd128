package io.orderfield.fsm.workorder;

import java.util.UUID;

/**
 * One item of a task's checklist.
 *
 * @param mandatory true when the task can't be completed without it
 */
public record ChecklistItemView(UUID id, String text, boolean mandatory, boolean done) {}
