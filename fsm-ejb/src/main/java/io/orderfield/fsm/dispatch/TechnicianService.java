package io.orderfield.fsm.dispatch;

import io.orderfield.fsm.FieldRoles;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;

/** Technicians, for choosing one. */
@Stateless
public class TechnicianService {
    @Inject
    private Technicians technicians;

    /** All technicians by name, inactive ones too. */
    @RolesAllowed({
        FieldRoles.DISPATCHER,
        FieldRoles.TECHNICIAN,
        FieldRoles.ORDER_AGENT,
        FieldRoles.ORDER_MANAGER,
        FieldRoles.ADMINISTRATOR,
        FieldRoles.VIEWER
    })
    public List<TechnicianView> technicians() {
        return technicians.all().stream().map(Technician::view).toList();
    }
}
