package io.orderfield.om.user;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A change of a user; null leaves a field as it is, empty text takes the account away. The user name stays for ever. */
public record UserChange(
        @Nullable String displayName,
        @Nullable Set<String> roles,
        @Nullable String account,
        @Nullable Boolean enabled) {
    public UserChange {
        roles = roles == null ? null : Set.copyOf(roles);
    }

    /** What the user is after the change. */
    UserView of(UserView now) {
        String belongsTo = account == null ? now.account() : account.isBlank() ? null : account.strip();
        return new UserView(
                now.username(),
                displayName == null ? now.displayName() : displayName,
                roles == null ? now.roles() : roles,
                belongsTo,
                enabled == null ? now.enabled() : enabled,
                now.passwordChangeRequired());
    }
}
