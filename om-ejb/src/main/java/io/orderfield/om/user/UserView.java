package io.orderfield.om.user;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A person or system that signs in.
 *
 * @param roles names out of {@link Roles}
 * @param account number of the account that a partner belongs to, else null
 * @param passwordChangeRequired whether somebody else set the password: nothing may be done before it is changed
 */
public record UserView(
        String username,
        String displayName,
        Set<String> roles,
        @Nullable String account,
        boolean enabled,
        boolean passwordChangeRequired) {
    public UserView {
        roles = Set.copyOf(roles);
    }

    /** A user whose password is the user's own. */
    public UserView(String username, String displayName, Set<String> roles, @Nullable String account, boolean enabled) {
        this(username, displayName, roles, account, enabled, false);
    }

    /** Whether this is no person: a partner's application or a field system. */
    public boolean isMachine() {
        return Roles.areOfMachine(roles);
    }
}
