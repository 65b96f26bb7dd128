package io.orderfield.om.user;

import org.jspecify.annotations.Nullable;

/**
 * Which users a list shows; null lets everything through.
 *
 * @param text part of the user name or the name
 * @param role one of {@link Roles}
 * @param account number of the account that partners belong to
 * @param enabled whether enabled or disabled ones alone
 * @param sort {@code username} or {@code displayName}, with a leading minus for falling order
 */
public record UserFilter(
        @Nullable String text,
        @Nullable String role,
        @Nullable String account,
        @Nullable Boolean enabled,
        @Nullable String sort) {
    /** Everybody, by user name. */
    public static final UserFilter ALL = new UserFilter(null, null, null, null, null);
}
