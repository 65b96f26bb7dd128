package io.orderfield.fsm.template;

/**
 * One thing to tick off.
 *
 * @param mandatory true when the task can't be completed without it
 */
public record TemplateChecklistItem(String text, boolean mandatory) {}
