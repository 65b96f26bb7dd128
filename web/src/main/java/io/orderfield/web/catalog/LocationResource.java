package io.orderfield.web.catalog;

import io.orderfield.messaging.right.May;
import io.orderfield.messaging.right.Right;
import io.orderfield.om.catalog.CatalogFilter;
import io.orderfield.om.catalog.CatalogService;
import io.orderfield.om.catalog.LocationCorrection;
import io.orderfield.om.catalog.LocationView;
import io.orderfield.om.catalog.NewLocation;
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

/** Locations; a correction also reaches the open work that uses the location. */
@ApiResource
@Idempotent
@Path("/locations")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Reference data")
public class LocationResource {
    @Inject
    CatalogService catalog;

    @Inject
    Call call;

    @May(Right.READ_CUSTOMERS)
    @GET
    @Operation(operationId = "listLocations", summary = "Locations by name; a partner's own only")
    public List<LocationView> list(
            @BeanParam Paging paging,
            @BeanParam CatalogQuery query,
            @Parameter(description = "Number of an account") @QueryParam("account") @Nullable String account,
            @Parameter(description = "The key under which another system knows it")
                    @QueryParam("externalCode")
                    @Nullable
                    String externalCode) {
        CatalogFilter filter = query.ofAccount(account, externalCode);
        return call.page(
                paging, catalog.countLocations(filter), catalog.locations(filter, paging.first(), paging.max()));
    }

    @May(value = Right.READ_CUSTOMERS, hidden = true)
    @GET
    @Path("/{number}")
    @Operation(operationId = "getLocation", summary = "A location")
    public LocationView find(@PathParam("number") String number) {
        return catalog.location(number);
    }

    @May(Right.KEEP_REFERENCE_DATA)
    @POST
    @Operation(operationId = "createLocation", summary = "Create a location")
    @APIResponseSchema(value = LocationView.class, responseCode = "201")
    public LocationView create(@Nullable NewLocation body) {
        LocationView created = catalog.createLocation(Bodies.required(body));
        call.created("/locations/" + created.number());
        return created;
    }

    @May(Right.KEEP_REFERENCE_DATA)
    @PATCH
    @Path("/{number}")
    @Operation(operationId = "correctLocation", summary = "Correct a location")
    public LocationView correct(@PathParam("number") String number, @Nullable LocationCorrection body) {
        return catalog.correctLocation(number, Bodies.required(body), call.expectedVersion());
    }
}
