package io.orderfield.web.customerorder;

import io.orderfield.messaging.right.May;
import io.orderfield.messaging.right.Right;
import io.orderfield.om.change.PreviewedChangeService;
import io.orderfield.om.closing.ClosingResult;
import io.orderfield.om.closing.DomainOrderClosingService;
import io.orderfield.om.domainorder.DomainOrderService;
import io.orderfield.om.ordering.CustomerOrderService;
import io.orderfield.om.ordering.CustomerOrderView;
import io.orderfield.web.api.ApiResource;
import io.orderfield.web.api.Bodies;
import io.orderfield.web.api.Call;
import io.orderfield.web.api.Idempotent;
import io.orderfield.web.api.Reason;
import io.orderfield.web.domainorder.ClosingBody;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** What happens to a customer order as a whole: each change of state is a sub-resource to POST to. */
@ApiResource
@Idempotent
@Path("/customer-orders/{number}")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Customer orders")
public class CustomerOrderActions {
    @Inject
    CustomerOrderService orders;

    @Inject
    DomainOrderService domainOrders;

    @Inject
    DomainOrderClosingService closing;

    @Inject
    PreviewedChangeService previewed;

    @Inject
    Call call;

    @PathParam("number")
    String number;

    /**
     * A cancellation.
     *
     * @param exceptPastPointOfNoReturn true cancels the other items alone where some are past the point of no return
     */
    @Schema(name = "OrderCancellation")
    public record CancellationBody(
            @Nullable String reason, @Nullable Boolean exceptPastPointOfNoReturn) {}

    @May(Right.WRITE_ORDERS)
    @POST
    @Path("/placement")
    @Operation(operationId = "placeCustomerOrder", summary = "DRAFT to NEW")
    public CustomerOrderView place() {
        return orders.place(number, call.expectedVersion());
    }

    @May(Right.WRITE_ORDERS)
    @POST
    @Path("/withdrawal")
    @Operation(operationId = "withdrawCustomerOrder", summary = "NEW back to DRAFT")
    public CustomerOrderView withdraw() {
        return orders.withdraw(number, call.expectedVersion());
    }

    @May(Right.WRITE_ORDERS)
    @POST
    @Path("/rework")
    @Operation(operationId = "reworkCustomerOrder", summary = "REJECTED to DRAFT")
    public CustomerOrderView rework() {
        return orders.rework(number, call.expectedVersion());
    }

    @May(Right.DECIDE_ORDERS)
    @POST
    @Path("/approval")
    @Operation(
            operationId = "approveCustomerOrder",
            summary = "NEW to IN_PROGRESS; answers the domain orders and their work orders too")
    public ApprovedCustomerOrder approve() {
        CustomerOrderView order = orders.approve(number, call.expectedVersion());
        return new ApprovedCustomerOrder(order, domainOrders.ofCustomerOrder(number));
    }

    @May(Right.DECIDE_ORDERS)
    @POST
    @Path("/rejection")
    @Operation(operationId = "rejectCustomerOrder", summary = "NEW to REJECTED")
    public CustomerOrderView reject(@Nullable Reason body) {
        return orders.reject(number, Reason.required(body), call.expectedVersion());
    }

    @May(Right.HOLD_ORDERS)
    @POST
    @Path("/hold")
    @Operation(operationId = "holdCustomerOrder", summary = "IN_PROGRESS to ON_HOLD")
    public CustomerOrderView hold(@Nullable Reason body) {
        return orders.hold(number, Reason.of(body), call.expectedVersion());
    }

    @May(Right.HOLD_ORDERS)
    @POST
    @Path("/resumption")
    @Operation(operationId = "resumeCustomerOrder", summary = "ON_HOLD to IN_PROGRESS")
    public CustomerOrderView resume() {
        return orders.resume(number, call.expectedVersion());
    }

    @May(Right.WRITE_ORDERS)
    @POST
    @Path("/cancellation")
    @Operation(
            operationId = "cancelCustomerOrder",
            summary = "Cancel the order and its work",
            description = "If-Match takes the order's ETag or that of its cancellation's impact preview.")
    public CustomerOrderView cancel(@Nullable CancellationBody body) {
        String reason = body == null ? "" : Bodies.text(body.reason());
        boolean except = body != null && Boolean.TRUE.equals(body.exceptPastPointOfNoReturn());
        String preview = call.expectedPreview();
        return preview == null
                ? orders.cancel(number, reason, except, call.expectedVersion())
                : previewed.cancelOrder(number, reason, except, preview);
    }

    @May(Right.WRITE_ORDERS)
    @GET
    @Path("/cancellation/impact")
    @Operation(
            operationId = "previewCustomerOrderCancellation",
            summary = "Which work orders the cancellation would cancel, and which items keep theirs; changes nothing")
    public OrderCancellationRecord cancellationImpact() {
        return OrderCancellationRecord.of(previewed.impactOfOrderCancellation(number));
    }

    @May(Right.DECIDE_ORDERS)
    @POST
    @Path("/closure")
    @Operation(
            operationId = "closeDomainOrdersOfCustomerOrder",
            summary = "Close every domain order of the order that can be closed")
    public ClosingResult close(@Nullable ClosingBody body) {
        ClosingBody closingBody = ClosingBody.orEmpty(body);
        call.require(() -> Long.toString(orders.find(number).version()));
        return closing.closeAllOfOrder(number, closingBody.decision());
    }
}
