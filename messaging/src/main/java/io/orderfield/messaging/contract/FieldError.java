package io.orderfield.messaging.contract;

/**
 * What is wrong with one field.
 *
 * @param field path of the field, such as {@code lineItems[0].quantity}
 * @param message what is wrong, in words
 */
public record FieldError(String field, String message) {}
