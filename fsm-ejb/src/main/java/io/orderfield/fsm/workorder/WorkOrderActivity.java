package io.orderfield.fsm.workorder;

/**
 * CDI event: something happened to a work order. Fired inside the transaction; observe it after success.
 *
 * @param workOrder number of the work order
 * @param domainOrder number of the domain order that it belongs to
 */
public record WorkOrderActivity(String workOrder, String domainOrder) {}
