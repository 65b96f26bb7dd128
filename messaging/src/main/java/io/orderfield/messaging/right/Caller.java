package io.orderfield.messaging.right;

/** Who calls. */
public interface Caller {
    /** User name; {@code system} for what runs without anybody. */
    String name();

    /** @param role the word of a {@link Role} */
    boolean has(String role);

    /** Whether the caller has this role. */
    default boolean is(Role role) {
        return has(role.word());
    }
}
