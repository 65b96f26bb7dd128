package io.orderfield.messaging.contract;

/**
 * A work order template of Field Service, for Order Management's read copy. Sent when Field Service starts with a
 * template that it has not published yet, and after every change of one.
 *
 * @param code the template's code
 * @param name its name
 * @param active false once it may not be used for new work
 * @param revision the template's counter, from 1; an older one is ignored
 */
public record WorkOrderTemplatePublished(String code, String name, boolean active, long revision) {}
