package io.orderfield.web.ui;

import io.orderfield.om.user.UserDirectory;
import io.orderfield.om.user.UserView;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The names of people behind user names; each is looked up once a request. */
@Named("people")
@RequestScoped
public class People {
    private final Map<String, String> names = new HashMap<>();

    @Inject
    UserDirectory users;

    /** The name that people call this user by; what is no user name (a name already, or a system's) stays. */
    public @Nullable String name(@Nullable String username) {
        return username == null
                ? null
                : names.computeIfAbsent(
                        username, u -> users.find(u).map(UserView::displayName).orElse(u));
    }
}
