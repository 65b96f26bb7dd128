package io.orderfield.fsm;

import jakarta.annotation.Resource;
import jakarta.annotation.security.DeclareRoles;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.SessionContext;
import jakarta.ejb.Stateless;

/** The caller as the container knows it. */
@Stateless
@PermitAll
@DeclareRoles({
    FieldRoles.ORDER_AGENT,
    FieldRoles.ORDER_MANAGER,
    FieldRoles.DISPATCHER,
    FieldRoles.TECHNICIAN,
    FieldRoles.ADMINISTRATOR,
    FieldRoles.PARTNER,
    FieldRoles.FIELD_SYSTEM,
    FieldRoles.VIEWER
})
public class SessionCaller implements Caller {
    @Resource
    private SessionContext context;

    @Override
    public String username() {
        return context.getCallerPrincipal().getName();
    }

    @Override
    public boolean is(String role) {
        return context.isCallerInRole(role);
    }
}
