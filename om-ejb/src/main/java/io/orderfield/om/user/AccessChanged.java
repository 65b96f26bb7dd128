package io.orderfield.om.user;

/**
 * What this user may do, or signs in with, has changed, or sessions of the user were ended. Whoever remembers how a user
 * stands forgets it after the transaction.
 */
public record AccessChanged(String username) {}
