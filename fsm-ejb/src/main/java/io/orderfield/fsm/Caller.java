package io.orderfield.fsm;

/** Who calls the current service method. */
public interface Caller {
    /** User name; {@code anonymous} or similar when nobody signed in. */
    String username();

    /** @param role one of {@link FieldRoles} */
    boolean is(String role);
}
