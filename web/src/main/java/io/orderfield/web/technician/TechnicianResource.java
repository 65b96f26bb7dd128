package io.orderfield.web.technician;

import io.orderfield.fsm.dispatch.TechnicianFilter;
import io.orderfield.fsm.dispatch.TechnicianService;
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

/** Technicians: what they can, where and when they work. Never deleted, since visits name them. */
@ApiResource
@Idempotent
@Path("/technicians")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Reference data")
public class TechnicianResource {
    @Inject
    TechnicianService technicians;

    @Inject
    Call call;

    @May(Right.READ_TECHNICIANS)
    @GET
    @Operation(operationId = "listTechnicians", summary = "Technicians by name")
    public List<TechnicianRecord> list(
            @BeanParam Paging paging,
            @Parameter(description = "Part of a name or user name") @QueryParam("q") @Nullable String text,
            @Parameter(description = "One that they serve") @QueryParam("region") @Nullable String region,
            @Parameter(description = "One that they have") @QueryParam("skill") @Nullable String skill,
            @QueryParam("active") @Nullable Boolean active) {
        TechnicianFilter filter = new TechnicianFilter(text, region, skill, active);
        return call.page(
                paging,
                technicians.count(filter),
                technicians.list(filter, paging.first(), paging.max()).stream()
                        .map(TechnicianRecord::of)
                        .toList());
    }

    @May(value = Right.READ_TECHNICIANS, hidden = true)
    @GET
    @Path("/{username}")
    @Operation(operationId = "getTechnician", summary = "A technician")
    public TechnicianRecord find(@PathParam("username") String username) {
        return TechnicianRecord.of(technicians.find(username));
    }

    @May(Right.KEEP_REFERENCE_DATA)
    @POST
    @Operation(operationId = "createTechnician", summary = "Create a technician")
    @APIResponseSchema(value = TechnicianRecord.class, responseCode = "201")
    public TechnicianRecord create(@Nullable NewTechnicianBody body) {
        NewTechnicianBody wanted = Bodies.required(body);
        TechnicianRecord created =
                TechnicianRecord.of(technicians.create(Bodies.text(wanted.username()), wanted.command()));
        call.created("/technicians/" + created.username());
        return created;
    }

    @May(Right.KEEP_REFERENCE_DATA)
    @PATCH
    @Path("/{username}")
    @Operation(operationId = "changeTechnician", summary = "Change a technician, or give them no further work")
    public TechnicianRecord change(@PathParam("username") String username, @Nullable TechnicianPatch body) {
        return TechnicianRecord.of(
                technicians.change(username, Bodies.required(body).command(), call.expectedVersion()));
    }
}
