package io.orderfield.om.user;

import org.jspecify.annotations.Nullable;

/** A caller that is known by its record: where no container vouches for one, such as in listeners and start-up work. */
public record KnownUser(UserView user) implements CurrentUser {
    @Override
    public String name() {
        return user.username();
    }

    @Override
    public boolean has(String role) {
        return user.roles().contains(role);
    }

    @Override
    public @Nullable String account() {
        return user.account();
    }
}
