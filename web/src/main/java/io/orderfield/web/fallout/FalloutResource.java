package io.orderfield.web.fallout;

import io.orderfield.om.fallout.FalloutService;
import io.orderfield.web.api.ApiResource;
import io.orderfield.web.api.Call;
import io.orderfield.web.api.Listing;
import io.orderfield.web.api.Paging;
import io.orderfield.web.api.Reason;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Fallouts: what needs a person. */
@ApiResource
@Path("/fallouts")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Fallouts")
public class FalloutResource {
    @Inject
    FalloutService fallouts;

    @Inject
    Call call;

    /**
     * Who takes care.
     *
     * @param owner user name; the caller's own when left out
     */
    @Schema(name = "FalloutAssignment")
    public record AssignmentBody(@Nullable String owner) {}

    @GET
    @Operation(operationId = "listFallouts", summary = "Fallouts, newest first")
    public List<FalloutRecord> list(
            @BeanParam Paging paging,
            @Parameter(description = "OPEN, IN_PROGRESS or RESOLVED") @QueryParam("state") @Nullable String state) {
        return call.page(paging, Listing.byOffset((first, max) -> fallouts.list(state, first, max)), FalloutRecord::of);
    }

    @POST
    @Path("/{number}/assignment")
    @Operation(operationId = "assignFallout", summary = "Take care of a fallout, or let somebody")
    public FalloutRecord assign(@PathParam("number") String number, @Nullable AssignmentBody body) {
        String owner = body == null || body.owner() == null ? call.user() : body.owner();
        return FalloutRecord.of(fallouts.assign(number, owner));
    }

    @POST
    @Path("/{number}/resolution")
    @Operation(operationId = "resolveFallout", summary = "Resolve a fallout, saying what was done")
    public FalloutRecord resolve(@PathParam("number") String number, @Nullable Reason body) {
        return FalloutRecord.of(fallouts.resolve(number, Reason.required(body)));
    }
}
