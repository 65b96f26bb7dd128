package io.orderfield.rules;

/** A cell that the grammar refuses; the message says what would be right. */
final class MalformedCellException extends Exception {
    private static final long serialVersionUID = 1L;

    MalformedCellException(String reason) {
        super(reason, null, false, false);
    }
}
