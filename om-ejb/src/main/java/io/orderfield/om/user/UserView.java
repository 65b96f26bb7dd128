package io.orderfield.om.user;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A person or system that signs in.
 *
 * @param roles names out of {@link Roles}
 * @param account number of the account that a partner belongs to, else null
 */
public record UserView(
        String username,
        String displayName,
        Set<String> roles,
        @Nullable String account,
        boolean enabled) {
    public UserView {
        roles = Set.copyOf(roles);
    }
}
