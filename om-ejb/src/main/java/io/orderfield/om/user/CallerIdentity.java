package io.orderfield.om.user;

import io.orderfield.messaging.right.CurrentCaller;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Typed;
import jakarta.inject.Inject;
import org.jspecify.annotations.Nullable;

/** The caller of now, with what the directory knows of the user. */
@ApplicationScoped
@Typed(CurrentUser.class)
public class CallerIdentity implements CurrentUser {
    @Inject
    private CurrentCaller caller;

    @Inject
    private UserDirectory directory;

    /** For the container. */
    public CallerIdentity() {}

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
