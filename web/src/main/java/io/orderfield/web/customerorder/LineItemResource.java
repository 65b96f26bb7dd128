package io.orderfield.web.customerorder;

import io.orderfield.om.customerorder.CustomerOrderService;
import io.orderfield.om.customerorder.LineItemService;
import io.orderfield.om.customerorder.LineItemView;
import io.orderfield.om.domainorder.DomainOrderService;
import io.orderfield.web.api.ApiResource;
import io.orderfield.web.api.Bodies;
import io.orderfield.web.api.Call;
import io.orderfield.web.api.Reason;
import io.orderfield.web.domainorder.ImpactRecord;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Order line items. */
@ApiResource
@Path("/line-items/{number}")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Customer orders")
public class LineItemResource {
    @Inject
    LineItemService items;

    @Inject
    CustomerOrderService orders;

    @Inject
    DomainOrderService domainOrders;

    @Inject
    Call call;

    @PathParam("number")
    String number;

    @GET
    @Operation(operationId = "getLineItem", summary = "A line item with its newest change in flight")
    public LineItemRecord find() {
        return LineItemRecord.of(items.find(number));
    }

    @PATCH
    @Operation(
            operationId = "reviseLineItem",
            summary = "Revise a line item; in progress it is a change in flight, applied at once",
            description = "If-Match takes the item's ETag or that of its impact preview.")
    public LineItemRecord revise(@Nullable LineItemPatch body) {
        LineItemPatch patch = Bodies.required(body);
        return LineItemRecord.of(items.revise(number, patch.command(), expectedRevision(patch)));
    }

    /** An impact preview that still holds stands for the item's revision of now. */
    private @Nullable Long expectedRevision(LineItemPatch patch) {
        if (!call.expectsPreview()) {
            return call.expectedVersion();
        }
        long revision = items.find(number).revision();
        call.require(() -> domainOrders.impact(number, patch.command()).etag());
        return revision;
    }

    @DELETE
    @Operation(operationId = "removeLineItem", summary = "Remove a line item of an order in DRAFT")
    @APIResponse(responseCode = "204", description = "It is gone")
    public void remove() {
        items.remove(number, call.expectedVersion());
    }

    @POST
    @Path("/copies")
    @Operation(
            operationId = "copyLineItem",
            summary = "Copy the item to other locations: freely in DRAFT, in progress as added items")
    @APIResponseSchema(value = LineItemRecord.class, responseCode = "201")
    public LineItemRecord copy(@Nullable CopiesBody body) {
        List<LineItemView> copies = orders.copyLineItem(
                number, Bodies.listed("locations", Bodies.required(body).locations()), call.expectedVersion());
        call.created("/line-items/" + copies.get(0).number());
        return LineItemRecord.of(copies.get(0))
                .with(copies.stream().skip(1).map(LineItemView::number).toList());
    }

    @POST
    @Path("/impact")
    @Operation(
            operationId = "previewLineItemRevision",
            summary = "What a revision would create, update and cancel; changes nothing")
    public ImpactRecord impact(@Nullable LineItemPatch body) {
        return ImpactRecord.of(domainOrders.impact(number, Bodies.required(body).command()));
    }

    @POST
    @Path("/cancellation")
    @Operation(operationId = "cancelLineItem", summary = "Cancel the item and its work")
    public LineItemRecord cancel(@Nullable Reason body) {
        return LineItemRecord.of(items.cancel(number, Reason.required(body), call.expectedVersion()));
    }

    @POST
    @Path("/point-of-no-return")
    @Operation(
            operationId = "passPointOfNoReturn",
            summary = "From now on nothing changes or cancels the item; can't be undone")
    public LineItemRecord passPointOfNoReturn(@Nullable Reason body) {
        return LineItemRecord.of(items.passPointOfNoReturn(number, Reason.of(body), call.expectedVersion()));
    }
}
