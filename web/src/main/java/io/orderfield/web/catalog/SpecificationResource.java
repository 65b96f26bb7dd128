package io.orderfield.web.catalog;

import io.orderfield.messaging.right.May;
import io.orderfield.messaging.right.Right;
import io.orderfield.om.catalog.CatalogFilter;
import io.orderfield.om.catalog.SpecificationNode;
import io.orderfield.om.catalog.SpecificationService;
import io.orderfield.om.catalog.SpecificationView;
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

/** Specifications; a change is for what is ordered from now on and never alters approved orders. */
@ApiResource
@Idempotent
@Path("/specifications")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Reference data")
public class SpecificationResource {
    @Inject
    SpecificationService specifications;

    @Inject
    Call call;

    @May(Right.READ_SPECIFICATIONS)
    @GET
    @Operation(operationId = "listSpecifications", summary = "Specifications by code")
    public List<SpecificationView> list(
            @BeanParam Paging paging,
            @BeanParam CatalogQuery query,
            @Parameter(description = "product, service or resource") @QueryParam("type") @Nullable String type) {
        CatalogFilter filter = query.ofType(type);
        return call.page(
                paging, specifications.count(filter), specifications.list(filter, paging.first(), paging.max()));
    }

    @May(value = Right.READ_SPECIFICATIONS, hidden = true)
    @GET
    @Path("/{code}")
    @Operation(operationId = "getSpecification", summary = "A specification")
    public SpecificationView find(@PathParam("code") String code) {
        return specifications.find(code);
    }

    @May(Right.READ_SPECIFICATIONS)
    @GET
    @Path("/{code}/tree")
    @Operation(
            operationId = "getSpecificationTree",
            summary = "The specification and everything it is realized as, each after its whole")
    public List<SpecificationNode> tree(@PathParam("code") String code) {
        return specifications.tree(code);
    }

    @May(Right.KEEP_REFERENCE_DATA)
    @POST
    @Operation(operationId = "createSpecification", summary = "Create a specification")
    @APIResponseSchema(value = SpecificationView.class, responseCode = "201")
    public SpecificationView create(@Nullable NewSpecificationBody body) {
        SpecificationView created = specifications.create(Bodies.required(body).command());
        call.created("/specifications/" + created.code());
        return created;
    }

    @May(Right.KEEP_REFERENCE_DATA)
    @PATCH
    @Path("/{code}")
    @Operation(operationId = "changeSpecification", summary = "Change a specification")
    public SpecificationView change(@PathParam("code") String code, @Nullable SpecificationPatch body) {
        return specifications.change(code, Bodies.required(body).command(), call.expectedVersion());
    }
}
