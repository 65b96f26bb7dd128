package io.orderfield.messaging.contract;

/**
 * Whom the technician calls. Every field may be null when the customer did not give it.
 *
 * @param number contact number, such as CON0001001
 * @param name the person's name
 * @param phone phone number as entered
 * @param email e-mail address as entered
 */
public record ContactDetails(String number, String name, String phone, String email) {}
