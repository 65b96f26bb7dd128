package io.orderfield.fsm.template;

import io.orderfield.fsm.FieldRoles;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;

/** Work order templates, for reading. */
@Stateless
public class TemplateService {
    @Inject
    private WorkOrderTemplates templates;

    /** All templates by code, inactive ones too. */
    @RolesAllowed({
        FieldRoles.DISPATCHER,
        FieldRoles.TECHNICIAN,
        FieldRoles.ORDER_AGENT,
        FieldRoles.ORDER_MANAGER,
        FieldRoles.ADMINISTRATOR,
        FieldRoles.FIELD_SYSTEM,
        FieldRoles.VIEWER
    })
    public List<WorkOrderTemplateView> templates() {
        return templates.all();
    }
}
