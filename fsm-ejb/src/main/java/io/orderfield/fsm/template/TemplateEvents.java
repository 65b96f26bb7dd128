package io.orderfield.fsm.template;

/** Tells Order Management about templates, with the current transaction or not at all. */
public interface TemplateEvents {
    /** @param revision counts the changes of this template, from 1 */
    void published(String code, String name, boolean active, long revision);
}
