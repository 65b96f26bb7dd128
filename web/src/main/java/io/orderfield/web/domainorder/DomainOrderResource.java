package io.orderfield.web.domainorder;

import io.orderfield.messaging.right.May;
import io.orderfield.messaging.right.Right;
import io.orderfield.om.change.DomainOrderChangeService;
import io.orderfield.om.change.ImpactView;
import io.orderfield.om.closing.DomainOrderClosingService;
import io.orderfield.om.domainorder.DomainOrderFilter;
import io.orderfield.om.domainorder.DomainOrderService;
import io.orderfield.om.domainorder.DomainOrderSummary;
import io.orderfield.om.domainorder.DomainOrderView;
import io.orderfield.om.domainorder.WorkOrderAttachmentView;
import io.orderfield.web.api.ApiResource;
import io.orderfield.web.api.Bodies;
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
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Domain orders. */
@ApiResource
@Idempotent
@Path("/domain-orders")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Domain orders")
public class DomainOrderResource {
    @Inject
    DomainOrderChangeService changes;

    @Inject
    DomainOrderService orders;

    @Inject
    DomainOrderClosingService closing;

    @Inject
    Call call;

    /**
     * A work order to create by hand.
     *
     * @param template code of an active template
     */
    @Schema(name = "NewWorkOrder")
    public record NewWorkOrderBody(
            @Nullable String template, @Nullable String reason) {}

    @May(Right.READ_ORDERS)
    @GET
    @Operation(operationId = "listDomainOrders", summary = "Domain orders by number")
    public List<DomainOrderSummary> list(
            @BeanParam Paging paging,
            @Parameter(description = "Number of the customer order") @QueryParam("customerOrder") @Nullable
                    String customerOrder,
            @Parameter(description = "States, repeated or separated by commas") @QueryParam("state")
                    List<String> states,
            @Parameter(description = "Part of a number, of the account's or of the specification's name")
                    @QueryParam("q")
                    @Nullable
                    String text,
            @Parameter(
                            description =
                                    "true: only those that wait for an answer of Field Service; false: only the others")
                    @QueryParam("pending")
                    @Nullable
                    Boolean pending,
            @Parameter(
                            description = "number, state, updatedAt, accountName or specification; a leading minus for"
                                    + " falling order")
                    @QueryParam("sort")
                    @Nullable
                    String sort) {
        DomainOrderFilter filter = new DomainOrderFilter(customerOrder, Names.of(states), text, pending, sort);
        return call.page(paging, orders.count(filter), orders.list(filter, paging.first(), paging.max()));
    }

    @May(value = Right.READ_ORDERS, hidden = true)
    @GET
    @Path("/{number}")
    @Operation(operationId = "getDomainOrder", summary = "A domain order with its work orders")
    public DomainOrderView find(@PathParam("number") String number) {
        return orders.find(number);
    }

    @May(Right.READ_ORDERS)
    @GET
    @Path("/{number}/attachments")
    @Operation(
            operationId = "listDomainOrderAttachments",
            summary = "Photos and documents of a domain order's work, oldest first")
    public List<WorkOrderAttachmentView> attachments(@PathParam("number") String number, @BeanParam Paging paging) {
        return call.page(
                paging, orders.countAttachments(number), orders.attachments(number, paging.first(), paging.max()));
    }

    @May(Right.DECIDE_ORDERS)
    @POST
    @Path("/{number}/work-orders")
    @Operation(operationId = "createWorkOrderByHand", summary = "Create a work order by hand")
    @APIResponseSchema(value = DomainOrderView.class, responseCode = "201")
    public DomainOrderView createWorkOrder(@PathParam("number") String number, @Nullable NewWorkOrderBody body) {
        NewWorkOrderBody wanted = Bodies.required(body);
        DomainOrderView order = changes.createWorkOrder(
                number, Bodies.required("template", wanted.template()), wanted.reason(), call.expectedVersion());
        // the work order has no number, and so no address of its own, before Field Service has confirmed it
        call.created("/domain-orders/" + number);
        return order;
    }

    @May(Right.DECIDE_ORDERS)
    @POST
    @Path("/{number}/hold")
    @Operation(
            operationId = "holdDomainOrder",
            summary = "Put the domain order itself on hold, whatever its customer order does")
    public DomainOrderView hold(@PathParam("number") String number, @Nullable Reason body) {
        return changes.hold(number, Reason.of(body), call.expectedVersion());
    }

    @May(Right.DECIDE_ORDERS)
    @POST
    @Path("/{number}/resumption")
    @Operation(
            operationId = "resumeDomainOrder",
            summary = "End its own hold; it goes on unless its customer order is on hold")
    public DomainOrderView resume(@PathParam("number") String number) {
        return changes.resume(number, call.expectedVersion());
    }

    @May(Right.DECIDE_ORDERS)
    @GET
    @Path("/{number}/replanning/impact")
    @Operation(
            operationId = "previewReplanning",
            summary = "What the current version of the decision table would create, update and cancel")
    public ImpactView replanningImpact(@PathParam("number") String number) {
        return changes.impactOfReplanning(number);
    }

    @May(Right.DECIDE_ORDERS)
    @POST
    @Path("/{number}/replanning")
    @Operation(
            operationId = "replanDomainOrder",
            summary = "Plan its work again with the current version of the decision table",
            description = "If-Match takes the domain order's ETag or that of the impact preview.")
    public DomainOrderView replan(@PathParam("number") String number, @Nullable Reason body) {
        String preview = call.expectedPreview();
        return changes.replan(number, Reason.of(body), preview, preview == null ? call.expectedVersion() : null);
    }

    @May(Right.DECIDE_ORDERS)
    @POST
    @Path("/{number}/closure")
    @Operation(
            operationId = "closeDomainOrder",
            summary = "Close a domain order; refused with blockers while work is open")
    public DomainOrderView close(@PathParam("number") String number, @Nullable ClosingBody body) {
        ClosingBody how = ClosingBody.orEmpty(body);
        return closing.close(number, how.decision(), call.expectedVersion());
    }
}
