package io.orderfield.messaging.contract;

/**
 * The customer of the work.
 *
 * @param number account number, such as ACCT0001001
 * @param name the customer's name as it is now
 */
public record AccountReference(String number, String name) {}
