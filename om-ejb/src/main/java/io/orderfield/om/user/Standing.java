package io.orderfield.om.user;

/**
 * How an enabled user stands now.
 *
 * @param revision rises with every change of what the user signs in with or may do: a session or token that was made
 *     under another one is worth nothing
 */
public record Standing(UserView user, long revision) {}
