package io.orderfield.web.ui;

import io.orderfield.messaging.right.CurrentCaller;
import io.orderfield.messaging.right.Right;
import io.orderfield.messaging.right.Scope;
import io.orderfield.om.user.Roles;
import io.orderfield.om.user.UserDirectory;
import io.orderfield.om.user.UserView;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.security.Principal;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Who reads the page. The pages show what this user may do; whether it is really allowed is decided by the services.
 */
@Named("me")
@RequestScoped
public class Me {
    @Inject
    HttpServletRequest request;

    @Inject
    UserDirectory users;

    @Inject
    Texts texts;

    @Inject
    Decisions decisions;

    @Inject
    CurrentCaller caller;

    private @Nullable UserView user;

    /** The user name. */
    public String getUsername() {
        Principal principal = request.getUserPrincipal();
        return principal == null ? "" : principal.getName();
    }

    /** The name that people call this user by. */
    public String getName() {
        return user().displayName();
    }

    /** The roles in words. */
    public String getRoles() {
        return user().roles().stream()
                .map(role -> texts.word("role", role))
                .sorted()
                .collect(Collectors.joining(", "));
    }

    public boolean isSignedIn() {
        return request.getUserPrincipal() != null;
    }

    /** Whether the user has the role of this name. */
    public boolean has(String role) {
        return user().roles().contains(role);
    }

    /** Whether the user has the right, for every record or for the own. */
    public boolean may(Right right) {
        return right.of(caller) != Scope.NONE;
    }

    /** Has tasks of the own. */
    public boolean isTechnician() {
        return has(Roles.TECHNICIAN);
    }

    public boolean isPartner() {
        return has(Roles.PARTNER);
    }

    /**
     * Answers 403 to who has opened a page by its address without the right to it. The services refuse anyway; this
     * spares the reader a page on which nothing works.
     */
    public void must(Right right) {
        if (!may(right)) {
            decisions.answer(HttpServletResponse.SC_FORBIDDEN);
        }
    }

    private UserView user() {
        UserView known = user;
        if (known == null) {
            String name = getUsername();
            known = users.find(name).orElse(new UserView(name, name, Set.of(), null, false));
            user = known;
        }
        return known;
    }
}
