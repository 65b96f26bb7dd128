package io.orderfield.om.user;

/** So many passwords are being checked that this one was not; try again. */
public class TooBusyException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    TooBusyException() {
        super("too many passwords are being checked", null, false, false);
    }
}
