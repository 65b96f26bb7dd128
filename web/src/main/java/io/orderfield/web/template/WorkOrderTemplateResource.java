package io.orderfield.web.template;

import io.orderfield.fsm.template.TemplateService;
import io.orderfield.messaging.right.May;
import io.orderfield.messaging.right.Right;
import io.orderfield.web.api.ApiResource;
import io.orderfield.web.api.Bodies;
import io.orderfield.web.api.Call;
import io.orderfield.web.api.Idempotent;
import io.orderfield.web.api.Paging;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Work order templates; work orders keep what they were made from. */
@ApiResource
@Idempotent
@Path("/work-order-templates")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Reference data")
public class WorkOrderTemplateResource {
    @Inject
    TemplateService templates;

    @Inject
    Call call;

    @May(Right.READ_TEMPLATES)
    @GET
    @Operation(operationId = "listWorkOrderTemplates", summary = "Work order templates by code")
    public List<WorkOrderTemplateRecord> list(
            @BeanParam Paging paging,
            @Parameter(description = "Only those in use (true) or out of use (false)") @QueryParam("active") @Nullable
                    Boolean active) {
        return call.page(
                paging,
                templates.count(active),
                templates.list(active, paging.first(), paging.max()).stream()
                        .map(WorkOrderTemplateRecord::of)
                        .toList());
    }

    @May(value = Right.READ_TEMPLATES, hidden = true)
    @GET
    @Path("/{code}")
    @Operation(operationId = "getWorkOrderTemplate", summary = "A work order template")
    public WorkOrderTemplateRecord find(@PathParam("code") String code) {
        return WorkOrderTemplateRecord.of(templates.find(code));
    }

    @May(Right.KEEP_REFERENCE_DATA)
    @POST
    @Operation(operationId = "createWorkOrderTemplate", summary = "Create a work order template")
    @APIResponseSchema(value = WorkOrderTemplateRecord.class, responseCode = "201")
    public WorkOrderTemplateRecord create(@Nullable NewTemplateBody body) {
        NewTemplateBody wanted = Bodies.required(body);
        WorkOrderTemplateRecord created = WorkOrderTemplateRecord.of(
                templates.create(Bodies.text(wanted.code()), wanted.template().command()));
        call.created("/work-order-templates/" + created.code());
        return created;
    }

    @May(Right.KEEP_REFERENCE_DATA)
    @PATCH
    @Path("/{code}")
    @Operation(
            operationId = "changeWorkOrderTemplate",
            summary = "Change a work order template, take it out of use or into use: a new revision")
    public WorkOrderTemplateRecord change(@PathParam("code") String code, @Nullable TemplatePatch body) {
        return WorkOrderTemplateRecord.of(
                templates.change(code, Bodies.required(body).command(), call.expectedVersion()));
    }
}
