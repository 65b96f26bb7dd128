package io.orderfield.om.user;

import java.time.Instant;

/**
 * A user as administrators see one: never with the password or its hash.
 *
 * @param version rises with every change, a new password too
 * @param updatedBy user name of who changed it last
 */
public record ManagedUser(UserView user, long version, Instant createdAt, Instant updatedAt, String updatedBy) {}
