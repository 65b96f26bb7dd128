package io.orderfield.web.fallout;

import io.orderfield.messaging.right.May;
import io.orderfield.messaging.right.Right;
import io.orderfield.om.fallout.FalloutFilter;
import io.orderfield.om.fallout.FalloutService;
import io.orderfield.om.fallout.FalloutView;
import io.orderfield.web.api.ApiResource;
import io.orderfield.web.api.Call;
import io.orderfield.web.api.Idempotent;
import io.orderfield.web.api.Names;
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
@Idempotent
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

    @May(Right.READ_FALLOUTS)
    @GET
    @Operation(operationId = "listFallouts", summary = "Fallouts, newest first")
    public List<FalloutView> list(
            @BeanParam Paging paging,
            @Parameter(description = "OPEN, IN_PROGRESS or RESOLVED; repeated or separated by commas")
                    @QueryParam("state")
                    List<String> states,
            @Parameter(description = "Stable code, such as creation-refused") @QueryParam("cause") @Nullable
                    String cause,
            @Parameter(description = "User name of who takes care") @QueryParam("owner") @Nullable String owner,
            @Parameter(description = "Number of the customer order") @QueryParam("customerOrder") @Nullable
                    String customerOrder,
            @Parameter(description = "Number of the domain order") @QueryParam("domainOrder") @Nullable
                    String domainOrder) {
        FalloutFilter filter = new FalloutFilter(Names.of(states), cause, owner, customerOrder, domainOrder);
        return call.page(paging, fallouts.count(filter), fallouts.list(filter, paging.first(), paging.max()));
    }

    @May(value = Right.READ_FALLOUTS, hidden = true)
    @GET
    @Path("/{number}")
    @Operation(operationId = "getFallout", summary = "A fallout")
    public FalloutView find(@PathParam("number") String number) {
        return fallouts.find(number);
    }

    @May(Right.HANDLE_FALLOUTS)
    @POST
    @Path("/{number}/assignment")
    @Operation(operationId = "assignFallout", summary = "Take care of a fallout, or let somebody")
    public FalloutView assign(@PathParam("number") String number, @Nullable AssignmentBody body) {
        String owner = body == null || body.owner() == null ? call.user() : body.owner();
        return fallouts.assign(number, owner, call.expectedVersion());
    }

    @May(Right.HANDLE_FALLOUTS)
    @POST
    @Path("/{number}/retry")
    @Operation(
            operationId = "retryFallout",
            summary = "Try again what failed, and resolve the fallout",
            description = "409 no-retry when the cause knows none, nothing-to-retry when there is nothing left to try.")
    public FalloutView retry(@PathParam("number") String number) {
        return fallouts.retry(number, call.expectedVersion());
    }

    @May(Right.HANDLE_FALLOUTS)
    @POST
    @Path("/{number}/resolution")
    @Operation(operationId = "resolveFallout", summary = "Resolve a fallout, saying what was done")
    public FalloutView resolve(@PathParam("number") String number, @Nullable Reason body) {
        return fallouts.resolve(number, Reason.required(body), call.expectedVersion());
    }
}
