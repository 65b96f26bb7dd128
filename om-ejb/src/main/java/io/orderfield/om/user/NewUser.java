package io.orderfield.om.user;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A user to create.
 *
 * @param roles names out of {@link Roles}, at least one
 * @param account number of the account that a partner belongs to; only a partner has one
 */
public record NewUser(
        String username,
        String displayName,
        Set<String> roles,
        @Nullable String account,
        boolean enabled,
        Password password) {
    public NewUser {
        roles = Set.copyOf(roles);
    }
}
