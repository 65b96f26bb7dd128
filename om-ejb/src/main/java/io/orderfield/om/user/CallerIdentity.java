package io.orderfield.om.user;

import jakarta.annotation.Resource;
import jakarta.annotation.security.DeclareRoles;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.EJB;
import jakarta.ejb.SessionContext;
import jakarta.ejb.Stateless;
import org.jspecify.annotations.Nullable;

/** The caller as the container knows it: only an EJB may ask the container reliably on every channel. */
@Stateless
@PermitAll
@DeclareRoles({
    Roles.ORDER_AGENT,
    Roles.ORDER_MANAGER,
    Roles.DISPATCHER,
    Roles.TECHNICIAN,
    Roles.ADMINISTRATOR,
    Roles.PARTNER,
    Roles.FIELD_SYSTEM,
    Roles.VIEWER
})
public class CallerIdentity implements CurrentUser {
    /** Liberty's name for a caller that did not sign in. */
    private static final String UNAUTHENTICATED = "UNAUTHENTICATED";

    private static final String SYSTEM = "system";

    @Resource
    private SessionContext context;

    @EJB
    private UserDirectory directory;

    /** For the container. */
    public CallerIdentity() {}

    @Override
    public String name() {
        String name = context.getCallerPrincipal().getName();
        return name == null || name.equals(UNAUTHENTICATED) ? SYSTEM : name;
    }

    @Override
    public boolean has(String role) {
        return context.isCallerInRole(role);
    }

    @Override
    public @Nullable String ownAccount() {
        if (!has(Roles.PARTNER)) {
            return null;
        }
        // a partner without an account sees nothing: no account has an empty number
        return directory.find(name()).map(UserView::account).orElse("");
    }
}
