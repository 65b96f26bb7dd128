package io.orderfield.web.customerorder;

import io.orderfield.messaging.right.May;
import io.orderfield.messaging.right.Right;
import io.orderfield.om.change.CancellationDecision;
import io.orderfield.om.change.CancellationDecisionService;
import io.orderfield.om.change.CancellationView;
import io.orderfield.om.change.ImpactView;
import io.orderfield.om.change.PreviewedChangeService;
import io.orderfield.om.closing.ClosingResult;
import io.orderfield.om.closing.DomainOrderClosingService;
import io.orderfield.om.customerorder.LineItemRevision;
import io.orderfield.om.ordering.CustomerOrderService;
import io.orderfield.om.ordering.LineItemService;
import io.orderfield.om.ordering.LineItemVersionView;
import io.orderfield.om.ordering.LineItemView;
import io.orderfield.web.api.ApiResource;
import io.orderfield.web.api.Bodies;
import io.orderfield.web.api.Call;
import io.orderfield.web.api.Idempotent;
import io.orderfield.web.api.Paging;
import io.orderfield.web.api.Reason;
import io.orderfield.web.domainorder.ClosingBody;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
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
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Order line items. */
@ApiResource
@Idempotent
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
    DomainOrderClosingService closing;

    @Inject
    PreviewedChangeService previewed;

    @Inject
    CancellationDecisionService cancellations;

    @Inject
    Call call;

    @PathParam("number")
    String number;

    @May(value = Right.READ_ORDERS, hidden = true)
    @GET
    @Operation(operationId = "getLineItem", summary = "A line item with its newest change in flight")
    public LineItemView find() {
        return items.find(number);
    }

    @May(Right.WRITE_ORDERS)
    @PATCH
    @Operation(
            operationId = "reviseLineItem",
            summary = "Revise a line item; in progress it is a change in flight, applied at once or requested",
            description = "If-Match takes the item's ETag or that of its impact preview.")
    public LineItemView revise(@Nullable LineItemRevision body) {
        LineItemRevision revision = Bodies.required(body);
        String preview = call.expectedPreview();
        return preview == null
                ? items.revise(number, revision, call.expectedVersion())
                : previewed.revise(number, revision, preview);
    }

    @May(Right.READ_ORDERS)
    @GET
    @Path("/versions")
    @Operation(operationId = "listLineItemVersions", summary = "The item's versions, from the first")
    public List<LineItemVersionView> versions(@BeanParam Paging paging) {
        return call.page(paging, items.find(number).version(), items.versions(number, paging.first(), paging.max()));
    }

    @May(Right.WRITE_ORDERS)
    @DELETE
    @Operation(
            operationId = "removeLineItem",
            summary = "Remove a line item of an order in DRAFT; in progress cancel it, applied at once or requested")
    @APIResponse(responseCode = "200", description = "The item of an order in progress, canceled or to be canceled")
    @APIResponse(responseCode = "204", description = "It is gone")
    public @Nullable LineItemView remove(
            @Parameter(description = "Why it is canceled; required once the order is in progress")
                    @QueryParam("reason")
                    @Nullable
                    String reason) {
        return items.remove(number, reason, call.expectedVersion()).orElse(null);
    }

    @May(Right.WRITE_ORDERS)
    @POST
    @Path("/copies")
    @Operation(
            operationId = "copyLineItem",
            summary = "Copy the item to other locations: freely in DRAFT, in progress as added items")
    @APIResponseSchema(value = AddedLineItem.class, responseCode = "201")
    public AddedLineItem copy(@Nullable CopiesBody body) {
        List<LineItemView> copies = orders.copyLineItem(
                number, Bodies.listed("locations", Bodies.required(body).locations()), call.expectedVersion());
        call.created("/line-items/" + copies.get(0).number());
        return AddedLineItem.of(copies);
    }

    @May(Right.WRITE_ORDERS)
    @POST
    @Path("/impact")
    @Operation(
            operationId = "previewLineItemRevision",
            summary = "What a revision would create, update and cancel; changes nothing")
    public ImpactView impact(@Nullable LineItemRevision body) {
        return previewed.impactOfRevision(number, Bodies.required(body));
    }

    @May(Right.WRITE_ORDERS)
    @POST
    @Path("/cancellation")
    @Operation(
            operationId = "cancelLineItem",
            summary = "Cancel the item and its work, at once or requested",
            description = "If-Match takes the item's ETag or that of its impact preview.")
    public LineItemView cancel(@Nullable Reason body) {
        String reason = Reason.required(body);
        String preview = call.expectedPreview();
        return preview == null
                ? items.cancel(number, reason, call.expectedVersion())
                : previewed.cancel(number, reason, preview);
    }

    @May(Right.READ_ORDERS)
    @GET
    @Path("/cancellation")
    @Operation(operationId = "getLineItemCancellation", summary = "How far the cancellation has come")
    public CancellationView cancellation() {
        return cancellations.find(number);
    }

    @May(Right.WRITE_ORDERS)
    @GET
    @Path("/cancellation/impact")
    @Operation(
            operationId = "previewLineItemCancellation",
            summary = "Which work orders a cancellation would cancel; changes nothing")
    public ImpactView cancellationImpact() {
        return previewed.impactOfCancellation(number);
    }

    /**
     * The manager's decision.
     *
     * @param decision cancelAnyway or keep
     */
    @Schema(name = "CancellationDecision")
    public record DecisionBody(
            @Nullable String decision, @Nullable String reason) {}

    @May(Right.DECIDE_ORDERS)
    @POST
    @Path("/cancellation-decision")
    @Operation(
            operationId = "decideLineItemCancellation",
            summary = "Cancel the item although work was done, or keep it with its plan recomputed")
    public LineItemView decideCancellation(@Nullable DecisionBody body) {
        DecisionBody decision = Bodies.required(body);
        return cancellations.decide(
                number,
                CancellationDecision.named(Bodies.required("decision", decision.decision())),
                Bodies.text(decision.reason()),
                call.expectedVersion());
    }

    @May(Right.PASS_POINT_OF_NO_RETURN)
    @POST
    @Path("/point-of-no-return")
    @Operation(
            operationId = "passPointOfNoReturn",
            summary = "From now on nothing changes or cancels the item; can't be undone")
    public LineItemView passPointOfNoReturn(@Nullable Reason body) {
        return items.passPointOfNoReturn(number, Reason.of(body), call.expectedVersion());
    }

    @May(Right.DECIDE_ORDERS)
    @POST
    @Path("/closure")
    @Operation(
            operationId = "closeDomainOrdersOfLineItem",
            summary = "Close every domain order of the item that can be closed")
    public ClosingResult close(@Nullable ClosingBody body) {
        ClosingBody how = ClosingBody.orEmpty(body);
        return closing.closeAllOfItem(number, how.decision(), call.expectedVersion());
    }
}
