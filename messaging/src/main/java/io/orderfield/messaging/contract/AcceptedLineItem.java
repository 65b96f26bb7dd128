package io.orderfield.messaging.contract;

/**
 * A line item of a partner's order.
 *
 * @param number such as ORDL0001001
 * @param action ADD, CHANGE or DISCONNECT
 * @param specification code of the product specification
 * @param location number of the location
 * @param quantity 1 to 9,999
 */
public record AcceptedLineItem(String number, String action, String specification, String location, int quantity) {}
