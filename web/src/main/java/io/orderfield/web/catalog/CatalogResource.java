package io.orderfield.web.catalog;

import io.orderfield.fsm.dispatch.TechnicianService;
import io.orderfield.fsm.template.TemplateService;
import io.orderfield.web.api.ApiResource;
import io.orderfield.web.api.Call;
import io.orderfield.web.api.Paging;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Reference data that is only read here: work order templates, technicians. */
@ApiResource
@Path("/")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Reference data")
public class CatalogResource {
    @Inject
    TemplateService templates;

    @Inject
    TechnicianService technicians;

    @Inject
    Call call;

    @GET
    @Path("/work-order-templates")
    @Operation(operationId = "listWorkOrderTemplates", summary = "Work order templates by code")
    public List<WorkOrderTemplateRecord> workOrderTemplates(@BeanParam Paging paging) {
        return call.page(paging, templates.templates(), WorkOrderTemplateRecord::of);
    }

    @GET
    @Path("/technicians")
    @Operation(operationId = "listTechnicians", summary = "Technicians by name")
    public List<TechnicianRecord> technicians(@BeanParam Paging paging) {
        return call.page(paging, technicians.technicians(), TechnicianRecord::of);
    }
}
