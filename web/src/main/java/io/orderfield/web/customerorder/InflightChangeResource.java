package io.orderfield.web.customerorder;

import io.orderfield.messaging.right.May;
import io.orderfield.messaging.right.Right;
import io.orderfield.om.change.ImpactView;
import io.orderfield.om.change.PreviewedChangeService;
import io.orderfield.om.inflight.InflightChangeFilter;
import io.orderfield.om.inflight.InflightChangeService;
import io.orderfield.om.inflight.InflightChangeView;
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
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Changes of orders in progress (revised, added and canceled items), and the decisions about those that wait for the manager. */
@ApiResource
@Idempotent
@Path("/inflight-changes")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "In-flight changes")
public class InflightChangeResource {
    @Inject
    InflightChangeService changes;

    @Inject
    PreviewedChangeService previewed;

    @Inject
    Call call;

    @May(Right.READ_ORDERS)
    @GET
    @Operation(operationId = "listInflightChanges", summary = "Changes in flight, the oldest request first")
    public List<InflightChangeView> list(
            @BeanParam Paging paging,
            @Parameter(description = "States, repeated or separated by commas") @QueryParam("state")
                    List<String> states,
            @Parameter(description = "Number of the customer order") @QueryParam("customerOrder") @Nullable
                    String customerOrder) {
        InflightChangeFilter filter = new InflightChangeFilter(Names.of(states), customerOrder);
        return call.page(paging, changes.count(filter), changes.list(filter, paging.first(), paging.max()));
    }

    @May(value = Right.READ_ORDERS, hidden = true)
    @GET
    @Path("/{number}")
    @Operation(operationId = "getInflightChange", summary = "A change in flight, old and new value per field")
    public InflightChangeView find(@PathParam("number") String number) {
        return changes.find(number);
    }

    @May(Right.WRITE_ORDERS)
    @GET
    @Path("/{number}/impact")
    @Operation(
            operationId = "previewInflightChange",
            summary = "What the approval would create, update and cancel; changes nothing")
    public ImpactView impact(@PathParam("number") String number) {
        return previewed.impactOfChange(number);
    }

    @May(Right.DECIDE_ORDERS)
    @POST
    @Path("/{number}/approval")
    @Operation(
            operationId = "approveInflightChange",
            summary = "REQUESTED to APPLIED; the work orders follow",
            description = "If-Match takes the change's ETag or that of its impact preview.")
    public InflightChangeView approve(@PathParam("number") String number) {
        String preview = call.expectedPreview();
        return preview == null ? changes.approve(number, call.expectedVersion()) : previewed.approve(number, preview);
    }

    @May(Right.DECIDE_ORDERS)
    @POST
    @Path("/{number}/refusal")
    @Operation(
            operationId = "refuseInflightChange",
            summary = "REQUESTED to REFUSED; the item stays as it is, an added one is REJECTED")
    public InflightChangeView refuse(@PathParam("number") String number, @Nullable Reason body) {
        return changes.refuse(number, Reason.required(body), call.expectedVersion());
    }

    @May(Right.WRITE_ORDERS)
    @POST
    @Path("/{number}/withdrawal")
    @Operation(
            operationId = "withdrawInflightChange",
            summary = "REQUESTED to WITHDRAWN; the item stays as it is, an added one is CANCELED")
    public InflightChangeView withdraw(@PathParam("number") String number) {
        return changes.withdraw(number, call.expectedVersion());
    }
}
