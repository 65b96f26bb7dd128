package io.orderfield.messaging.contract;

/**
 * Where a work order comes from: all that Field Service knows of an order.
 *
 * @param customerOrder number of the customer order, such as ORD0001001
 * @param lineItem number of the order line item, such as ORDL0001001
 * @param itemVersion version of the line item that this request carries, from 1
 * @param domainOrder number of the domain order, such as SO0001001
 */
public record WorkOrderOrigin(String customerOrder, String lineItem, int itemVersion, String domainOrder) {}
