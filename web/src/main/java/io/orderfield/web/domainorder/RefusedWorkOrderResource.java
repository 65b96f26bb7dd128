package io.orderfield.web.domainorder;

import io.orderfield.messaging.right.May;
import io.orderfield.messaging.right.Right;
import io.orderfield.om.change.DomainOrderChangeService;
import io.orderfield.om.domainorder.DomainOrderView;
import io.orderfield.web.api.ApiResource;
import io.orderfield.web.api.Call;
import io.orderfield.web.api.Idempotent;
import io.orderfield.web.api.Reason;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** What becomes of a work order that Field Service refused to create: it has no number, so its key names it. */
@ApiResource
@Idempotent
@May(Right.DECIDE_ORDERS)
@Path("/domain-orders/{number}/refused-work-orders/{key}")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Domain orders")
public class RefusedWorkOrderResource {
    @Inject
    DomainOrderChangeService orders;

    @Inject
    Call call;

    @PathParam("number")
    String number;

    @PathParam("key")
    UUID key;

    @POST
    @Path("/retry")
    @Operation(operationId = "retryRefusedWorkOrder", summary = "Ask Field Service for it again")
    public DomainOrderView retry() {
        return orders.retryRefusedWorkOrder(number, key, call.expectedVersion());
    }

    @POST
    @Path("/waiver")
    @Operation(
            operationId = "waiveRefusedWorkOrder",
            summary = "Do without it; the domain order can then be closed as incomplete")
    public DomainOrderView waive(@Nullable Reason body) {
        return orders.waiveRefusedWorkOrder(number, key, Reason.required(body), call.expectedVersion());
    }
}
