package io.orderfield.om.user;

import io.orderfield.kernel.Shared;
import io.orderfield.messaging.right.CurrentCaller;
import jakarta.enterprise.inject.Typed;
import jakarta.inject.Inject;
import org.jspecify.annotations.Nullable;

/** The caller of now, with what the directory knows of the user. */
@Shared
@Typed(CurrentUser.class)
public class CallerIdentity implements CurrentUser {
    private final CurrentCaller caller;
    private final UserDirectory directory;

    @Inject
    CallerIdentity(CurrentCaller caller, UserDirectory directory) {
        this.caller = caller;
        this.directory = directory;
    }

    @Override
    public String name() {
        return caller.name();
    }

    @Override
    public boolean has(String role) {
        return caller.has(role);
    }

    @Override
    public @Nullable String account() {
        return directory.find(name()).map(UserView::account).orElse(null);
    }
}
