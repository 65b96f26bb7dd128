package io.orderfield.web.ui;

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

    /** Creates, edits, places and changes orders. */
    public boolean isAgent() {
        return has(Roles.ORDER_AGENT) || isManager();
    }

    /** Writes orders: an agent, or a partner for the own account. */
    public boolean isOrdering() {
        return isAgent() || isPartner();
    }

    public boolean isManager() {
        return has(Roles.ORDER_MANAGER);
    }

    public boolean isDispatcher() {
        return has(Roles.DISPATCHER);
    }

    public boolean isTechnician() {
        return has(Roles.TECHNICIAN);
    }

    /** Keeps reference data and users, watches the synchronization. */
    public boolean isAdministrator() {
        return has(Roles.ADMINISTRATOR);
    }

    public boolean isPartner() {
        return has(Roles.PARTNER);
    }

    /** Reads customer orders and domain orders. */
    public boolean isOrderReader() {
        return isOrdering() || has(Roles.DISPATCHER) || has(Roles.VIEWER) || has(Roles.ADMINISTRATOR);
    }

    /** Reads fallouts: whoever reads orders and is no partner. */
    public boolean isFalloutReader() {
        return isOrderReader() && !isPartner();
    }

    /** Takes care of fallouts. */
    public boolean isCarer() {
        return isManager() || isDispatcher();
    }

    /** Reads work orders. */
    public boolean isWorkReader() {
        return isAgent() || isDispatcher() || isTechnician() || has(Roles.VIEWER) || has(Roles.ADMINISTRATOR);
    }

    /**
     * Answers 403 to who has opened a page by its address that is not for his roles. The services refuse anyway; this
     * spares the reader a page on which nothing works.
     */
    public void mustBe(boolean allowed) {
        if (!allowed) {
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
