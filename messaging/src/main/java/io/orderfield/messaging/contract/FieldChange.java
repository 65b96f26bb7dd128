package io.orderfield.messaging.contract;

/**
 * One field's old and new value, as text that a person reads.
 *
 * @param field stable name of the field, such as {@code quantity} or {@code contact.phone}
 * @param oldValue value before, or null when there was none
 * @param newValue value after, or null when there is none any more
 */
public record FieldChange(String field, String oldValue, String newValue) {}
